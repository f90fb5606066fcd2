/** English patterns for `social-media-advertising`: people's data used to advertise to them on social media or other platforms. */
import { ADVERT, PLATFORM, SOCIAL } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const WHERE = `${PLATFORM}|(?<!own )${SOCIAL}|other (?:online |digital )?platforms?|online platforms?|on x(?= |$|,|\\.)|with x and|platform lists|on a platform|the platform|digital platforms?`;
const NOT_OURS =
  'its own adverts|their own adverts|under its own policy|social media rules|fundraiser on|like buttons?|advertis\\w+ and social media (?:purposes|cookies)|public posts';

export const socialMediaAdvertising: PatternFamily = {
  id: 'social-media-advertising.en',
  practice: 'social-media-advertising',
  language: 'en',
  patterns: [
    slots({
      id: 'adverts-on-a-platform',
      stance: 'stated',
      anchor: `${ADVERT}|advertise(?:s|d)? to|re-?marketing|re-?targeting`,
      with: [WHERE],
      without: `${NOT_OURS}|settings|ads? settings|opt[- ]?out|conversion tracking`,
      near: 150,
      details: { platforms: 0 },
      says: [
        'We pay Facebook and Instagram to show you our adverts.',
        'You may see sponsored posts from us on social media because of the data described above.',
        'Purpose: to advertise to you on social networks.',
      ],
      does_not_say: [
        'Follow us on Facebook and X.',
        'We answer messages that you send us on Instagram.',
        'Facebook uses your data for its own adverts under its own policy.',
      ],
    }),
    slots({
      id: 'shown-on-a-platform',
      stance: 'stated',
      anchor:
        'appear in (?:your|their) feeds?|campaigns? shown to you|show (?:you|them|people) our (?:campaign|videos?|messages?)|custom(?:er)? audiences?|customer match',
      with: [WHERE],
      without: NOT_OURS,
      details: { platforms: 0 },
      says: [
        'Your email goes to social media companies, and our campaign videos will appear in your feed.',
        'Campaigns shown to you on Snapchat are paid by us.',
        'Facebook lets us show you our videos.',
      ],
    }),
    slots({
      id: 'seen-on-social-media',
      stance: 'vague',
      anchor:
        '(?:what|content|messages?|things|posts?|information|material)(?: that| which)? (?:you|we) (?:\\w+ )?(?:see|show|get|send)|(?:reach|contact|communicate with|engage|target|campaign to|message) (?:you|voters|people|supporters|them)|(?:show|send|deliver|target)(?:s|ing)? (?:\\w+ ){0,3}(?:content|messages?|communications?)',
      with: [`(?:on|via|through|using|by|with) (?:\\w+ ){0,3}(?:${SOCIAL}|${PLATFORM}|online platforms?)`],
      without: `${NOT_OURS}|messages that you send us|you send us|contact us|messages? us`,
      near: 110,
      reason: 'no word of advertising',
      says: [
        'We choose what you see from us on social media.',
        'We use data to reach voters through social media.',
        'Your details let us communicate with you via Facebook.',
      ],
    }),
    slots({
      id: 'opt-out-of-adverts',
      stance: 'vague',
      anchor: ADVERT,
      with: [WHERE, 'opt(?:ing)?[- ]?out|settings|turn off|switch off|preferences'],
      near: 130,
      reason: 'only a way to opt out is given',
      reads: ['choice', 'others'],
      negated: 'nothing',
      says: [
        'To opt out of our adverts on Snapchat, change your settings there.',
        'Your preferences on Facebook decide whether you see our ads.',
        'You can switch off sponsored posts in the settings of Instagram.',
      ],
    }),
    slots({
      id: 'advertising-alone',
      stance: 'vague',
      anchor: `adverts?|ads?|advertising|advertise|sponsored (?:messages?|content|posts?)|promoted (?:content|posts?)|digital campaign(?:ing|s)?|online campaign(?:ing|s)?|promotional messages?`,
      without: `${NOT_OURS}|classified ads|job adverts?|newspaper adverts?|complaints? about adverts?|advertising (?:regulator|standards)|not advertising for goods|advertising cookies|advertis\\w+ and exchange|advertisers|vacanc\\w+|ad networks?|no ad|in total`,
      reason: 'no platform is named',
      // A denial of how adverts are aimed, or at whom, is no denial of advertising: `no-adverts-bought` reads those.
      negated: 'nothing',
      says: [
        'Data is used to deliver sponsored messages.',
        'Your data supports our digital campaigning.',
        'We use your data for advertising.',
      ],
      does_not_say: ['What we send you is politics, not advertising for goods.', 'You can start a fundraiser on Facebook.'],
    }),
    slots({
      id: 'no-adverts-bought',
      stance: 'denied',
      anchor: '(?:no|not|never|nor) (?:\\w+ ){0,4}(?:online |digital |social media )?(?:adverts?|advertising|ads)(?: at all)?',
      with: ['buys?|online|social media|platforms?|we|party'],
      without:
        'for goods|cookies|personal data is used when|upload|profil\\w+|who sees|choos\\w+|aim\\w*|target\\w*|young people|under[- ]18s?|send them',
      says: [
        'Our party buys no online adverts at all.',
        'We run no advertising on social media.',
        'There are no ads of ours on any platform.',
      ],
    }),
    slots({
      id: 'no-personal-data-for-adverts',
      stance: 'denied',
      anchor: 'no (?:personal )?data is used (?:\\w+ ){0,6}(?:adverts?|ads|advertising|advertise)',
      says: [
        'No personal data is used when we place adverts on Facebook.',
        'No data is used for our adverts on Snapchat.',
        'No personal data is used to buy advertising.',
      ],
    }),
  ],
};
