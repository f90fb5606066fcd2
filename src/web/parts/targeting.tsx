/** How people were chosen for one ad, in words: each observation with its values, the row and the file it was read from. */
import { whole } from '../figures.ts';
import type { AdDetailView } from '../shapes/ads.ts';
import { Day, Name } from '../table.tsx';
import { criterionLabel, directionWord, levelWords } from '../words.ts';

type Observed = AdDetailView['observations'][number];

const SHOWN = 40;
const OPENED = 500;

export function Observations({ observations }: { readonly observations: readonly Observed[] }) {
  return (
    <ul class="targeting">
      {observations.map((one) => (
        <li class={`targeting-${one.direction}${one.shown_until ? ' targeting-past' : ''}`}>
          <h3>
            {criterionLabel(one.criterion)}
            <span class="targeting-direction">, {directionWord(one.direction)}</span>
          </h3>
          {one.shown_until ? (
            <p class="until">
              Shown until <Day on={one.shown_until} />: the newest copy of this ad no longer shows it.
            </p>
          ) : null}
          {one.criterion === 'geo.radius' ? <p class="note">Kilometres assumed: the file does not state the unit.</p> : null}
          <Values one={one} />
          {one.hidden > 0 ? (
            <p class="note">
              {whole(one.hidden)} {one.hidden === 1 ? 'value is' : 'values are'} not shown by the library, or given only as a code.
            </p>
          ) : null}
          <p class="under">
            Column {one.field}, row {whole(one.row)} of the copy as of <Day on={one.first_as_of} />
            {one.first_as_of === one.last_as_of ? null : (
              <>
                ; last in the copy as of <Day on={one.last_as_of} />
              </>
            )}
            . {levelWords(one.level)}.
          </p>
        </li>
      ))}
    </ul>
  );
}

function Values({ one }: { readonly one: Observed }) {
  const values = one.values.map((value) => (one.criterion === 'geo.radius' ? circleWords(value) : value));
  const count = Math.max(one.value_count, values.length);
  if (values.length === 0) return <p class="soft">The library shows that it was used, and no value.</p>;
  const rest = values.slice(SHOWN, OPENED);
  return (
    <>
      <p class="soft">
        {whole(count)} {count === 1 ? 'value' : 'values'}
        {count > SHOWN ? `, the first ${SHOWN}:` : ':'}
      </p>
      <Chips values={values.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details>
          <summary>
            {whole(rest.length)} more of {whole(count)}
          </summary>
          <Chips values={rest} />
        </details>
      ) : null}
      {count > OPENED || count > values.length ? (
        <p class="note">{whole(count - Math.min(OPENED, values.length))} more are in the JSON of this page or in the file itself.</p>
      ) : null}
    </>
  );
}

function Chips({ values }: { readonly values: readonly string[] }) {
  return (
    <ul class="chips">
      {values.map((value) => (
        <li>
          <Name>{value}</Name>
        </li>
      ))}
    </ul>
  );
}

const CIRCLE = /^latitude (-?\d[\d.]*);\s*longitude (-?\d[\d.]*);\s*radius (\d[\d.]*)$/i;

/** `latitude 52.2;longitude 0.7;radius 10.0` as `10 km around 52.2, 0.7`; any other text as it is. */
export function circleWords(value: string): string {
  const match = CIRCLE.exec(value.trim());
  if (!match) return value;
  const [, latitude = '', longitude = '', radius = ''] = match;
  return `${Number(radius)} km around ${latitude}, ${longitude}`;
}
