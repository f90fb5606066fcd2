/** Does anything an ad library shows stand against a "we do not" statement in the declaration? */
import { type AbsenceCourse, absenceCourse, together } from '../absence.ts';
import { answers } from '../answers.ts';
import { politicalAdvertising, RECOMMENDATIONS_FROM, recommendation } from '../citations.ts';
import { daysAgainst, seenAgainst } from '../contradicted.ts';
import { criterion, isCriterionId } from '../criteria.ts';
import type { NegativeStatement } from '../declaration.ts';
import { declarationEvidence, type Standing, standingOn, standings, useWords } from '../declared.ts';
import { lookedWords, NOTHING_SEEN, untested, untestedWords } from '../denials.ts';
import { deniedKinds } from '../denied-kinds.ts';
import type { Case, Evidence, Finding, Use } from '../evidence.ts';
import { type Answer, answerKey, cannotTell, finding, gap, met, missingWords } from '../finding.ts';
import { atLeastOne, missing } from '../notice-evidence.ts';
import { isPracticeId } from '../practices.ts';
import type { Rule } from '../rule.ts';
import { grouped, observations, onePlatform, seenUses } from '../seen.ts';
import { seenWords } from '../seen-words.ts';
import { covers, firstDay, lastCovered, type Spell, spells, turnsOf } from '../spells.ts';
import { type Day, dayOf } from '../time.ts';
import { dayWords, quoteWords, sentence } from '../words.ts';

export const declaredDenialContradicted: Rule = {
  id: 'declared-denial-contradicted',
  version: 2,
  title: 'Denied in the declaration, and seen',
  question: 'Does anything an ad library shows stand against a “we do not” statement in the declaration?',
  compares: ['seen', 'declared'],
  regime: 'uk',
  basis: 'guidance',
  citations: [recommendation('K3'), recommendation('K4'), politicalAdvertising('Articles 7(1), 11(1)(d) and 12(1)(l)')],
  in_force_from: RECOMMENDATIONS_FROM,
  in_force_to: null,
  serves: ['K3', 'K4'],
  outcomes: {
    met: 'A later version of the declaration names what was seen; or ads of the party ran, nothing was seen against the statement, and the copies stored of ad libraries that show it cover every day and every platform that it speaks of (every platform with an ad library that is read, where it names none). An advert that began before those days is not looked for.',
    gap: 'An ad library shows what the statement denies, on its platforms and within its days.',
    cannot_tell:
      'Nothing was seen, and a day or a platform is not covered, no library can show it, no ads of the party ran, or places or labels of those that ran are not shown; or only an audience was seen whose kind the library does not show.',
    none: 'The declaration makes no such statement.',
  },
  severity: 'Always urgent.',
  closes: 'A new version of the declaration that corrects the statement. Letting the declaration run out, or withdrawing it, does not.',
  changes: [
    { version: 1, on: '2026-11-24', what: 'First version.' },
    { version: 2, on: '2026-11-24', what: 'A statement is met where complete copies of the ad libraries show nothing against it.' },
  ],
  ask,
};

/** One "we do not", in one version, with the days on which that version stands, and what its absence comes to. */
interface Statement {
  readonly standing: Standing;
  readonly negative: NegativeStatement;
  readonly absence: AbsenceCourse;
}

function ask(c: Case): readonly Finding[] {
  const all = standings(c);
  const uses = seenUses(c);
  const statements = all.flatMap((standing) => statementsOf(c, standing));
  return grouped(statements, ({ negative }) => subjectOf(negative)).flatMap(([subject, group]) => {
    const against = (spell: Spell<Answer>) => usesAgainst(group, uses, spell);
    return statementSpells(c, all, group, uses).map((spell) => {
      const about = against(spell);
      const [only] = group;
      const about_one =
        only !== undefined && new Set(group.map(({ negative }) => negative.subject)).size === 1 ? only.negative.subject : null;
      return finding({
        c,
        rule: declaredDenialContradicted,
        subject,
        spell,
        about: observations(about),
        practice: about_one === null ? null : isPracticeId(about_one) ? about_one : criterion(about_one).practice,
        criterion: about_one !== null && isCriterionId(about_one) ? about_one : null,
        platform: onePlatform(about),
        reader_text: readerText(spell.answer, about, lookedAt(group, spell.to ?? c.today)),
        party_text: advice(spell.answer),
        suggested: 'Until {date} we did not use {kind of targeting}. Since then we do, on {platform}.',
      });
    });
  });
}

