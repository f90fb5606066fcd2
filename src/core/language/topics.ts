/** What a practice is called when a heading or a bare noun names it: for "Profiling: none." and "Your data is not used like that." */
import type { PracticeId } from '../practices.ts';
import { exceptionIn } from './polarity.ts';
import type { Statement } from './statement.ts';

const TOPICS: readonly (readonly [PracticeId, RegExp])[] = [
  ['customer-list-matching', /\b(?:custom audiences?|customer match|list matching|(?:upload|match)\w* (?:\w+ ){0,3}lists?)\b/],
  ['lookalike-audience', /\b(?:look-?alikes?|similar audiences?)\b/],
  [
    'website-retargeting',
    /\b(?:retargeting|remarketing|advertising cookies|tracking pixels?|targeting cookies|advertising and tracking)\b/,
  ],
  ['interest-targeting', /\b(?:interest-based|by (?:your )?interests?|behavioural) (?:adverts?|advertising|targeting)?\b/],
  ['social-media-advertising', /\b(?:social media (?:adverts?|advertising)|advertising on social media|adverts? on social media)\b/],
  ['profiling', /\b(?:profiling|scoring|voter scores?|segmentation)\b/],
  ['automated-decisions', /\bautomated (?:individual )?(?:decisions?|decision[- ]making)|automatic decisions?\b/],
  ['data-combination', /\b(?:combining|matching|merging) (?:\w+ ){0,2}(?:data|sources|records)\b/],
  ['commercial-data', /\b(?:bought|purchased|commercial|third-party) (?:data|lists)|data brokers?|buying data\b/],
  ['inferred-characteristics', /\b(?:inferred|guessed|estimated) (?:data|traits|characteristics)\b/],
  ['political-opinions', /\bpolitical (?:opinions?|views)\b/],
  ['electoral-register', /\belectoral (?:register|roll)\b/],
  ['international-transfer', /\b(?:international|overseas|foreign) transfers?|transfers? (?:abroad|overseas|outside)\b/],
];

const POINTS_BACK =
  /\b(?:not|never)\b.{0,60}\b(?:for (?:this|that|these|any of this)|like (?:that|this)|in (?:this|that|such a|any such) (?:way|manner)|(?:do|does|doing|done) (?:this|that|so|either|any of (?:this|these)))\b|^(?:we|the party) (?:do|does) not\.?$|^this (?:is not (?:done|something we do)|does not (?:happen|take place))/;
const NONE = /: ?(?:none|no|never|not (?:used|done|applicable|carried out))\s*\.?$/;
const BARE = /^(?:none|never|no|not applicable)\s*\.?$/;

/** Practices that a statement denies by pointing back at what was named before it, or after a bare noun and a colon. */
export function deniedByPointing(s: Statement): readonly PracticeId[] {
  const own = s.text.slice(s.own);
  const colon = own.indexOf(':');
  if (NONE.test(own) && colon > 0 && colon < 80) return topicsIn(own.slice(0, colon));
  if (BARE.test(own)) return topicsIn(s.headings.at(-1) === s.before ? s.before : (s.lead_ins.at(-1) ?? ''));
  if (!POINTS_BACK.test(own) || own.length > 200) return [];
  if (colon > 0 && colon < 60) return topicsIn(own.slice(0, colon));
  const named = topicsIn(s.before.length < 300 ? s.before : '');
  return named.length > 0 ? named : s.before.length < 20 || exceptionIn(own) ? [] : topicsIn(s.headings.at(-1) ?? '');
}

function topicsIn(text: string): PracticeId[] {
  return TOPICS.filter(([, topic]) => topic.test(text)).map(([practice]) => practice);
}
