/** Is each kind of targeting that an ad library shows also in the party's declaration? Silence does not pay: it answers without one. */
import { answers } from '../answers.ts';
import {
  audits,
  campaigning,
  democracyDisrupted,
  PECR_6,
  politicalAdvertising,
  RECOMMENDATIONS_FROM,
  recommendation,
} from '../citations.ts';
import { criterion } from '../criteria.ts';
import type { Declaration, DeclaredUse } from '../declaration.ts';
import { coversPlatform, declarationEvidence, declarationTurns, namedWords, standingOn, standings, useWords } from '../declared.ts';
import { declaredSpells } from '../declared-course.ts';
import type { Case, Evidence, Finding, Use } from '../evidence.ts';
import { type Answer, cannotTell, finding, gap, met } from '../finding.ts';
import { atLeastOne, missing } from '../notice-evidence.ts';
import type { Rule } from '../rule.ts';
import { firstAndLast, grouped, observations, periodsOf, seenUses, usesWithin } from '../seen.ts';
import { SEEN_NOT_DECLARED_SEVERITY, weightOf } from '../seen-severity.ts';
import { directionWords, seenWords } from '../seen-words.ts';
import type { Day } from '../time.ts';
import { capitalised, fromToWords, listWords, platformName, sentence } from '../words.ts';

export const seenNotDeclared: Rule = {
  id: 'seen-not-declared',
  version: 1,
  title: 'Seen in an ad library, not in the declaration',
  question: "Is each kind of targeting that an ad library shows also in the party's declaration?",
  compares: ['seen', 'declared'],
  regime: 'uk',
  basis: 'guidance',
  citations: [
    recommendation('K3'),
    recommendation('K2'),
    recommendation('K5'),
    campaigning('campaigning in the online world'),
    campaigning('collecting personal data'),
    audits('sharing of data, sources of data (our names for the themes)'),
    democracyDisrupted('3.8.2'),
    democracyDisrupted('3.14'),
    democracyDisrupted('3.15'),
    democracyDisrupted('3.16'),
    PECR_6,
    politicalAdvertising('Article 19(1)(c)(i) and (iii)'),
  ],
  in_force_from: RECOMMENDATIONS_FROM,
  in_force_to: null,
  serves: ['K2', 'K3', 'K5'],
  outcomes: {
    met: 'A declaration that stood at that time names, for that platform, a kind of targeting that answers for it in the same direction; or a later one covers those days, and so closed the gap from its day.',
    gap: 'None does: there was no declaration, or none for that platform, or not of that kind, or only in the other direction.',
    cannot_tell: 'The library does not say what kind of own audience was used, and nothing declared answers for it.',
    none: 'Nothing was seen, or only a whole country, the content beside an advert, or no choice of people at all.',
  },
  severity: SEEN_NOT_DECLARED_SEVERITY,
  closes: 'A declaration, or a new version of one, that names the kind of targeting on that platform with its days and direction.',
  changes: [{ version: 1, on: '2026-11-24', what: 'First version.' }],
  ask,
};

function ask(c: Case): readonly Finding[] {
  const all = standings(c);
  return grouped(seenUses(c), (use) => `${use.platform}/${use.criterion}/${use.direction}`).flatMap(([subject, uses]) => {
    const [use] = uses;
    if (use === undefined) return [];
    const spells = declaredSpells({
      periods: periodsOf(uses),
      today: c.today,
      turns: declarationTurns(all),
      judge: (used, standing) => judge(use, used, standingOn(all, standing)),
      later: (answer) => ({ ...answer, reason: 'declared-later' }),
    });
    return spells.map((spell) => {
      const about = usesWithin(uses, spell);
      return finding({
        c,
        rule: seenNotDeclared,
        subject,
        spell,
        about: observations(about),
        practice: criterion(use.criterion).practice,
        criterion: use.criterion,
        platform: use.platform,
        reader_text: `${seenWords(criterion(use.criterion).practice, about)} ${declaredWords(spell.answer, use, c.party.name)}`,
        party_text: advice(spell.answer, use),
        suggested: suggestion(use, about),
      });
    });
  });
}

