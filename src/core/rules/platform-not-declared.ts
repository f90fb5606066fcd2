/** Is each platform where the party's adverts ran covered by a declaration? */
import { politicalAdvertising, RECOMMENDATIONS_FROM, recommendation } from '../citations.ts';
import type { Declaration } from '../declaration.ts';
import { coversPlatform, declarationEvidence, declarationTurns, namedWords, standingOn, standings } from '../declared.ts';
import { declaredSpells } from '../declared-course.ts';
import type { Case, Evidence, Finding, Running, Use } from '../evidence.ts';
import { type Answer, finding, gap, met } from '../finding.ts';
import { atLeastOne, missing } from '../notice-evidence.ts';
import type { Platform } from '../observation.ts';
import { platform as platformOf } from '../platforms.ts';
import type { Rule } from '../rule.ts';
import { firstAndLast, grouped, observations, periodsOf, seenUses, usesWithin } from '../seen.ts';
import { scopeWords } from '../seen-words.ts';
import type { Spell } from '../spells.ts';
import { betweenWords, capitalised, countWords, listWords, platformName } from '../words.ts';

export const platformNotDeclared: Rule = {
  id: 'platform-not-declared',
  version: 1,
  title: 'A platform with adverts and no declaration',
  question: "Is each platform where the party's adverts ran covered by a declaration?",
  compares: ['seen', 'declared'],
  regime: 'uk',
  basis: 'guidance',
  citations: [recommendation('K3'), recommendation('K4'), politicalAdvertising('Article 19')],
  in_force_from: RECOMMENDATIONS_FROM,
  in_force_to: null,
  serves: ['K3', 'K4'],
  outcomes: {
    met: 'A declaration that stood at that time names the platform; or a later one does, and so closed the gap from its day.',
    gap: 'Adverts of the party are in the ad library, and no declaration that stood at that time names the platform.',
    cannot_tell: 'Does not occur: adverts of an account that no review has tied to the party give no finding.',
    none: 'No adverts of the party were seen on the platform.',
  },
  severity: 'Always high.',
  closes: 'A declaration, or a new version of one, that names the platform.',
  changes: [{ version: 1, on: '2026-11-24', what: 'First version.' }],
  ask,
};

function ask(c: Case): readonly Finding[] {
  const all = standings(c);
  return grouped(ran(c), (one) => one.platform).flatMap(([name, rows]) => {
    const spells = declaredSpells({
      periods: periodsOf(rows),
      today: c.today,
      turns: declarationTurns(all),
      judge: (_used, standing) => judge(name, standingOn(all, standing)),
      later: (answer) => ({ ...answer, reason: 'declared-later' }),
    });
    return spells.map((spell) =>
      finding({
        c,
        rule: platformNotDeclared,
        subject: name,
        spell,
        about: evidenceOf(usesWithin(rows, spell)),
        platform: name,
        reader_text: `${ranWords(usesWithin(rows, spell))} ${declaredWords(spell, name)}`,
        party_text:
          spell.answer.outcome === 'met' ? 'Nothing is needed.' : `Add ${platformName(name)} and its accounts to your declaration.`,
        suggested: `{"platform": "${name}", "page_id": "{id of the account}", "role": "national"}`,
      }),
    );
  });
}

type Ran = Running | Use;

/** What ran, whoever was chosen. Targeting that was seen shows that something ran, also where the library lists no adverts. */
function ran(c: Case): readonly Ran[] {
  return [...c.running.filter((one) => one.first <= c.today).sort(byRunning), ...seenUses(c)];
}

function judge(name: string, standing: readonly Declaration[]): Answer {
  const naming = standing.filter((declaration) => coversPlatform(declaration, name));
  const [head, ...rest] = naming.map((one) => declarationEvidence(one, 'accounts', namedWords(one, name)));
  if (head !== undefined) return met('declared', [head, ...rest]);
  if (standing.length === 0)
    return gap('no-declaration', 'high', [missing('declaration', 'No declaration of the party stood at that time')]);
  const none = missing('declared-platform', `No declaration that stood at that time names ${platformName(name)}`);
  const others = standing.map((one) =>
    declarationEvidence(one, 'accounts', `Names ${listWords([...one.platforms].sort().map(platformName)) || 'no platform'}`),
  );
  return gap('platform-not-declared', 'high', atLeastOne([...others, none], none));
}

function evidenceOf(rows: readonly Ran[]): readonly Evidence[] {
  const uses = rows.filter((row): row is Use => 'criterion' in row);
  const running = rows.filter((row): row is Running => 'payer' in row);
  const [head] = running;
  if (head === undefined) return observations(uses);
  const seen: Evidence = {
    kind: 'observation',
    platform: head.platform,
    criterion: null,
    direction: null,
    level: 'ad',
    ads: running.reduce((sum, one) => sum + one.ads, 0),
    ...firstAndLast(running),
    spend: [],
    accounts: [...new Set(running.map((one) => one.account))].sort(),
  };
  return [seen];
}

function ranWords(rows: readonly Ran[]): string {
  const running = rows.filter((row): row is Running => 'payer' in row);
  const [head] = rows;
  if (head === undefined) return '';
  const library = `${capitalised(`the ${libraryName(head.platform)}`)} shows`;
  if (running.length === 0) {
    return `${library} choices of people ${scopeWords(rows.filter((row): row is Use => 'criterion' in row))}.`;
  }
  const payers = [...new Set(running.map((one) => one.payer.trim()).filter((payer) => payer !== ''))].sort();
  const { first, last } = firstAndLast(running);
  const ads = running.reduce((sum, one) => sum + one.ads, 0);
  const paid =
    payers.length === 0 ? '' : ` paid for by ${listWords(payers.slice(0, 3))}${payers.length > 3 ? ` and ${payers.length - 3} more` : ''}`;
  return `${library} ${countWords(ads, 'advert', 'adverts')}${paid} ${betweenWords(first, last)}.`;
}

function libraryName(name: Platform): string {
  return platformOf(name).library_name;
}

function declaredWords(spell: Spell<Answer>, name: string): string {
  switch (spell.answer.reason) {
    case 'declared':
      return `A declaration in force at that time covers ${platformName(name)}.`;
    case 'declared-later':
      return `A declaration that came later covers ${platformName(name)}. The days before stay in the history.`;
    case 'no-declaration':
      return `There was no declaration in force at that time, so none covers ${platformName(name)}.`;
    default:
      return `No declaration in force at that time covers ${platformName(name)}.`;
  }
}

function byRunning(a: Running, b: Running): number {
  const [x, y] = [a, b].map((one) => [one.platform, one.first, one.last, one.account, one.payer, one.role, one.ads].join('|'));
  return (x ?? '') < (y ?? '') ? -1 : 1;
}
