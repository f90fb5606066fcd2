/** The days that copies of a library cover, as a bar on a scale that all libraries share. It stands beside the words that say the same. */
import type { LibraryCoverageView } from '../shapes/coverage.ts';

const WIDTH = 320;
const STEP = 100;
const DAY = 86_400_000;

/** First and last day of the common scale: from the earliest day any copy speaks of, to today. `null`: no copy speaks of any. */
export function scaleOf(libraries: readonly LibraryCoverageView[], today: string): readonly [string, string] | null {
  const days = libraries.flatMap((library) => [
    ...(library.claims === null ? [] : [library.claims.first, library.claims.last]),
    ...library.covered.flatMap(({ first, last }) => [first, last]),
    ...library.files.filter((file) => file.state === 'stored').map((file) => file.as_of),
  ]);
  const [first] = days.sort();
  const last = [today, ...days].sort().at(-1);
  return first === undefined || last === undefined ? null : [first, last];
}

/** Filled: covered. Hatched: ads began on these days, and they are not covered. A stroke: the day a copy was taken. */
export function CoverageBar({ library, scale }: { readonly library: LibraryCoverageView; readonly scale: readonly [string, string] }) {
  const [from, to] = scale.map(time) as [number, number];
  const at = (instant: number): number => (to + DAY <= from ? 0 : Math.round(((instant - from) / (to + DAY - from)) * WIDTH * STEP) / STEP);
  const span = ({ first, last }: { first: string; last: string }) => {
    const x = at(time(first));
    return { x, width: Math.max(at(time(last) + DAY) - x, 2) };
  };
  const stored = library.files.filter((file) => file.state === 'stored');
  const taken = [...new Set(stored.map((file) => file.as_of))];
  return (
    <svg class="coverage-bar" aria-hidden="true" focusable="false" viewBox={`0 0 ${WIDTH} 20`} width={WIDTH} height="20">
      <rect class="range-track" x="0" y="9" width={WIDTH} height="2" />
      {stored.flatMap((file) => (file.claims === null ? [] : [<rect class="coverage-claim" {...span(file.claims)} y="6" height="8" />]))}
      {library.covered.map((period) => (
        <rect class="range-low" {...span(period)} y="6" height="8" />
      ))}
      {taken.map((day) => (
        <rect class="coverage-taken" x={Math.min(at(time(day)), WIDTH - 2)} y="0" width="2" height="20" />
      ))}
    </svg>
  );
}

function time(day: string): number {
  const found = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(found) ? 0 : found;
}