/** The statements of one version. What one place in the file denies in many words ("no targeting was used") is looked for as a whole. */
function statementsOf(c: Case, standing: Standing): readonly Statement[] {
  const { negatives } = standing.declaration;
  const placeOf = ({ path, platforms, from, to }: NegativeStatement) => JSON.stringify([path, platforms, from, to]);
  const courses = new Map(
    grouped(negatives, placeOf).map(([place, same]) => {
      const kinds = [...new Set(same.flatMap(({ subject }) => deniedKinds(subject)))];
      const [{ platforms, from, to } = { platforms: [], from: '', to: null }] = same;
      return [place, absenceCourse(c, { kinds, platforms, from, to })];
    }),
  );
  return negatives.flatMap((negative) => {
    const absence = courses.get(placeOf(negative));
    return absence === undefined ? [] : [{ standing, negative, absence }];
  });
}

/** The stable name of what is denied. "No targeting was used" is one statement, however many kinds of targeting it covers. */
function subjectOf({ path, subject, platforms }: NegativeStatement): string {
  if (path === 'targeting_used') return 'targeting-used';
  return platforms.length === 0 ? subject : `${subject}/${[...platforms].sort().join('+')}`;
}

function statementSpells(c: Case, all: readonly Standing[], group: readonly Statement[], uses: readonly Use[]): readonly Spell<Answer>[] {
  const from = firstDay(group.map(({ standing }) => standing.period));
  if (from === null) return [];
  const contradictions = group.flatMap(({ negative }) => {
    const { sure, unclear } = seenAgainst(negative, uses);
    const begin = (some: readonly Use[]) => firstDay(some.flatMap((use) => daysAgainst(negative, use) ?? []));
    return [begin(sure), begin(unclear)].filter((day) => day !== null);
  });
  return spells<Answer>({
    from,
    today: c.today,
    turns: [...turnsOf(all.map(({ period }) => period)), ...contradictions, ...group.flatMap(({ absence }) => absence.turns)],
    key: answerKey,
    answer: (day, before) => {
      const standing = group.filter(({ standing: { period } }) => covers([period], day));
      // Only what was a gap can be corrected.
      const open = before !== null && (before.outcome === 'gap' || before.reason === 'corrected');
      const corrected = open ? correction(group, all, uses, day) : null;
      if (standing.length === 0) return corrected ?? carried(before, group, all, day);
      const today = judge(standing, uses, day);
      return today.outcome === 'gap' ? today : (corrected ?? today);
    },
  });
}

/** What the statements standing on a day come to, from what had been seen by then. */
function judge(standing: readonly Statement[], uses: readonly Use[], day: Day): Answer {
  const words = standing.map(({ standing: { declaration }, negative }) => ({
    evidence: declarationEvidence(declaration, negative.path, negative.words),
    ...seenAgainst(
      negative,
      uses.filter((use) => begun(negative, use, day)),
    ),
  }));
  const nothing = 'Nothing seen speaks against it';
  const said = (some: readonly Evidence[], last: readonly Evidence[] = []) =>
    atLeastOne([...unique(some), ...last], missing('coverage', nothing));
  const sure = words.filter((one) => one.sure.length > 0);
  if (sure.length > 0) return gap('contradicted', 'urgent', said(sure.map((one) => one.evidence)));
  const unclear = words.filter((one) => one.unclear.length > 0);
  if (unclear.length > 0) {
    const kind = missing('kind-of-audience', 'The library does not say which kind it was');
    return cannotTell(
      'only-unspecified-seen',
      said(
        unclear.map((one) => one.evidence),
        [kind],
      ),
    );
  }
  const all = words.map((one) => one.evidence);
  if (standing.every(({ negative }) => untested(negative.subject) === 'no-library-shows-it'))
    return cannotTell('no-library-shows-it', said(all, [missing('coverage', 'No ad library can show it, so it cannot be tested')]));
  const reason = together(standing.map(({ absence }) => absence.on(day).reason));
  if (reason === 'not-seen') return met(reason, said(all));
  const what = reason === 'values-not-shown' ? 'values' : 'coverage';
  return cannotTell(reason, said(all, [missing(what, untestedWords(reason, nothing))]));
}

