/** English patterns for `retention`: how long data is kept. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const KEEP =
  'ke(?:ep|eps|pt|eping)|retain(?:s|ed|ing)?|retention(?: periods?)?|stor(?:e|es|ed|ing|age)|h(?:old|olds|eld|olding)|delet(?:e|es|ed|ing|ion)|destroy(?:s|ed)?|eras(?:e|es|ed|ure)|removed?|anonymi[sz]ed|stays? with us|remains?|preserved?|archived?|recordings?|purged?';
const PERIOD =
  '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety|hundred)(?: \\(\\d+\\))? ?(?:calendar |business |working |full )?(?:days?|weeks?|months?|years?|hours?)|indefinitely|without limit of time|permanently|for ever|until (?:the|you|your|we|it|they|an?|polling|such|after)|after (?:the|each|every|an?) (?:\\w+ ){0,3}election|while you (?:are|remain|have)|as long as you (?:are|remain|have|use|keep|stay|continue)|for the (?:duration|length|lifetime|life) of|when you (?:leave|cancel|close|resign|delete|unsubscribe|stop)|once (?:you|the|your|an?) |(?:after|upon|on) (?:the )?(?:end|termination|closure|expiry|deletion) of|depends on|taking into account|criteria|whether you (?:are|still)';
const OTHER =
  'cookies? (?:expires?|lasts?|is kept|are kept)|(?:respond|reply|answer|acknowledge|contact you) (?:\\w+ ){0,3}within|within (?:one|30|thirty|a) (?:month|days|calendar)|casting vote|trained every|whole meeting|session cookie|persistent cookie|keep you logged|held (?:every|on|at)|years? (?:of age|old)|aged|age of|under 1[368]|response within|keep in touch';

export const retention: PatternFamily = {
  id: 'retention.en',
  practice: 'retention',
  language: 'en',
  patterns: [
    slots({
      id: 'period-or-event',
      stance: 'stated',
      anchor: KEEP,
      with: [PERIOD],
      without: OTHER,
      near: 130,
      reads: ['right', 'law', 'choice'],
      details: { period: 0 },
      says: [
        'We keep donor records for six years.',
        'Your data stays with us while you are a member and for two years after.',
        'Recordings of calls: 90 days.',
      ],
      does_not_say: ['The cookie expires after two years.', 'We answer within one month.', 'The committee retains a casting vote.'],
    }),
    slots({
      id: 'long-as-necessary',
      stance: 'vague',
      anchor:
        '(?:as|so) long as (?:\\w+ ){0,4}(?:necessary|needed|required|need|allow\\w*|permit\\w*|require\\w*|reasonabl\\w+|relevant|we have|possible)|no longer than (?:\\w+ ){0,4}(?:necessary|required|needed|need)|reasonable (?:time|period)|(?:period|time) (?:\\w+ ){0,3}(?:necessary|required|needed)|longer retention period|(?:necessary|needed|required) (?:for|to fulfil) the purposes?|(?:law|legally) (?:\\w+ ){0,3}(?:makes|requires|required|obliges) (?:us )?(?:to )?(?:keep|retain)|no longer (?:necessary|needed|required)',
      with: [`${KEEP}|data|records|details`],
      without: OTHER,
      reason: 'anchor',
      negated: 'nothing',
      reads: ['right', 'law', 'choice'],
      says: [
        'We keep data only for as long as we need it.',
        'Data is held for no longer than is required.',
        'After a reasonable time your details are removed.',
      ],
    }),
    slots({
      id: 'law-makes-us-keep',
      stance: 'vague',
      anchor:
        '(?:law|legal obligations?|regulations?) (?:\\w+ )?(?:makes?|requires?|obliges?|compels?) us to (?:keep|retain|hold|store)|required (?:by law )?to (?:keep|retain)|retention (?:policy|schedule|periods?)',
      reason: 'how long is not said',
      reads: ['law'],
      negated: 'nothing',
      says: [
        'The regulations oblige us to retain some records.',
        'We are required by law to retain some data.',
        'Our retention schedule sets the times.',
      ],
    }),
    slots({
      id: 'certain-records',
      stance: 'vague',
      anchor: '(?:makes|requires|obliges) us (?:to )?keep',
      reason: 'which, and how long, is not said',
      reads: ['law'],
      says: [
        'The law makes us keep certain records.',
        'Electoral law requires us to keep accounts of gifts.',
        'The Act obliges us to keep some papers.',
      ],
    }),
    slots({
      id: 'not-kept',
      stance: 'denied',
      anchor:
        '(?:keep|keeps|store|stores|retain) (?:nothing|none|no (?:copies|data|records|information))|(?:are|is|do|does|will) not (?:be )?(?:\\w+ )?(?:kept|stored|retain|retained|keep|store|saved?)',
      without: 'longer|necessary|cookies|outside|on your device|card (?:details|numbers?)|credit card|password\\w*|for as long',
      reads: ['right'],
      says: [
        'We keep nothing: your answers vanish when you close the page.',
        'Search words typed here are not stored.',
        'We do not retain copies of identity documents.',
      ],
      does_not_say: ['The party collects, holds and retains data for its campaigns.', 'Members are asked to stay for the whole meeting.'],
    }),
  ],
};
