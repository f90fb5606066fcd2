/** English patterns for `website-retargeting`: visits to the site or app used to choose or measure adverts. */
import { ADVERT, PLATFORM, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const TECH =
  '(?:\\w+ )?pixels?|cookies?|web beacons?|tags?|tracking technolog(?:y|ies)|similar technolog(?:y|ies)|beacons?|sdks?|advertising identifiers?';
const VISIT =
  'visit(?:s|ed|ing)?|pages? (?:you|they|people) (?:\\w+ )?(?:open|opened|saw|see|viewed|visited|read|look\\w*)|brows(?:e|ed|ing)(?: (?:activity|history|behaviou?r))?|been on our site|been to our|activity on (?:our|this|the) (?:web ?)?site|use of (?:our|this|the) (?:web ?)?site|on our (?:web ?)?site|visitors?|clicked|clicks?|usage data|online (?:activity|behaviou?r)|your visit';
const ELSEWHERE = 'adverts?|ads?|advertising|reminders?|sponsored|advertise|promoted';
const OTHERS_OWN = 'some companies|what are cookies|other (?:companies|organisations) use|cookies? (?:is|are) (?:a )?(?:small|text)';

export const websiteRetargeting: PatternFamily = {
  id: 'website-retargeting.en',
  practice: 'website-retargeting',
  language: 'en',
  patterns: [
    slots({
      id: 'named-technique',
      stance: 'stated',
      anchor: 're-?targeting|re-?marketing(?: lists?| services?)?|re-?target(?:ed|s)?',
      says: [
        'We use remarketing lists at Google for people who have been on our site.',
        'Retargeting is part of our online campaign.',
        'People who read a petition may be retargeted later.',
      ],
      does_not_say: [
        'We use an analytics service to see which pages are read most.',
        'A session cookie keeps you logged in.',
        'Videos are embedded from YouTube.',
      ],
    }),
    slots({
      id: 'technology-for-adverts',
      stance: 'stated',
      anchor: `(?:to |which |that |they |and |them to |can |may )?(?:${verbs('show', 'serve', 'deliver', 'choose', 'display', 'target', 'select', 'decide', 'personalise', 'tailor', 'measure', 'present', 'place', 'direct', 'offer', 'customise')}|shown|chosen|see|advertise)`,
      with: [TECH, `${ADVERT}`],
      without: `${OTHERS_OWN}|interest-based adverts? on|opt-out page|no advert\\w*`,
      near: 150,
      details: { technology: 0 },
      says: [
        'Advertising cookies record your visit so that our suppliers can show you our adverts elsewhere.',
        'Third-party ad networks place cookies here and use them to decide which adverts you get on other pages.',
        'A Meta pixel on this site tells Facebook which pages you saw, and we show you adverts there afterwards.',
      ],
      does_not_say: ['Other sites cannot read the cookies that we set.', 'Our newsletters tell us which links were opened.'],
    }),
    slots({
      id: 'visits-choose-adverts',
      stance: 'stated',
      anchor: `${ELSEWHERE}`,
      with: [
        `${VISIT}`,
        `${verbs('show', 'serve', 'choose', 'target', 'use', 'base', 'deliver', 'record', 'display', 'relate', 'see')}|shown|chosen|seen|based on|afterwards|again|elsewhere|on other (?:web ?)?sites|on other pages|follow`,
        'our (?:web ?)?site|this (?:web ?)?site|our (?:\\w+ )?page|website|our app|this and other sites|browsing|other sites|cookies?|pixels?',
      ],
      without: `${OTHERS_OWN}|opt-out page|advertis\\w+ cookies? and no|follow us|analytics? (?:service|show)|in total`,
      near: 150,
      says: [
        'If you visit our donation page and leave, you may see a reminder from us on other websites.',
        'Adverts may be chosen from your browsing on this and other sites.',
        'We record who has visited our website and show adverts to them again.',
      ],
    }),
    slots({
      id: 'pixel-of-a-platform',
      stance: 'stated',
      anchor: `(?:${PLATFORM}|advertising|tracking|conversion|x|snap)(?: (?:ads?|conversion|tracking|insight))* (?:pixel|tag|tracking|cookies?)s?`,
      with: [`${ADVERT}|pages you (?:open|see|saw|visit)|audiences?|target\\w*|campaigns?`],
      without: `${OTHERS_OWN}|no advertising cookies`,
      details: { technology: 'anchor' },
      says: [
        'The TikTok pixel on our site sends TikTok the pages you open.',
        'Our site has a Facebook pixel for audiences and adverts.',
        'Advertising cookies tell our campaigns who came back, and choose adverts.',
      ],
    }),
    slots({
      id: 'advertisers-cookies',
      stance: 'vague',
      anchor: `(?:advertisers?|third[- ]part(?:y|ies)|partners?|advertising|marketing|targeting|tracking)(?:'s?)?(?: partners?)?(?: \\w+){0,4} cookies?|cookies? (?:\\w+ ){0,4}(?:for|from|by|set by|used for) (?:\\w+ ){0,3}(?:advertis\\w+|marketing|targeting|third[- ]part(?:y|ies))`,
      without: `${OTHERS_OWN}|first-party`,
      reason: 'what they are used for is not said',
      says: [
        'Our advertisers may place their own cookies.',
        'We use marketing cookies to improve your experience.',
        'Third-party cookies may be set when you open a page.',
      ],
      reads: ['others'],
    }),
    slots({
      id: 'bare-list-item',
      stance: 'vague',
      anchor: 'targeting|advertising|marketing',
      with: ['cookies?', 'necessary|statistics|analytics|functional|performance|essential|preferences'],
      reason: 'anchor',
      says: [
        'Cookies: necessary, statistics, targeting.',
        'Kinds of cookies: functional, marketing.',
        'Our cookies are essential, performance and advertising.',
      ],
    }),
    slots({
      id: 'widgets-that-track',
      stance: 'vague',
      anchor: 'may (?:track|notice|follow|monitor|learn)|(?:track|follow)(?:s|ing)? (?:you|your (?:activity|browsing|use))',
      with: ['buttons?|widgets?|plug-?ins?|social|embedded'],
      reason: 'what it is used for is not said',
      reads: ['others'],
      negated: 'nothing',
      says: [
        'Social buttons may notice that you were here.',
        'Embedded widgets may track you.',
        'Plug-ins on our pages may monitor your visit.',
      ],
    }),
    slots({
      id: 'opt-out-of-interest-based-adverts',
      stance: 'vague',
      anchor: 'interest[- ]based (?:adverts?|advertising|ads)|(?:personali[sz]ed|behaviou?ral) (?:adverts?|advertising|ads)',
      with: ['opt[- ]?out|switch off|turn off|settings|preferences|stop'],
      reason: 'only a way to opt out is given',
      reads: ['choice', 'others'],
      negated: 'nothing',
      says: [
        "You can switch off interest-based adverts on the industry's opt-out page.",
        'To opt out of behavioural advertising, visit the page of the networks.',
        'Your settings let you stop personalised ads.',
      ],
    }),
    slots({
      id: 'no-tracking-technology',
      stance: 'denied',
      anchor: `(?:no|not|never|nor|without|neither) (?:\\w+ ){0,5}(?:advertising|tracking|targeting|marketing|third[- ]party)(?: and \\w+)? (?:\\w+ )?(?:cookies?|pixels?|technolog\\w+|trackers?)|no (?:advertising or )?trackers?|(?:not|never) (?:follow|track) you(?: \\w+){0,3} (?:on|across|to) other`,
      without: 'other sites can|if you do not|no advertising cookies are (?:read|opened)',
      says: [
        'This website has no advertising cookies and no tracking pixels.',
        'We will not follow you on other websites.',
        'Our app does not use any tracking technology.',
      ],
    }),
    slots({
      id: 'cookies-only-for-statistics',
      stance: 'denied',
      anchor:
        '(?:serves?|used|use|are|is) (?:\\w+ ){0,3}(?:only|solely|exclusively|just)(?: used)? (?:to|for) (?:\\w+ ){0,3}(?:count|statistic\\w*|security|measure visits|analytics|keep the site)|only (?:serves?|used?) (?:to|for) (?:\\w+ ){0,3}(?:count\\w*|statistic\\w*|security|analytics|keep the site)',
      with: ['cookies?|log (?:data|files)|site data|visits?'],
      says: [
        'The data that cookies collect serves only to count visits.',
        'Cookies are used solely for statistics.',
        'Cookies on this site are only used to keep the site safe.',
      ],
      note: 'A denial by exclusive purpose: medium confidence.',
    }),
    slots({
      id: 'no-ad-network',
      stance: 'denied',
      anchor: '(?:no|not|never) (?:\\w+ ){0,6}(?:ad|advert|advertising) networks?',
      reason: 'ad network',
      says: ['We work with no ad network.', 'Our site does not use an advertising network.', 'No advertising networks see your visit.'],
    }),
  ],
};
