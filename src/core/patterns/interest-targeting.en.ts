/** English patterns for `interest-targeting`: interests, issues or behaviour decide which message a person gets. */
import { MESSAGE, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const OTHER_SENSE =
  'legitimate (?:business )?interests?|public interest|vital interests?|overriding interests?|interests? (?:and|or) (?:fundamental )?rights|declare (?:their|his|her) interests|interested in (?:volunteering|joining|helping|standing|working)|interests? you, fill|rate of interest|pay interest|best interests?|conflicts? of interest';
const DATA =
  'interest(?:s|ed)?(?! based)|topics?|issues?|likes?|behaviou?rs?|pages you (?:read|visit|view)\\w*|what you (?:read|click|like|view)\\w*|(?:survey )?answers?|hobbies|preferences|responses?|concerns|causes you|subjects you|campaigns you|browsing|policies you';
const CHOOSING = `${verbs('choose', 'decide', 'select', 'segment', 'target', 'aim', 'determine', 'depend', 'pick', 'match', 'base', 'direct', 'filter', 'prioritise', 'group')}|targeted|chosen|based on|according to|about(?= the (?:issues?|topics?|things|policies))|on(?= (?:the )?(?:topics|issues|subjects))|comes first|related to (?:your|the) (?:interests?|issues?|topics?)|relevant to your (?:\\w+ )?interests?|in line with your|reflect\\w* your|fit\\w* your|(?:news|emails?|adverts?|messages?|content|updates|information|ads|leaflets|posts) (?:\\w+ ){0,3}about(?= (?:\\w+ ){0,3}(?:issues?|topics?|campaigns you|things you|what you))`;

export const interestTargeting: PatternFamily = {
  id: 'interest-targeting.en',
  practice: 'interest-targeting',
  language: 'en',
  patterns: [
    slots({
      id: 'interests-choose-messages',
      stance: 'stated',
      anchor: CHOOSING,
      with: [DATA, MESSAGE],
      without: `${OTHER_SENSE}|whatever|inferred interests|matter in each`,
      near: 110,
      details: { data: 0 },
      says: [
        'We send you emails on the topics you ticked when you joined.',
        'Which leaflet you get depends on the issues you raised with our canvassers.',
        'Adverts are aimed at people whom the platform lists as interested in climate or housing.',
      ],
      does_not_say: [
        'We rely on our legitimate interests.',
        'Tell us if you are interested in volunteering.',
        'Processing is in the public interest.',
      ],
    }),
    slots({
      id: 'if-you-like',
      stance: 'stated',
      anchor: 'you may (?:\\w+ )?(?:see|get|receive)|we (?:may |will )?(?:send|show)|you (?:will )?(?:see|get|receive)',
      with: [
        'if you (?:like|follow|read|click|show interest|are interested|tell us|raise|sign)(?:\\w+)? (?:\\w+ ){0,4}(?:posts?|pages?|about|on|an? issue|a petition|in)',
        'adverts?|emails?|news|letters?|messages?|ads|about',
      ],
      without: `${OTHER_SENSE}|newsletter`,
      says: [
        'If you like posts about farming, you may see our adverts about farming.',
        'If you raise an issue, we may send you news about it.',
        'If you click on a page about buses, you may get messages on buses.',
      ],
    }),
    slots({
      id: 'tailored',
      stance: 'vague',
      anchor: `${verbs('tailor', 'personalise', 'personalize', 'customise', 'customize')}|(?:more )?relevant to you|relevant (?:adverts?|ads|content|messages?|news|information|communications?|marketing|updates|offers)|of (?:\\w+ )?interest to you|(?:will|may|might) (?:appeal to|interest) you|interest-based|targeted (?:content|messages?|adverts?|advertising|communications?|ads|campaigning)|more relevant`,
      without: `${OTHER_SENSE}|personali[sz]ed letterhead`,
      reason: 'anchor',
      says: ['We tailor what we send you.', 'We want our messages to be relevant to you.', 'News that we believe will appeal to you.'],
      does_not_say: [
        'If a branch event interests you, fill in the form.',
        'Candidates must declare their interests.',
        'We pay interest on late refunds.',
      ],
    }),
    slots({
      id: 'issues-worked-out',
      stance: 'vague',
      anchor:
        'which (?:issues|topics|policies|subjects|causes) (?:\\w+ )?(?:matter|interest|concern)\\w*|(?:policy|political|personal|your) interests|issues (?:you|people|voters) (?:care|are concerned|feel)|interests? and (?:preferences|opinions|hobbies)|areas? of interest|(?:inferred|likely) interests',
      without: OTHER_SENSE,
      reason: 'the use is not said',
      says: [
        'We analyse which issues matter in each street.',
        'Data we hold: name, address, policy interests.',
        'We may record your areas of interest.',
      ],
    }),
    slots({
      id: 'same-for-all',
      stance: 'denied',
      anchor:
        'whatever (?:their|your) interests|regardless of (?:their|your) interests|(?:has|have|had) no (?:effect|bearing|influence) on what (?:we|you)|(?:do|does|will|can) not (?:\\w+ ){0,6}by (?:\\w+ )?interests?(?: or behaviou?r)?',
      says: [
        'Everybody on our list gets the same newsletter, whatever their interests.',
        'What you read on this site has no effect on what we send you.',
        'We do not aim adverts by interest or behaviour.',
      ],
    }),
  ],
};
