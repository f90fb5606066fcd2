/**
 * The marks of Candour, the same on every page. A circle is what is seen, a square what is declared, a triangle what is told;
 * filled is yes, half is general words, a ring is no, a struck ring is "we do not", hatched is cannot tell. A whole bar is met, a
 * broken one a gap, a hatched one cannot tell. Never a shape without a word beside it, for eyes or for screen readers.
 */
import type { Child } from 'hono/jsx';
import { declaredWord, outcomeWord, seenWord, severityWord, toldWord } from './words.ts';

export type Source = 'seen' | 'declared' | 'told';
type Fill = 'yes' | 'part' | 'no' | 'denied' | 'unknown';

const OUTLINES: Readonly<Record<Source, string>> = {
  seen: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  declared: 'M2.5 2.5h11v11h-11z',
  told: 'M1.8 3h12.4l-6.2 10.8z',
};
const HALVES: Readonly<Record<Source, string>> = {
  seen: 'M8 2a6 6 0 1 0 0 12z',
  declared: 'M2.5 2.5h5.5v11h-5.5z',
  told: 'M1.8 3h6.2v10.8z',
};
const HATCHES: Readonly<Record<Source, string>> = {
  seen: 'M3.8 12.2l8.4-8.4M6.3 13.7l7.4-7.4M2.3 9.7l7.4-7.4',
  declared: 'M2.5 13.5l11-11M2.5 8.5l6-6M7.5 13.5l6-6',
  told: 'M5.9 10.1l7.1-7.1M4.1 6.9l3.9-3.9M7.3 12.7l3.1-3.1',
};

const SOURCES: readonly Source[] = ['seen', 'declared', 'told'];
const FILLS: readonly Fill[] = ['yes', 'part', 'no', 'denied', 'unknown'];

/** Every mark once a page; the marks themselves are references to these. */
export function Sprite() {
  return (
    <svg class="sprite hatch" aria-hidden="true" focusable="false" width="0" height="0">
      <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse">
        <path d="M-1 5l6-6M-1 1l2-2M3 5l2-2" stroke="currentColor" stroke-width="0.9" />
      </pattern>
      {SOURCES.flatMap((source) =>
        FILLS.map((fill) => (
          <symbol id={`m-${source}-${fill}`} viewBox="0 0 16 16">
            <path
              d={OUTLINES[source]}
              fill={fill === 'yes' ? 'currentColor' : 'none'}
              stroke="currentColor"
              stroke-width={fill === 'unknown' ? '1' : '1.6'}
            />
            {fill === 'part' && <path d={HALVES[source]} fill="currentColor" />}
            {fill === 'denied' && <path d="M1.5 14.5l13-13" stroke="currentColor" stroke-width="1.8" />}
            {fill === 'unknown' && <path d={HATCHES[source]} stroke="currentColor" stroke-width="1.3" />}
          </symbol>
        )),
      )}
      <symbol id="m-met" viewBox="0 0 24 8">
        <path d="M0 0.5h24v7h-24z" fill="currentColor" />
      </symbol>
      <symbol id="m-gap" viewBox="0 0 24 8">
        <path d="M0 0.5h9v7h-9zM15 0.5h9v7h-9z" fill="currentColor" />
      </symbol>
      <symbol id="m-cannot-tell" viewBox="0 0 24 8">
        <path d="M0.5 1h23v6h-23z" fill="none" stroke="currentColor" />
        <path d="M1.5 7l6-6M6.5 7l6-6M11.5 7l6-6M16.5 7l6-6" stroke="currentColor" />
      </symbol>
    </svg>
  );
}

const FILL_OF: Readonly<Record<string, Fill>> = {
  seen: 'yes',
  'not-seen': 'no',
  'cannot-tell': 'unknown',
  declared: 'yes',
  'not-declared': 'no',
  'no-declaration': 'no',
  stated: 'yes',
  vague: 'part',
  denied: 'denied',
  absent: 'no',
  unreadable: 'unknown',
  'no-notice': 'unknown',
};

/** The bare shape of a source in a state. It says nothing to a screen reader: put words beside it. */
export function Shape({ source, state }: { readonly source: Source; readonly state: string }) {
  return (
    <svg class="mark" aria-hidden="true" focusable="false" width="16" height="16">
      <use href={`#m-${source}-${FILL_OF[state] ?? 'unknown'}`} />
    </svg>
  );
}

/** What a source says, in the word for it. */
export function sourceWord(source: Source, state: string): string {
  if (source === 'seen') return seenWord(state);
  return source === 'declared' ? declaredWord(state) : toldWord(state);
}

/** Shape and word. */
export function Mark({ source, state }: { readonly source: Source; readonly state: string }) {
  return (
    <span class="marked">
      <Shape source={source} state={state} /> <span>{sourceWord(source, state)}</span>
    </span>
  );
}

/** The bare bar of an outcome; put the word beside it. */
export function OutcomeBar({ outcome }: { readonly outcome: string }) {
  return (
    <svg class={`bar bar-${outcome}`} aria-hidden="true" focusable="false" width="24" height="8">
      <use href={`#m-${outcome}`} />
    </svg>
  );
}

/** An outcome in shape and word, with the severity of a gap. */
export function Outcome({ outcome, severity }: { readonly outcome: string; readonly severity?: string | null }) {
  return (
    <span class={`outcome outcome-${outcome}`}>
      <OutcomeBar outcome={outcome} /> {outcomeWord(outcome)}
      {severity ? <span class="severity">, {severityWord(severity)}</span> : null}
    </span>
  );
}

/** Said of everything that no person has confirmed. */
export function MachineReading() {
  return (
    <a class="machine" href="/method#machine-readings">
      Machine reading
    </a>
  );
}

function Key({ source, state, children }: { readonly source: Source; readonly state: string; readonly children: Child }) {
  return (
    <li>
      <Shape source={source} state={state} /> {children}
    </li>
  );
}

/** How to read the marks: one line a source, one for the bars. */
export function Legend() {
  return (
    <div class="legend">
      <p class="legend-title">How to read the marks</p>
      <ul>
        <Key source="seen" state="seen">
          <b>Seen</b> in an ad library
        </Key>
        <Key source="declared" state="declared">
          <b>Declared</b> to us by the party
        </Key>
        <Key source="told" state="stated">
          <b>Told</b> to the public in its notice
        </Key>
      </ul>
      <ul>
        <Key source="seen" state="seen">
          yes
        </Key>
        <Key source="seen" state="vague">
          in general words
        </Key>
        <Key source="seen" state="not-seen">
          no
        </Key>
        <Key source="seen" state="denied">
          says it does not
        </Key>
        <Key source="seen" state="cannot-tell">
          cannot tell
        </Key>
      </ul>
      <ul>
        {['gap', 'met', 'cannot-tell'].map((outcome) => (
          <li>
            <Outcome outcome={outcome} />
          </li>
        ))}
      </ul>
    </div>
  );
}
