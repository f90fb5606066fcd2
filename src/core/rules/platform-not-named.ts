/** Does the notice name, or clearly describe, each platform that receives or uses voters' data? */
import { audits, DATA_PROTECTION_LAW_FROM, ukGdpr } from '../citations.ts';
import { type DeclaredItem, declaredItems, itemEvidence } from '../declared.ts';
import type { Case, Evidence, Finding, Use } from '../evidence.ts';
import { type Answer, captureWords, finding, gap, met, missingWords, quoteOf } from '../finding.ts';
import { describesPlatform, namesPlatform } from '../named-platforms.ts';
import type { Disclosure, Snapshot } from '../notice.ts';
import { noticeAdvice, noticeSpells, notKnown } from '../notice-course.ts';
import { atLeastOne, disclosureEvidence, silence, unreadableEvidence } from '../notice-evidence.ts';
import type { PracticeId } from '../practices.ts';
import type { Rule } from '../rule.ts';
import { grouped, observations, seenUses, usesPersonalData, usesWithin } from '../seen.ts';
import { seenWords } from '../seen-words.ts';
import { union } from '../spells.ts';
import { type Day, dayOf } from '../time.ts';
import { captureDays, counting, isUnreadable, snapshotsFor, standingSnapshots, toldOn } from '../told.ts';
import { dayWords, platformName, sentences } from '../words.ts';

export const platformNotNamed: Rule = {
  id: 'platform-not-named',
  version: 1,
  title: 'A platform that the notice does not name',
  question: "Does the notice name, or clearly describe, each platform that receives or uses voters' data?",
  compares: ['seen', 'declared', 'told'],
  regime: 'uk',
  basis: 'law',
  citations: [
    ukGdpr('Article 13(1)(e)', 'verify'),
    ukGdpr('Article 14(1)(e)', 'read'),
    audits('sharing of data, social media companies among the recipients (our name for the theme)'),
  ],
  in_force_from: DATA_PROTECTION_LAW_FROM,
  in_force_to: null,
  serves: ['K1', 'K3'],
  outcomes: {
    met: 'The notice that stood in the days of use names the platform, or describes recipients of a kind that clearly covers it; the reason says which.',
    gap: 'It does neither.',
    cannot_tell: 'The notice could not be read whole, or no snapshot of it was captured by that time, or none at all.',
    none: 'No targeting that uses personal data was seen or declared on the platform.',
  },
  severity: 'Always high.',
  closes: 'A notice that names the platform or a clear kind of recipient, from the day on which it was captured.',
  changes: [{ version: 1, on: '2026-11-24', what: 'First version.' }],
  ask,
};

type Used = Use | (DeclaredItem & { readonly platform: string });

function ask(c: Case): readonly Finding[] {
  const uses = seenUses(c).filter((use) => usesPersonalData(use.criterion));
  const items = declaredItems(c).filter(
    (item): item is DeclaredItem & { readonly platform: string } =>
      item.platform !== null && item.first <= c.today && item.criterion !== null && usesPersonalData(item.criterion),
  );
  return grouped<Used>([...uses, ...items], (one) => one.platform).flatMap(([name, used]) => {
    const spells = noticeSpells({
      periods: union(used),
      today: c.today,
      turns: captureDays(snapshotsFor('named-platforms', c.snapshots, c.today)),
      inUse: (day) => namedOn(c, name, day),
      toldLater: (day) => {
        const answer = namedOn(c, name, day);
        return answer.outcome === 'met' ? { ...answer, reason: 'told-later' } : null;
      },
    });
    return spells.map((spell) => {
      const about = usesWithin(used, spell);
      const seen = about.filter((one): one is Use => 'level' in one);
      const declared = about.filter((one): one is DeclaredItem & { readonly platform: string } => 'declaration' in one);
      return finding({
        c,
        rule: platformNotNamed,
        subject: name,
        spell,
        about: [...observations(seen), ...itemEvidence(declared)],
        practice: 'named-platforms',
        platform: name,
        reader_text: sentences([...usedWords(c.party.name, name, seen, declared), ...notedWords(spell.answer, name)]),
        party_text:
          spell.answer.outcome === 'gap'
            ? `Name ${platformName(name)} in the notice, or the kind of company it is.`
            : noticeAdvice(spell.answer, 'named-platforms'),
        suggested: `We share this data with ${platformName(name)} so that it can show our adverts.`,
      });
    });
  });
}

