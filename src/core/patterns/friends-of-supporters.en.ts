/** English patterns for `friends-of-supporters`: people chosen because a friend or contact is connected to the party. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const FRIENDS =
  "friends? of (?:our |the |people |those |anyone |\\w+ )?(?:\\w+ )?(?:supporters?|members?|followers?|fans?|page|like\\w*|follow\\w*|party|volunteers?)|(?:your|their|supporters'|members'|whose) (?:friends|contacts|connections)|friends and contacts|address ?books?";
const USE = 'adverts?|ads?|advertising|target\\w*|reach\\w*|show\\w*|contact(?:ed)?|messages?|messaged|audiences?|invite\\w*';

export const friendsOfSupporters: PatternFamily = {
  id: 'friends-of-supporters.en',
  practice: 'friends-of-supporters',
  language: 'en',
  patterns: [
    slots({
      id: 'friends-chosen',
      stance: 'stated',
      anchor: USE,
      with: [FRIENDS],
      without: 'next of kin|emergency|tell your friends|share (?:\\w+ )?with your friends|contact us',
      near: 140,
      says: [
        'Our adverts may be shown to friends of people who like our page.',
        'We target friends of our followers on Facebook.',
        'With your permission our app reads your contacts, so that we can reach your friends with messages.',
      ],
      does_not_say: ['Tell your friends about us.', 'We value our contacts with the press.', 'Share our posts with your friends.'],
    }),
    slots({
      id: 'people-connected-with-supporters',
      stance: 'vague',
      anchor:
        '(?:people|users|others|voters) (?:who are |that are )?(?:connected|linked) (?:with|to) (?:our |the )?(?:supporters?|members?|page|party|followers?|you)|(?:your|their) social (?:connections|network connections|graph)',
      reason: 'the use is not said',
      says: [
        'We think of people connected with our supporters.',
        'Users linked to our page may be part of our campaigns.',
        'Your social connections may be known to us.',
      ],
    }),
  ],
};
