/** Parties by practices: three marks and a bar in each cell, and each cell a link to the row of that party's page. */
import { partyPath, practicePath } from '../links.ts';
import { OutcomeBar, Shape } from '../marks.tsx';
import type { MatrixRowView, PartySummaryView } from '../shapes/parties.ts';
import { Name } from '../table.tsx';
import { declaredWord, outcomeWord, practiceLabel, practiceShort, seenWord, severityWord, stateWords, toldWord } from '../words.ts';

/** Parties under one heading; the heading is left out where there is only one group. */
export interface PartyGroup {
  readonly heading: string | null;
  readonly parties: readonly PartySummaryView[];
}

export function Matrix({
  caption,
  groups,
  practices,
}: {
  readonly caption: string;
  readonly groups: readonly PartyGroup[];
  readonly practices: readonly string[];
}) {
  return (
    <table class="matrix" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" class="matrix-corner">
            Party
          </th>
          {practices.map((practice) => (
            <th scope="col" role="columnheader">
              <span aria-hidden="true">{practiceShort(practice)}</span>
              <span class="away">{practiceLabel(practice)}</span>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody role="rowgroup">
          {group.heading ? (
            <tr role="row" class="matrix-group">
              <th scope="rowgroup" colspan={practices.length + 1}>
                {group.heading}
              </th>
            </tr>
          ) : null}
          {group.parties.map((party) => (
            <PartyRow party={party} practices={practices} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function PartyRow({ party, practices }: { readonly party: PartySummaryView; readonly practices: readonly string[] }) {
  const rows = new Map(party.matrix.map((row) => [row.practice, row]));
  return (
    <tr role="row" class="matrix-party">
      <th scope="row" role="rowheader">
        <a href={partyPath(party.id)}>
          <Name>{party.short_name}</Name>
        </a>
        <span class="matrix-state">{stateWords(party.state).label}</span>
      </th>
      {party.matrix.length === 0 ? (
        <td role="cell" class="matrix-nothing" colspan={practices.length}>
          Nothing seen, declared or captured yet
        </td>
      ) : (
        practices.map((practice) => <Cell party={party} practice={practice} row={rows.get(practice)} />)
      )}
    </tr>
  );
}

interface CellProps {
  readonly party: PartySummaryView;
  readonly practice: string;
  readonly row: MatrixRowView | undefined;
}

function Cell({ party, practice, row }: CellProps) {
  if (row === undefined) {
    return (
      <td role="cell" class="matrix-none" data-label={practiceShort(practice)}>
        <span aria-hidden="true">·</span>
        <span class="away">Not asked</span>
      </td>
    );
  }
  return (
    <td role="cell" data-label={practiceShort(practice)} class={row.outcome === 'gap' ? 'has-gap' : undefined}>
      <a href={practicePath(party.id, practice)} title={words(row)}>
        <span class="marks">
          <Shape source="seen" state={row.seen} />
          <Shape source="declared" state={row.declared} />
          <Shape source="told" state={row.told} />
        </span>
        {row.outcome ? <OutcomeBar outcome={row.outcome} /> : <span class="no-bar" />}
        <span class="away">{words(row)}</span>
      </a>
    </td>
  );
}

/** `Seen; No declaration; No mention. Gap, high.` */
function words(row: MatrixRowView): string {
  const columns = `${seenWord(row.seen)}; ${declaredWord(row.declared)}; notice: ${toldWord(row.told)}.`;
  if (row.outcome === null) return `${columns} Nothing to compare.`;
  return `${columns} ${outcomeWord(row.outcome)}${row.severity ? `, ${severityWord(row.severity)}` : ''}.`;
}
