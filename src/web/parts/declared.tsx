/** The statements of a declaration: what it says is used, what it says is not, each with its place in the file. */
import { dayRange, whole } from '../figures.ts';
import type { DeclarationView } from '../shapes/declarations.ts';
import { Cards, Cell, Head, Name, Row } from '../table.tsx';
import { criterionLabel, directionWord, platformName, practiceLabel } from '../words.ts';

export function Uses({ uses }: { readonly uses: DeclarationView['uses'] }) {
  if (uses.length === 0) return <p>It states no kind of targeting.</p>;
  return (
    <Cards
      caption="Kinds of targeting that it states"
      heads={['Kind', 'Platform', 'Used', 'Days', 'Values', 'Reason given', 'In the file']}
    >
      {uses.map((use) => (
        <Row>
          <Head>{criterionLabel(use.criterion)}</Head>
          <Cell label="Platform">{platformName(use.platform)}</Cell>
          <Cell label="Used">{directionWord(use.direction)}</Cell>
          <Cell label="Days">{dayRange(use.from, use.to)}</Cell>
          <Cell label="Values">
            <Values values={use.values} />
          </Cell>
          <Cell label="Reason given">{use.reason ? <Name>{use.reason}</Name> : <span class="soft">none</span>}</Cell>
          <Cell label="In the file">
            <code>{use.path}</code>
            {use.audience ? (
              <span class="under">
                audience <Name>{use.audience}</Name>
              </span>
            ) : null}
          </Cell>
        </Row>
      ))}
    </Cards>
  );
}

const SHOWN = 6;
const MOST = 500;

function Values({ values }: { readonly values: readonly string[] }) {
  if (values.length === 0) return <span class="soft">none given</span>;
  const chips = (some: readonly string[]) => (
    <ul class="chips">
      {some.map((value) => (
        <li>
          <Name>{value}</Name>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {chips(values.slice(0, SHOWN))}
      {values.length > SHOWN ? (
        <details>
          <summary>{whole(values.length - SHOWN)} more</summary>
          {chips(values.slice(SHOWN, MOST))}
          {values.length > MOST ? <p>{whole(values.length - MOST)} more are in the file.</p> : null}
        </details>
      ) : null}
    </>
  );
}

/** Statements of uses that no ad library shows: profiling, combining sources. */
export function OtherUses({ practices }: { readonly practices: DeclarationView['practices'] }) {
  if (practices.length === 0) return <p>It states none.</p>;
  return (
    <ul class="records">
      {practices.map((one) => (
        <li>
          {practiceLabel(one.practice)}
          <span class="under">
            {dayRange(one.from, one.to)}, at <code>{one.path}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Negatives({ negatives }: { readonly negatives: DeclarationView['negatives'] }) {
  if (negatives.length === 0) return <p>It states none.</p>;
  return (
    <ul class="records">
      {negatives.map((one) => (
        <li>
          <q class="quote" dir="auto">
            {one.words}
          </q>
          <span class="under">
            {subjectLabel(one.subject)}, {one.platforms.length === 0 ? 'every platform' : one.platforms.map(platformName).join(', ')},{' '}
            {dayRange(one.from, one.to)}, at <code>{one.path}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}

function subjectLabel(id: string): string {
  const label = criterionLabel(id);
  return label === id ? practiceLabel(id) : label;
}
