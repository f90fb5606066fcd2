/** English patterns for `lookalike-audience`: new people found because they are like people already known. */
import { PEOPLE, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const KNOWN =
  'our (?:\\w+ )?(?:supporters?|donors?|members?|volunteers?|visitors?|lists?|subscribers?|voters?|data)|you|known supporters?|existing (?:\\w+ )?(?:supporters?|donors?|members?|voters?)|visitors to|the supporters|(?:membership|mailing|supporter|donor|contact) lists?|your details|supporters of|current (?:supporters?|members?)|users';
const SEEK = `${verbs('look', 'identify', 'reach', 'seek', 'target', 'show', 'locate', 'contact', 'build', 'create', 'compare', 'search', 'discover', 'group', 'help', 'deliver', 'approach')}|finds?|found|finding|sought|built`;
const NOT_PEOPLE =
  '(?:similar|other) (?:events?|techniques?|technolog\\w+|products?|services?|tools?|streets?|purposes?|activit\\w+|features?|programs?|information|organisations|means|user-experience)';
const LIKE =
  '(?:people|users?|voters?|others|electors|individuals|audiences?|those|groups?|persons|contacts|households) (?:who |that |which |whom |whose )?(?:\\w+ ){0,5}(?:like (?:you|them|our)|resembl\\w+|similar to|in common with|of the same kind|(?:share|have|with|sharing|having) (?:\\w+ ){0,2}(?:similar|the same|comparable|like) (?:\\w+ ){0,2}(?:traits|characteristics|habits|attributes|profiles?|interests|features|behaviou?rs?)|habits like|traits (?:\\w+ )?match|are alike|look like)|(?:similar|like-minded) (?:people|users|voters|individuals|audiences?) to|resembl\\w+ (?:\\w+ )?(?:supporters|donors|members|them|you)';

export const lookalikeAudience: PatternFamily = {
  id: 'lookalike-audience.en',
  practice: 'lookalike-audience',
  language: 'en',
  patterns: [
    slots({
      id: 'lookalike-named',
      stance: 'stated',
      anchor: 'look-?alikes?(?: audiences?| modelling| targeting| groups?)?|look alike audiences?',
      says: [
        'We create lookalike audiences from our membership list.',
        'Platforms build look-alikes of our donors for us.',
        'Lookalike modelling is used to reach new voters.',
      ],
      does_not_say: [
        'Anyone at a march, a vigil or a similar event may be photographed.',
        'People like you pay for our campaigns.',
        'We may send you news of similar events.',
      ],
    }),
    slots({
      id: 'people-like-known-people',
      stance: 'stated',
      anchor: LIKE,
      with: [SEEK, KNOWN],
      without: `${NOT_PEOPLE}|so that they can meet|with similar views`,
      details: { seed: 1 },
      says: [
        'We ask platforms to find people who have much in common with our donors.',
        'Your details help us reach people who are like you and have not heard of us yet.',
        'We never ask for names; we identify voters whose traits match those of known supporters.',
      ],
      does_not_say: [
        'We group members with similar views so that they can meet.',
        'Households in similar streets receive the same leaflet.',
        'Other parties use similar techniques.',
      ],
    }),
    slots({
      id: 'compared-with-known-people',
      stance: 'stated',
      anchor: `compar(?:e|es|ed|ing)|resembl(?:e|es|ed|ing)|same kind|similar to (?:you|our)|(?:profile|characteristics|traits) of(?= (?:our|existing|known|the))`,
      with: [
        KNOWN,
        `(?:its|their|other|new) (?:users?|people|voters|audiences?)|other people|people|those who resemble`,
        'looks? for|find\\w*|resembl\\w+|shows?|reach\\w*|identif\\w+|similar',
      ],
      without: `${NOT_PEOPLE}|numbers? of its users|phone numbers|email addresses`,
      details: { seed: 0 },
      says: [
        'Facebook compares our supporters with its users and shows our adverts to those who resemble them most.',
        'Using the profile of our volunteers, the advertising system looks for other people of the same kind.',
        'The characteristics of our donors help a platform to find new people.',
      ],
    }),
    slots({
      id: 'similar-audiences-product',
      stance: 'vague',
      anchor: 'similar (?:segments?|audiences?)(?: feature)?|audience expansion|expanded audiences?|actalike',
      reason: 'the product is named and not explained',
      says: [
        'Our advertising account has the similar segments feature switched on.',
        'We use similar audiences in our adverts.',
        'Audience expansion is part of our campaigns.',
      ],
    }),
    slots({
      id: 'extended-audiences',
      stance: 'vague',
      anchor: `exten(?:d|ds|ded|ding) (?:our |the |its )?(?:audiences?|reach)|(?:may be |be )extended to|expand(?:s|ed|ing)? our (?:reach|audiences?)|(?:others|people|audiences?|users|individuals) (?:who (?:may |might )?(?:share|have)|with) (?:\\w+ )?(?:outlook|(?:similar|comparable) (?:\\w+ )?interests|similar outlook|same outlook)|reach (?:new|further) (?:people|audiences|supporters)`,
      without: 'events?|meet',
      reason: 'anchor',
      negated: 'denied',
      says: [
        'We show social media content to supporters and to others who may share their outlook.',
        'Our agency extends our audiences to reach further people.',
        'Campaign adverts may be extended to audiences with comparable interests.',
      ],
    }),
    slots({
      id: 'not-used-to-find-similar-people',
      stance: 'denied',
      anchor: `(?:not|never) (?:\\w+ ){0,8}(?:look|find|search|seek) (?:\\w+ ){0,4}(?:similar|resembl\\w+|like)`,
      with: [PEOPLE],
      says: [
        'Platforms may not use our lists to find people who resemble our supporters.',
        'We never ask a social network to look for people similar to you.',
        'Agencies do not find voters like our members.',
      ],
    }),
  ],
};
