/** English patterns for `data-combination`: data about a person from several sources brought together. */
import { COMBINE, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const SOURCE =
  'electoral (?:register|roll)|register|canvass(?: \\w+)?(?: returns?)?|surveys?(?: answers)?|census(?: figures)?|public(?:ly available)? (?:sources?|data|information|records)|data (?:companies|company|brokers?)|commercial\\w* (?:data|available|sources?)|other (?:sources?|data|information)|sources|social media|elsewhere|third part(?:y|ies)|what we (?:already )?(?:know|hold|have)|(?:data|information|details) (?:that )?we (?:already |may )?(?:hold|have|know)|already (?:hold|know|have)|membership (?:record|list|data)|petitions?|donation\\w*|polling|bought (?:\\w+ )?(?:numbers|data)|your visit|what you tell us|records|phone numbers|our (?:list|records?|database|voter file)|donor records|facts found|supporters|lifestyle data';
const OTHER_SENSE =
  'in combination with our terms|branches may merge|text and pictures|documents that match|not linked to your name|links? to other|linked (?:web)?sites?|linked to (?:or from )?(?:other|third)|identif\\w+ you alone|together with other data is|add your name|added to (?:our|the) (?:mailing|email) list|added security|match the address|post office file|added to the list|join(?:ed|ing)? (?:us|the party|our|online|a)|links? in|clicked|companies append|social media accounts|links? (?:to|on)|a link|link you|add(?:ing)? cookies|compar\\w+ (?:our supporters|them) with|(?:instagram|facebook) accounts|contacts? lists? are never matched with';

export const dataCombination: PatternFamily = {
  id: 'data-combination.en',
  practice: 'data-combination',
  language: 'en',
  patterns: [
    slots({
      id: 'combined',
      stance: 'stated',
      anchor: COMBINE,
      with: [
        SOURCE,
        '(?:with|to|from|and|into|by|against) (?:\\w+ ){0,4}(?:register|roll|canvass|survey|census|sources?|data|information|records?|details|list|lists|file|database|know|hold|have|facts|elsewhere|answers|profile)',
      ],
      without: `${OTHER_SENSE}|fraud\\w*|your request|request you|verify|may contain|logs? files?|identifiable`,
      near: 130,
      details: { sources: 0 },
      says: [
        'We combine the register with canvass returns and survey answers in one record for each voter.',
        'Phone numbers from a data company are appended to our list.',
        'What you tell us at the door is added to what we already know about you.',
      ],
      does_not_say: ['Read this notice in combination with our terms.', 'Two branches may merge.', 'The site combines text and pictures.'],
    }),
    slots({
      id: 'up-to-date-from-elsewhere',
      stance: 'stated',
      anchor: 'up to date|update (?:our|your|the) records?|correct and current',
      with: [
        '(?:with|from|using|by) (?:\\w+ ){0,4}(?:elsewhere|other sources|third parties|public sources|commercial\\w*|the register|data compan\\w+)',
      ],
      says: [
        'Now and then we bring your record up to date with details obtained elsewhere.',
        'Records are kept up to date using data from third parties.',
        'We keep your details up to date from public sources.',
      ],
    }),
    slots({
      id: 'several-sources',
      stance: 'vague',
      anchor:
        '(?:get|obtain|collect|receive|gather|hold|have|source)(?:s|ed|ing)? (?:\\w+ ){0,5}(?:data|information|details) (?:\\w+ ){0,4}(?:from|about you from)',
      with: [
        'other sources|(?:register|surveys?|social media|canvass\\w*|third parties|public\\w* \\w+)(?:,| and) (?:\\w+ ){0,4}(?:register|surveys?|social media|canvass\\w*|third parties|public\\w*|sources)|(?:variety|number|range) of sources|from other|various sources|several sources',
      ],
      without: OTHER_SENSE,
      reason: 'no word of combining',
      negated: 'nothing',
      says: [
        'We get data from the register, from surveys and from social media.',
        'We may also hold data from other sources.',
        'We collect information from a variety of sources.',
      ],
    }),
    slots({
      id: 'all-information-available',
      stance: 'vague',
      anchor:
        'all (?:of )?the (?:information|data) (?:that is )?(?:available|we (?:hold|have))|information from elsewhere|(?:combine|supplement|match|compare)\\w* (?:\\w+ ){0,6}(?:fraud|security)',
      reason: 'anchor',
      negated: 'nothing',
      says: [
        'We draw on all the information available to us.',
        'Information from elsewhere may supplement our checks against fraud.',
        'Our planning uses all the data we hold.',
      ],
    }),
    slots({
      id: 'kept-apart',
      stance: 'denied',
      anchor:
        'keep (?:each|every|our|all) (?:\\w+ )?(?:sources?|lists?) apart|only use (?:the )?(?:data|information|details|what) (?:that )?you (?:give|gave|tell|provide)\\w*|(?:from|by) you (?:alone|and nobody else|and from no other source)|(?:data|details) (?:come|comes) only from you',
      says: [
        'We only use what you give us.',
        'We keep each source apart and do not merge records about you.',
        'Our data comes only from you.',
      ],
    }),
    slots({
      id: 'one-item-not-linked',
      stance: 'denied',
      negated: 'listed',
      anchor: `(?:not|never) (?:\\w+ ){0,3}(?:${verbs('link', 'combine', 'match', 'merge', 'join')})`,
      with: ['log files?|ip address(?:es)?|logs|analytics|cookies?'],
      reason: 0,
      says: [
        'Log files are not linked to your name.',
        'IP addresses are never combined with other data.',
        'Cookies are not matched to members.',
      ],
      note: 'About one technical item: listed, not counted.',
    }),
  ],
};
