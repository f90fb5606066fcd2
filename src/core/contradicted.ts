/** Whether something seen stands against a "we do not" of a declaration. */
import { answers } from './answers.ts';
import { isCriterionId } from './criteria.ts';
import type { NegativeStatement } from './declaration.ts';
import type { Use } from './evidence.ts';
import { isNarrowerThanCountry } from './places.ts';
import { usesOf, usesPersonalData } from './seen.ts';
import { type Period, union } from './spells.ts';
import { OWN_AUDIENCE } from './told.ts';

/** What is seen against a statement: surely, or only perhaps because the library does not say what kind it was. */
export interface Against {
  readonly sure: readonly Use[];
  readonly unclear: readonly Use[];
}

/** The uses on the statement's platforms and in its days that stand against it. Direction does not matter: "we do not" is both. */
export function seenAgainst(statement: NegativeStatement, uses: readonly Use[]): Against {
  const inScope = uses.filter((use) => statement.platforms.length === 0 || statement.platforms.includes(use.platform));
  const inDays = inScope.filter((use) => daysAgainst(statement, use) !== null);
  return {
    sure: inDays.filter((use) => matches(statement, use) === 'sure'),
    unclear: inDays.filter((use) => matches(statement, use) === 'unclear'),
  };
}

/** The days of a use that lie within the days of a statement; `null` when there are none. */
export function daysAgainst(statement: NegativeStatement, use: Use): Period | null {
  const first = use.first > statement.from ? use.first : statement.from;
  const last = statement.to === null || use.last < statement.to ? use.last : statement.to;
  return first <= last ? (union([{ first, last }])[0] ?? null) : null;
}

function matches(statement: NegativeStatement, use: Use): 'sure' | 'unclear' | 'no' {
  const { subject } = statement;
  if (use.criterion === 'own-audience.unspecified') return mayBeOwnAudience(subject) ? 'unclear' : 'no';
  if (subject === 'none.broad' || subject === 'untargeted-advertising') return usesPersonalData(use.criterion) ? 'sure' : 'no';
  if (!isCriterionId(subject)) return usesOf(subject, [use]).length > 0 ? 'sure' : 'no';
  if (use.criterion === subject) return 'sure';
  // Any declared place answers for any seen place, but a region seen says nothing against "we chose no postcodes".
  if (isNarrowerThanCountry(use.criterion) && isNarrowerThanCountry(subject)) return 'no';
  return answers({ criterion: use.criterion, direction: 'used' }, { criterion: subject, direction: 'include' }) ? 'unclear' : 'no';
}

function mayBeOwnAudience(subject: NegativeStatement['subject']): boolean {
  if (subject === 'none.broad' || subject === 'untargeted-advertising' || subject === 'own-audience-targeting') return true;
  if (!isCriterionId(subject)) return OWN_AUDIENCE.includes(subject);
  return answers({ criterion: 'own-audience.unspecified', direction: 'used' }, { criterion: subject, direction: 'include' });
}
