/**
 * Looks at a whole copy before anything of it is stored: which series it belongs to, and whether it lost far more than copies lose. A
 * publication can be broken for minutes; one that is, is held for a person.
 */
import type { SourceFileRow } from '../../store/ads.ts';
import { hasOtherCopies, type Resemblance, rememberAds, resemblance } from '../../store/copies.ts';
import { sql } from '../../store/db.ts';
import { beginPhase, holdRun, moveCursor, type Run } from '../../store/runs.ts';
import type { Tools } from '../tools.ts';
import type { ReadPiece } from './read-rows.ts';

/** Whole copies lost at most 0.3 % of their rows, broken ones 96 % and more: any limit between parts them. */
const MOST_LOST = 0.05;
/** No whole copy showed less than the one before it for any ad; broken ones did for all. */
const MOST_FALLEN = 0.01;
/** Fewer than this many prove nothing. */
const FEW = 5;

/** True when there is something to compare the copy with. */
export async function needsCheck(tools: Tools, file: SourceFileRow, wholeCopies: boolean): Promise<boolean> {
  return wholeCopies && (await hasOtherCopies(tools.db, file.library, file.sha256));
}

/** Remembers the ads of one piece. Doing it twice changes nothing. */
export async function checkPiece(tools: Tools, run: Run, piece: ReadPiece): Promise<void> {
  const ads = piece.ads.map(({ ad }) => [ad.id, ad.impressions?.min ?? null] as const);
  await tools.db.batch([...rememberAds(run.id, ads), moveCursor(run.id, run.cursor, piece.to, piece.line, piece.place)], {
    idempotent: true,
  });
}

/** Says which series the copy belongs to and goes on to store it; or holds it. Answers whether it is held. */
export async function decide(tools: Tools, run: Run, file: SourceFileRow, wholeCopies: boolean, checked: boolean): Promise<boolean> {
  const { db } = tools;
  const copy = { as_of: file.as_of, source: file.sha256 };
  const found = checked ? await resemblance(db, run.id, copy) : null;
  const why = found === null || run.confirmed !== null ? null : reasonToHold(found);
  if (why !== null) {
    await db.run(holdRun(run.id, why));
    return true;
  }
  const series = wholeCopies ? (found?.series ?? file.sha256) : null;
  await db.batch([sql('UPDATE source_file SET series = ? WHERE sha256 = ?', series, file.sha256), beginPhase(run.id, 'check', 'store')], {
    idempotent: true,
  });
  return false;
}

/** Why a copy should be held, in sentences for the person who decides; `null` where it need not. */
export function reasonToHold(found: Resemblance): string | null {
  const lost = found.expected - found.found;
  const reasons: string[] = [];
  if (lost >= FEW && lost > MOST_LOST * found.expected)
    reasons.push(`${count(lost)} of the ${count(found.expected)} ads that a whole copy of this day would show are not in it`);
  if (found.fell >= FEW && found.fell > MOST_FALLEN * found.shared)
    reasons.push(`${count(found.fell)} of ${count(found.shared)} ads have fewer impressions than an older copy gave them`);
  if (reasons.length === 0) return null;
  return `${reasons.join('; ')}. Whole copies of this library do not do that, so the copy waits: nothing of it is shown until a person confirms that it is as the library published it.`;
}

function count(n: number): string {
  return n.toLocaleString('en-GB');
}
