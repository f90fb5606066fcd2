/** English patterns for `demographic-targeting`: age, gender, language, family, work or income decide who is reached. */
import { MESSAGE, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const TRAIT =
  'age(?:s|d|d between| groups?| bands?| ranges?)?|gender|sex|ethnicity|ethnic (?:origin|group)|religion|language|education|occupation|job titles?|employment|income|marital status|family (?:status|make-?up|size)|parents|pensioners?|students?|young (?:people|voters|parents|families|adults)|older (?:people|voters)|women|men|homeowners?|tenants|renters|type of home|household (?:type|income|composition)|people who use the platform in|first-time voters';
const CHOOSING = `${verbs('choose', 'select', 'target', 'segment', 'aim', 'decide', 'determine', 'filter', 'direct', 'group', 'limit', 'pick')}|choosing|chosen|targeted|shown to|sent to|written to|based on|according to|depend\\w* on|by (?:gender|age|sex)|receive a different|get a different|helps? us decide`;
const NOT_TARGETING =
  'join(?:ing)?|must be|under (?:the age of )?1[368]|at least 1[0-8]|or older|over the age|equality monitoring|monitor equality|equal opportunit\\w+|analytics|in total|to check|verify|parent or guardian|must ask|children under|publish|average age|date of birth to|consent of a parent|public task|lawful bas\\w+|aggregate\\w*|statistics';

export const demographicTargeting: PatternFamily = {
  id: 'demographic-targeting.en',
  practice: 'demographic-targeting',
  language: 'en',
  patterns: [
    slots({
      id: 'traits-choose-people',
      stance: 'stated',
      anchor: CHOOSING,
      with: [TRAIT, `${MESSAGE}|who (?:sees?|gets?|receives?)|what (?:you|they) (?:see|get|receive)|reach|about`],
      without: NOT_TARGETING,
      near: 110,
      details: { traits: 0 },
      says: [
        'Our adverts about student loans are shown to people aged 18 to 24.',
        'Parents of young children receive a different leaflet.',
        'We choose by gender and age band who sees our videos on social media.',
      ],
      does_not_say: [
        'You must be 15 or older to join.',
        'We ask for your ethnicity to monitor equality in our selections.',
        'We publish the average age of our councillors.',
      ],
    }),
    slots({
      id: 'demographics-unnamed',
      stance: 'vague',
      anchor:
        'demographics?(?: (?:data|information|details|characteristics|profiles?|groups?))?|socio-?(?:demographic|economic)\\w*(?: (?:data|information))?|(?:personal |household |population )?characteristics (?:of voters|of people|of households|of electors|like)',
      without: `${NOT_TARGETING}|supplier|lookalike|similar`,
      reason: 'no trait is named',
      says: [
        'We use demographics to plan our communications.',
        'Data we may hold: demographic information.',
        'Characteristics of voters help us campaign better.',
      ],
      does_not_say: ['Analytics show us the age groups of our visitors in total.', 'Children under 13 must ask a parent before they sign.'],
    }),
    slots({
      id: 'traits-for-a-general-purpose',
      stance: 'vague',
      anchor:
        'personal(?:ise|ize|ised|ized|ising|izing)?|tailor\\w*|relevant|campaign(?:s|ing)? (?:more|better)|improve|plan|understand\\w*',
      with: ['age|gender|sex|date of birth|ethnicity|occupation|income|language|marital status|education'],
      without: `${NOT_TARGETING}|personal (?:data|information|details)`,
      near: 110,
      reason: 'anchor',
      negated: 'nothing',
      says: [
        'Date of birth and gender may be used to make our contact with you more personal.',
        'Your age and occupation help us to tailor our news.',
        'Age and gender make our letters more relevant.',
      ],
    }),
    slots({
      id: 'traits-do-not-choose',
      stance: 'denied',
      anchor: '(?:plays? no part|makes? no difference|(?:do|does|will) not (?:\\w+ ){0,9}by)',
      with: ['age|gender|personal (?:traits?|characteristics)|demographics?'],
      says: [
        'We do not choose who sees our adverts by age, gender or any other trait.',
        'Your age and gender play no part in what we send you.',
        'Gender makes no difference to our letters.',
      ],
    }),
    slots({
      id: 'everybody-the-same',
      stance: 'denied',
      anchor:
        '(?:all (?:adults|voters|electors)|everyone|everybody) (?:\\w+ ){0,5}(?:shown|see|sees|get|gets|receive|receives) the same (?:adverts?|ads|leaflets?|letters?|messages?)',
      says: [
        'All adults in a constituency are shown the same adverts.',
        'Everyone gets the same leaflet.',
        'All voters in a ward see the same messages.',
      ],
    }),
  ],
};
