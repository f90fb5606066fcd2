/** English patterns for `location-targeting`: where people live or are decides whom the party reaches or what they get. */
import { MESSAGE, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const PLACE =
  'post ?codes?|post(?:al)? districts?|streets?|wards?|constituenc(?:y|ies)|(?:your |local |certain |target |the |which )?areas?|region|town|towns|cit(?:y|ies)|count(?:y|ies)|where you (?:live|are)|(?:your|their|device) location|location(?: data)?|address(?:es)?|neighbourhoods?|miles of|by-election|geographic\\w*|localit\\w+|seats?|nearest to your home|branch nearest|key seats';
const CHOOSING = `${verbs('choose', 'select', 'target', 'limit', 'restrict', 'decide', 'determine', 'aim', 'direct', 'pick', 'filter', 'prioritise', 'segment', 'identify')}|chosen|targeted|shown to|shown only|appears? only|only within|within \\w+ miles|sent to(?= (?:streets|areas|people in|homes|voters in))|based on|according to|depend\\w* on|pick the areas|works? out which|see which|tells? us which|know which|hear from the branch|will hear from|(?:using|use|uses)(?= (?:the ward|your post ?code|your address|your location|the post ?code|post ?codes|addresses))|(?:news|updates?|information|events?|emails?|letters?) (?:\\w+ ){0,3}(?:about|from|in|for) (?:what is happening in )?(?:your (?:\\w+ )?(?:constituency|area|ward|street|region|town|community|neighbourhood|district)|campaigns in)`;
const OTHER_SENSE =
  'servers? (?:are |is )?located|office|personal data includes|polling station|moves? house|new branch when|stop fraud|security|outside the (?:uk|eea|european)|third countr\\w+|legal jurisdiction|located outside|countries|jurisdiction|transferr?ed';

export const locationTargeting: PatternFamily = {
  id: 'location-targeting.en',
  practice: 'location-targeting',
  language: 'en',
  patterns: [
    slots({
      id: 'place-chooses',
      stance: 'stated',
      anchor: CHOOSING,
      with: [
        PLACE,
        `${MESSAGE}|contact you|write to you|canvassers?|candidates?|visit|branch|who (?:sees?|gets?)|what you (?:see|get)|knock`,
      ],
      without: `${OTHER_SENSE}|email address(?:es)?|ip address(?:es)?|register(?:ed)? with|keep in touch`,
      near: 120,
      details: { fineness: 0 },
      says: [
        'We use your postcode to send you news about your constituency.',
        'Our adverts appear only within five miles of the by-election.',
        'Canvassers are sent to streets where many people have not made up their minds.',
      ],
      does_not_say: [
        'Our servers are located in Ireland.',
        'IP addresses are logged to stop fraud.',
        'Visit us at our office in the town centre.',
      ],
    }),
    slots({
      id: 'location-for-a-general-purpose',
      stance: 'vague',
      anchor:
        'your (?:\\w+ )?(?:geo)?location|(?:geo-?)?location(?: data| information)?|where our visitors come from|your town|geographic(?:al)? (?:location|area|data|information)|(?:precise|approximate) location',
      without: `${OTHER_SENSE}|personal data (?:is|includes|means)|place where a device|identifier`,
      reason: 'what it decides is not said',
      says: [
        'We may collect your location.',
        'Location data helps us improve what we offer.',
        'We record where our visitors come from and use it for campaigning.',
      ],
      does_not_say: [
        'Personal data includes a name, a number or the place where a device is.',
        'Your vote is cast at your local polling station.',
      ],
    }),
    slots({
      id: 'tell-us-where',
      stance: 'vague',
      anchor: '(?:tell|give) us your (?:town|post ?code|area|address)',
      reason: 'no link to the message',
      says: ['Tell us your town so that we can keep in touch.', 'Give us your postcode when you sign.', 'Please tell us your area.'],
    }),
    slots({
      id: 'place-does-not-choose',
      stance: 'denied',
      anchor:
        "(?:where you live|your (?:address|post ?code|location)|place) (?:\\w+ )?(?:does not|do not|never|plays? no)|never by (?:area|place|location|post ?code)|(?:not|never) (?:\\w+ ){0,6}by (?:area|place|location|post ?code|where)|phone's position is never|across the whole country",
      says: [
        'Where you live does not decide what you see from us.',
        'Our adverts are shown across the whole country, never by area.',
        "Your phone's position is never used.",
      ],
    }),
  ],
};
