/** Small charts as SVG: bounds as bars, days as a line. Each stands beside the words that say the same. */
import type { Amount } from './figures.ts';

const WIDTH = 160;
const STEP = 100;

/**
 * The bounds of an amount on a scale from nothing to `top` (minor units): a full bar to the lower bound, a hatched one from there to
 * the upper. An open top runs to the end of the scale without an edge.
 */
export function RangeBar({ amount, top }: { readonly amount: Amount; readonly top: number }) {
  const at = (value: number): number => (top <= 0 ? 0 : Math.min(WIDTH, Math.round((value / top) * WIDTH * STEP) / STEP));
  const low = at(amount.min);
  const high = amount.max === null ? WIDTH : at(amount.max);
  const span = Math.max(high - low, amount.max === amount.min ? 0 : 1);
  return (
    <svg class="range" aria-hidden="true" focusable="false" width={WIDTH} height="10" viewBox={`0 0 ${WIDTH} 10`}>
      <rect class="range-track" x="0" y="4" width={WIDTH} height="2" />
      {low > 0 ? <rect class="range-low" x="0" y="1" width={low} height="8" /> : null}
      {span > 0 ? <rect class="range-high" x={low} y="1.5" width={span} height="7" fill="url(#hatch)" /> : null}
    </svg>
  );
}

/** The top of a common scale, for one currency: the largest bound there is. */
export function topOf(amounts: readonly Amount[], currency: string | null): number {
  return Math.max(0, ...amounts.filter((amount) => amount.currency === currency).map((amount) => amount.max ?? amount.min));
}

export interface Stretch {
  readonly outcome: string;
  readonly from: string;
  /** `null`: it still stands. */
  readonly to: string | null;
}

const LINE = 640;

/** Stretches of days, one after the other, each in the shape of its outcome. `today` ends the one that still stands. */
export function Timeline({ stretches, today }: { readonly stretches: readonly Stretch[]; readonly today: string }) {
  const first = Math.min(...stretches.map((one) => time(one.from)));
  const last = Math.max(time(today), ...stretches.map((one) => time(one.to ?? one.from) + DAY));
  const at = (instant: number): number => (last <= first ? 0 : Math.round(((instant - first) / (last - first)) * LINE * STEP) / STEP);
  return (
    <svg class="timeline" aria-hidden="true" focusable="false" viewBox={`0 0 ${LINE} 20`} width={LINE} height="20">
      <rect class="range-track" x="0" y="9" width={LINE} height="2" />
      {stretches.map((one) => {
        const x = at(time(one.from));
        const end = one.to === null ? LINE : at(time(one.to) + DAY);
        return <rect class={`stretch stretch-${one.outcome}`} x={x} y="4" width={Math.max(end - x, 3)} height="12" />;
      })}
    </svg>
  );
}

const DAY = 86_400_000;

function time(day: string): number {
  const found = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(found) ? 0 : found;
}
