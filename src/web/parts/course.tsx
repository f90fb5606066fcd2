/** The course of an answer over time: a line for the eye, a list for everybody, and what the public log says of it. */
import { type Stretch, Timeline } from '../bars.tsx';
import { dayRange } from '../figures.ts';
import { Outcome } from '../marks.tsx';
import type { FindingDetailView } from '../shapes/findings.ts';
import { At } from '../table.tsx';
import { eventWords, outcomeWord, reasonWords } from '../words.ts';

export function Course({ finding, today }: { readonly finding: FindingDetailView; readonly today: string }) {
  const all = [...finding.history, finding];
  const stretches: readonly Stretch[] = all.map((one) => ({ outcome: one.outcome, from: one.valid_from, to: one.valid_to }));
  return (
    <>
      <Timeline stretches={stretches} today={today.slice(0, 10)} />
      <ol class="course">
        {all.map((one, at) => (
          <li aria-current={at === all.length - 1 ? 'true' : undefined}>
            <span class="course-days">{dayRange(one.valid_from, one.valid_to)}</span>
            <Outcome outcome={one.outcome} severity={one.severity} />
            <span class="soft">{reasonWords(one.reason)}</span>
            {at < all.length - 1 ? (
              <p class="under" dir="auto">
                {one.reader_text}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

export function Log({ entries }: { readonly entries: FindingDetailView['log'] }) {
  if (entries.length === 0) return <p>No entry yet.</p>;
  return (
    <ol class="log">
      {entries.map((entry) => (
        <li>
          <span class="figure">No. {entry.seq}</span> <At instant={entry.at} />: {eventWords(entry.kind)}
          {entry.to ? ` (${entry.from ? `${outcomeWord(entry.from)} to ` : ''}${outcomeWord(entry.to)})` : ''}
        </li>
      ))}
    </ol>
  );
}