/** What was looked through by a day, or by the last day on which one of the statements stood. */
function lookedAt(group: readonly Statement[], day: Day): readonly string[] {
  const last = lastCovered(
    group.map(({ standing }) => standing.period),
    day,
  );
  if (last === null) return [];
  const standing = group.filter(({ standing: { period } }) => covers([period], last));
  const absences = standing.map(({ absence }) => absence.on(last)).filter(({ reason }) => reason === 'not-seen');
  return [...new Set(absences.map(lookedWords))];
}

/** Many denials of one place in a file ("no targeting was used") are one piece of evidence. */
function unique(evidence: readonly Evidence[]): readonly Evidence[] {
  const byPlace = new Map(
    evidence.map((one) => [one.kind === 'declaration' ? `${one.declaration}|${one.version}|${one.path}` : one.kind, one]),
  );
  return [...byPlace.values()];
}

function begun(negative: NegativeStatement, use: Use, day: Day): boolean {
  const days = daysAgainst(negative, use);
  return days !== null && days.first <= day;
}

/** Once a statement stands no more, an open gap stays, and so does that nothing was seen, unless a later version of the same declaration took its place. */
function carried(before: Answer | null, group: readonly Statement[], all: readonly Standing[], day: Day): Answer | null {
  if (before === null || before.outcome === 'cannot-tell') return null;
  const ids = new Set(group.map(({ standing }) => standing.declaration.id));
  const replaced = standingOn(all, day).some((declaration) => ids.has(declaration.id));
  return before.reason !== 'corrected' && replaced ? null : before;
}

/** A version standing on a day that names what was seen against the statements. */
function correction(group: readonly Statement[], all: readonly Standing[], uses: readonly Use[], day: Day): Answer | null {
  const against = group.flatMap(
    ({ negative }) =>
      seenAgainst(
        negative,
        uses.filter((use) => begun(negative, use, day)),
      ).sure,
  );
  const evidence = standingOn(all, day).flatMap((declaration) =>
    declaration.uses
      .filter((stated) => against.some((use) => use.platform === stated.platform && answers({ ...use, direction: 'used' }, stated)))
      .map((stated) => declarationEvidence(declaration, stated.path, useWords(stated))),
  );
  const [head, ...rest] = evidence;
  return head === undefined ? null : met('corrected', [head, ...rest]);
}

/** What had been seen against the statements by the end of a spell. */
function usesAgainst(group: readonly Statement[], uses: readonly Use[], spell: Spell<Answer>): readonly Use[] {
  if (NOTHING_SEEN.has(spell.answer.reason)) return [];
  const found = new Set<Use>();
  for (const { negative } of group) {
    const { sure, unclear } = seenAgainst(
      negative,
      uses.filter((use) => spell.to === null || begun(negative, use, spell.to)),
    );
    for (const use of spell.answer.reason === 'only-unspecified-seen' ? unclear : sure) found.add(use);
  }
  return uses.filter((use) => found.has(use));
}

function readerText(answer: Answer, uses: readonly Use[], looked: readonly string[]): string {
  const [statement] = answer.evidence.flatMap((one) => (one.kind === 'declaration' ? [one] : []));
  const dated = statement === undefined ? '' : `The declaration dated ${dayWords(dayOf(statement.published_at))}`;
  const seen =
    uses.length === 0
      ? []
      : grouped(uses, (use) => `${use.platform}|${use.criterion}`).map(([, group]) =>
          seenWords(criterion(group[0]?.criterion ?? 'none.broad').practice, group),
        );
  if (answer.reason === 'corrected')
    return [sentence(`${dated} names it now: ${statement?.words}`), 'The days before stay in the history.', ...seen].join(' ');
  const says = statement === undefined ? [] : [sentence(`${dated} says: ${quoteWords(statement.words)}`)];
  if (answer.reason === 'not-seen') return [...says, ...looked].join(' ');
  return [...says, ...seen, ...(answer.outcome === 'cannot-tell' ? [missingWords(answer.evidence)] : [])].join(' ');
}

function advice(answer: Answer): string {
  if (answer.outcome === 'met') return 'Nothing is needed.';
  if (answer.outcome === 'gap')
    return 'Correct the statement in a new version and say from when it changed; or show why what was seen is not yours.';
  if (answer.reason === 'only-unspecified-seen') return 'Say in a reply what kind it was.';
  return 'Nothing is needed. The statement stands, and will be compared with whatever is seen later.';
}