/** What the declarations standing on one day say of a use on the day `used`. */
function judge(use: Use, used: Day, standing: readonly Declaration[]): Answer {
  const onPlatform = standing.flatMap((declaration) =>
    declaration.uses
      .filter((stated) => stated.platform === use.platform && stated.from <= used && (stated.to === null || used <= stated.to))
      .map((stated) => ({ declaration, stated })),
  );
  const same = (stated: DeclaredUse) => (stated.criterion === use.criterion ? 0 : 1);
  const answering = onPlatform.filter(({ stated }) => answers(use, stated)).sort((a, b) => same(a.stated) - same(b.stated));
  const [head, ...rest] = answering.map(statedEvidence);
  if (head !== undefined) return met('declared', [head, ...rest]);
  if (use.criterion === 'own-audience.unspecified') return cannotTell('kind-of-audience-not-shown', ofOwnAudience(standing, use));
  const severity = weightOf(
    use,
    onPlatform.some(({ stated }) => stated.direction === 'exclude'),
  );
  if (standing.length === 0)
    return gap('no-declaration', severity, [missing('declaration', 'No declaration of the party stood at that time')]);
  const named = standing.filter((declaration) => coversPlatform(declaration, use.platform));
  if (named.length === 0) {
    const none = missing('declared-platform', `No declaration that stood at that time names ${platformName(use.platform)}`);
    return gap('platform-not-declared', severity, atLeastOne([...standing.map((one) => silentOn(one, use.platform)), none], none));
  }
  const turned = onPlatform.filter(({ stated }) => answers({ ...use, direction: 'used' }, stated)).map(statedEvidence);
  const silent = missing('declaration', `No statement on ${criterion(use.criterion).phrase}`);
  if (turned.length > 0) return gap('direction-not-declared', severity, atLeastOne(turned, silent));
  return gap(
    'criterion-not-declared',
    severity,
    atLeastOne(
      named.map((one) => silentOn(one, use.platform)),
      silent,
    ),
  );
}

function statedEvidence({ declaration, stated }: { readonly declaration: Declaration; readonly stated: DeclaredUse }): Evidence {
  return declarationEvidence(declaration, stated.path, stated.reason === null ? useWords(stated) : `${useWords(stated)}: ${stated.reason}`);
}

/** A declaration as evidence that it does not name something: what it names instead. */
function silentOn(declaration: Declaration, name: string): Evidence {
  const words = coversPlatform(declaration, name)
    ? namedWords(declaration, name)
    : `Names ${declaration.platforms.length === 0 ? 'no platform' : listWords([...declaration.platforms].sort().map(platformName))}`;
  return declarationEvidence(declaration, 'audiences', words);
}

function ofOwnAudience(standing: readonly Declaration[], use: Use) {
  const kind = missing('kind-of-audience', 'The library does not say whether it was a list, a lookalike, visitors or people who engaged');
  return atLeastOne([...standing.map((one) => silentOn(one, use.platform)), kind], kind);
}

function declaredWords(answer: Answer, use: Use, party: string): string {
  const stated = answer.evidence.flatMap((one) => (one.kind === 'declaration' ? [one.words] : []));
  const place = platformName(use.platform);
  switch (answer.reason) {
    case 'declared':
      return sentence(`A declaration by ${party} in force at that time states: ${stated[0]}`);
    case 'declared-later':
      return `${sentence(`A declaration by ${party} that came after the use states: ${stated[0]}`)} The days before stay in the history.`;
    case 'no-declaration':
      return `${party} had no declaration in force at that time.`;
    case 'platform-not-declared':
      return `No declaration by ${party} in force at that time names ${place}.`;
    case 'direction-not-declared':
      return sentence(`A declaration by ${party} in force at that time names it in the other direction only: ${stated[0]}`);
    case 'criterion-not-declared':
      return `No declaration by ${party} in force at that time names it for ${place}.`;
    default:
      return `The library does not say what kind of audience it was, and no declaration by ${party} in force at that time names one of the kinds it can be.`;
  }
}

function advice(answer: Answer, use: Use): string {
  if (answer.outcome === 'met') return 'Nothing is needed.';
  const { label } = criterion(use.criterion);
  if (answer.outcome === 'cannot-tell')
    return `Say in your declaration what the audience on ${platformName(use.platform)} was built from, or say so in a reply.`;
  return `Add “${label}” on ${platformName(use.platform)} to your declaration, with dates, the reason and the data used. If our reading of the library is wrong, reply and say how.`;
}

/** A sentence of ours for the declaration, with what is known filled in. */
function suggestion(use: Use, uses: readonly Use[]): string {
  const { first, last } = firstAndLast(uses);
  return `${capitalised(fromToWords(first, last))} we used ${criterion(use.criterion).phrase} on ${platformName(use.platform)} ${directionWords(uses)}, because {reason}. The data came from {source}.`;
}
