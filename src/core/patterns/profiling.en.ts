/** English patterns for `profiling`: people or households profiled, scored, modelled, ranked or put into segments. */
import { PEOPLE, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const NOT_PEOPLE =
  'profile page|your profile on|high-profile|edit your profile|update your profile|profile picture|ran a profile|profile of our candidate|cost of each|social media profiles?|public profiles?|user profile|your profile (?:information|settings)|account profile|create (?:a|your) profile|background of';
const PERSON = `${PEOPLE}|your|our (?:list|lists)|each`;

export const profiling: PatternFamily = {
  id: 'profiling.en',
  practice: 'profiling',
  language: 'en',
  patterns: [
    slots({
      id: 'profiled-or-scored',
      stance: 'stated',
      anchor: `profil(?:es?|ed)(?= (?:of )?(?:you|voters?|electors?|people|supporters?|households?|our|individuals?|donors?|members?))|profil(?:ed|es)|scor(?:e|es|ed|ing)|rank(?:s|ed|ing)?|segment(?:s|ed|ing|ation)?|propensity|wealth screening|categori[sz](?:e|es|ed|ing)|(?:computer|statistical|predictive|voter|propensity) models?|model(?:led|ling|l?ed)`,
      with: [PERSON],
      without: `${NOT_PEOPLE}|modelled data|features that fit|similar segments|scores? of (?:people|events)|commercial segmentation|models, including|fit user profiles|data is segmented|voting (?:model|system)`,
      near: 110,
      details: { subject: 0 },
      says: [
        'We give each voter a score for how likely they are to support us.',
        'Voters are put into segments, and each segment gets its own campaign.',
        'Every household is ranked by how likely it is to change its vote.',
      ],
      does_not_say: [
        'You can edit your profile on our website.',
        'We check the background of high-profile guests.',
        'The local paper ran a profile of our candidate.',
      ],
    }),
    slots({
      id: 'vote-predicted',
      stance: 'stated',
      anchor: `${verbs('predict', 'estimate', 'model', 'forecast', 'assess', 'calculate', 'analyse', 'identify', 'determine', 'work out', 'evaluate')}|likelihood|likely to|how likely|probability`,
      with: [
        `${PERSON}|who|whom`,
        'turn ?out|vot(?:e|es|ing)|support(?:ing)? (?:us|the party)|likely (?:views|vote)|will (?:support|turn|vote)|voting intention|become (?:\\w+ )?(?:donors?|members?|supporters?)|donate|political (?:views|opinions?|leanings?)|lean|past giving',
      ],
      without: `${NOT_PEOPLE}|close result|eligible to vote|how people vote at|opinion polls?`,
      near: 120,
      details: { subject: 0, purpose: 1 },
      says: [
        'A computer model predicts who will turn out on polling day: it looks at all voters.',
        'We analyse past giving to find people who could become major donors.',
        'We estimate how likely you are to vote.',
      ],
      does_not_say: ['We estimate the cost of each mailing.', 'We predict a close result in the county.'],
    }),
    slots({
      id: 'profiling-used',
      stance: 'stated',
      anchor: 'profiling',
      with: [
        '(?:we|party) (?:use|uses|carries out|carry out|undertake|do|engage|may use|conduct|also use|may carry out|may|rely)|is used|is carried out|for profiling purposes|to (?:identify|predict|find|target|understand|send|decide|help|ensure)',
        PERSON,
      ],
      without: `${NOT_PEOPLE}|rights|right to|right not|analysis, profiling`,
      says: [
        'We use profiling to decide which voters to visit.',
        'Profiling is carried out to find people who may support us.',
        'Profiling means that we estimate your likely views; we do this for all voters.',
      ],
      reads: [],
    }),
    slots({
      id: 'understand-voters',
      stance: 'vague',
      anchor:
        'understand(?:s|ing)? (?:\\w+ ){0,3}(?:voters?|the electorate|electors|supporters|people|opinion|constituents|residents|donors|members|what matters|your (?:views|needs|interests|concerns|priorities))|build(?:s|ing)? (?:up )?(?:a|an) (?:\\w+ )?(?:picture|understanding|view|profile)|overall view of|insights?|campaign intelligence|(?:data|voter) analysis|is analy[sz]ed|analy[sz]e (?:your|the|our|voter|this|personal) (?:data|information)|user profiles|modelled data|which issues matter',
      without: `${NOT_PEOPLE}|understand how (?:visitors|you|people|users) use|how our (?:web)?site|google analytics|understand your rights|understand that|understand this|website traffic`,
      reason: 'anchor',
      negated: 'nothing',
      says: [
        'We use data to understand the electorate better.',
        'Data is analysed to produce insight.',
        'Your data helps us form an overall view of opinion.',
      ],
    }),
    slots({
      id: 'named-in-passing',
      stance: 'vague',
      anchor: 'profiling|segmentation',
      without: `${NOT_PEOPLE}|rights?`,
      reason: 'named in passing',
      says: [
        'Your registration feeds our analysis, profiling and mailings.',
        'Purposes: campaigning, profiling.',
        'We may use segmentation.',
      ],
      does_not_say: ['You have rights concerning profiling.', 'Profiling is any automated use of data to judge personal aspects.'],
    }),
    slots({
      id: 'no-scores',
      stance: 'denied',
      anchor: 'no (?:\\w+, ){0,3}(?:scores?|segments?|profiles?|models?|rankings?|profiling)(?: or \\w+)?',
      with: ['applied|made|kept|used|built|drawn|done|of (?:you|voters|people)|hold|build|make'],
      without: NOT_PEOPLE,
      says: [
        'No scores, segments or models are applied to anybody on our list.',
        'We build no profiles of voters.',
        'No profiling is done with these answers.',
      ],
    }),
  ],
};