const ASKED: readonly PracticeId[] = ['named-platforms', 'recipients'];

interface Passage {
  readonly snapshot: Snapshot;
  readonly disclosure: Disclosure;
}

/** The answer of the notices that stand on a day. */
function namedOn(c: Case, name: string, day: Day): Answer {
  const standing = standingSnapshots(snapshotsFor('named-platforms', c.snapshots, c.today), day);
  if (standing.length === 0) return notKnown(toldOn('named-platforms', c.snapshots, day, c.today));
  const passages = standing.flatMap((snapshot) =>
    ASKED.flatMap((practice) => counting(snapshot, practice).map((disclosure) => ({ snapshot, disclosure }))),
  );
  const of = (stance: Disclosure['stance'], practice?: PracticeId) =>
    passages.filter(({ disclosure }) => disclosure.stance === stance && (practice === undefined || disclosure.practice === practice));
  const stated = of('stated');
  const named = stated.filter(({ disclosure }) => namesPlatform(disclosure, name));
  if (named.length > 0) return met('named', quoted(named, standing));
  const described = stated.filter(({ disclosure }) => disclosure.practice === 'recipients' && describesPlatform(disclosure, name));
  if (described.length > 0) return met('covered-by-a-kind-of-recipient', quoted(described, standing));
  const unread = standing.filter((snapshot) => ASKED.some((practice) => isUnreadable(snapshot, practice)));
  if (unread.length > 0)
    return notKnown({ stance: 'unreadable', says_both: false, limits: [], evidence: [unreadableEvidence(unread, 'named-platforms')] });
  const others = of('stated', 'named-platforms');
  if (others.length > 0) return gap('other-platforms-named', 'high', quoted(others, standing));
  const vague = of('vague');
  if (vague.length > 0) return gap('vague', 'high', quoted(vague, standing));
  const denied = of('denied', 'named-platforms');
  if (denied.length > 0) return gap('denied', 'high', quoted(denied, standing));
  return gap(
    'absent',
    'high',
    atLeastOne(
      standing.map((snapshot) => silence(snapshot, 'named-platforms')),
      unreadableEvidence(standing, 'named-platforms'),
    ),
  );
}

function quoted(passages: readonly Passage[], standing: readonly Snapshot[]) {
  const evidence: readonly Evidence[] = passages.slice(0, 4).map(({ snapshot, disclosure }) => disclosureEvidence(snapshot, disclosure));
  return atLeastOne(evidence, unreadableEvidence(standing, 'named-platforms'));
}

function usedWords(party: string, name: string, seen: readonly Use[], declared: readonly DeclaredItem[]): readonly string[] {
  const [item] = declared;
  return [
    ...(seen.length === 0 ? [] : [seenWords('social-media-advertising', seen)]),
    ...(item === undefined
      ? []
      : [
          `${party} declares targeting on ${platformName(name)} in the declaration dated ${dayWords(dayOf(item.declaration.published_at))}.`,
        ]),
  ];
}

function notedWords(answer: Answer, name: string): readonly string[] {
  const platform = platformName(name);
  const notice = `The notice captured on ${captureWords(answer.evidence)}`;
  switch (answer.reason) {
    case 'named':
      return [`${notice} names it: ${quoteOf(answer.evidence)}`];
    case 'covered-by-a-kind-of-recipient':
      return [`${notice} does not name ${platform}, and describes a kind of recipient that covers it: ${quoteOf(answer.evidence)}`];
    case 'told-later':
      return [`${notice}, after the use had ended, says: ${quoteOf(answer.evidence)}`, 'The days before stay in the history.'];
    case 'other-platforms-named':
      return [`${notice} names other platforms, and describes no kind of recipient that covers ${platform}: ${quoteOf(answer.evidence)}`];
    case 'vague':
      return [`${notice} says only: ${quoteOf(answer.evidence)}`];
    case 'denied':
      return [`${notice} says: ${quoteOf(answer.evidence)}`];
    case 'absent':
      return [
        `No passage of the notice captured on ${captureWords(answer.evidence)} names ${platform} or a kind of recipient that covers it.`,
      ];
    default:
      return [missingWords(answer.evidence)];
  }
}
