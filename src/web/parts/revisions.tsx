/** Revisions one by one: the same field in two copies, side by side, with the rows and files that print it. */
import { moneyWords, whole } from '../figures.ts';
import { adPath, partyPath } from '../links.ts';
import { listedValues } from '../revised-values.ts';
import type { RevisionView } from '../shapes/revisions.ts';
import { Day, Facts, Hash, Name } from '../table.tsx';
import { platformName, revisedWord, revisionWord, roleWord } from '../words.ts';

const SHOWN = 20;
const OPENED = 500;
const SIGNS = 600;

/** `names`: what parties are called; without an ad to name (`own`), the list stands on the page of its ad. */
export function RevisionList({
  items,
  names,
  own = false,
}: {
  readonly items: readonly RevisionView[];
  readonly names: ReadonlyMap<string, string>;
  readonly own?: boolean;
}) {
  return (
    <ol class="revisions">
      {items.map((one) => (
        <li>
          <h3>
            {own ? null : (
              <a href={adPath(one.ad)}>
                <Name>{one.buyer}</Name>
              </a>
            )}
            <span class="revised-field">
              {one.of === 'presence' ? 'The ad' : <bdi>{one.field}</bdi>} <span class="plain-word">{revisionWord(one.kind)}</span>
            </span>
          </h3>
          {own ? null : <Whose one={one} names={names} />}
          {one.of === 'presence' ? null : <Sides one={one} />}
          <Provenance one={one} />
        </li>
      ))}
    </ol>
  );
}

function Whose({ one, names }: { readonly one: RevisionView; readonly names: ReadonlyMap<string, string> }) {
  return (
    <p class="under">
      {one.party ? (
        <>
          <a href={partyPath(one.party)}>
            <Name>{names.get(one.party) ?? one.party}</Name>
          </a>
          {one.role ? `, ${roleWord(one.role).toLowerCase()}` : ''}
          {'. '}
        </>
      ) : null}
      {one.payer !== one.buyer ? (
        <>
          Paid by <Name>{one.payer}</Name>.{' '}
        </>
      ) : null}
      {platformName(one.platform)}, {one.spend ? moneyWords(one.spend) : 'no amount given'}. {revisedWord(one.of)}.
    </p>
  );
}

function Sides({ one }: { readonly one: RevisionView }) {
  const before = listedValues(one.library, one.of, one.before);
  const after = listedValues(one.library, one.of, one.after);
  return (
    <div class="sides">
      <Side title="Older copy" copy={one.from} field={one.field} text={one.before} values={before} />
      <Side title="Newer copy" copy={one.to} field={one.field} text={one.after} values={after} />
      {before !== null && after !== null ? <Differs before={before} after={after} /> : null}
    </div>
  );
}

function Side({
  title,
  copy,
  field,
  text,
  values,
}: {
  readonly title: string;
  readonly field: string;
  readonly copy: RevisionView['from'];
  readonly text: string;
  readonly values: readonly string[] | null;
}) {
  return (
    <div class="revised">
      <p class="under">
        {title}, <Day on={copy.as_of} />
        {copy.row === null ? null : `, row ${whole(copy.row)}`}
      </p>
      {text.trim() === '' ? (
        <p class="soft">Nothing is shown.</p>
      ) : values === null ? (
        <Printed text={text} />
      ) : (
        <Values values={values} field={field} />
      )}
    </div>
  );
}

function Printed({ text }: { readonly text: string }) {
  if (text.length <= SIGNS)
    return (
      <p>
        <Name>{text}</Name>
      </p>
    );
  return (
    <details>
      <summary>{whole(text.length)} signs</summary>
      <p>
        <Name>{text.slice(0, SIGNS * 10)}</Name>
      </p>
    </details>
  );
}

function Values({ values, field }: { readonly values: readonly string[]; readonly field: string }) {
  const count = values.length;
  const what = /post(al )?codes?|postcodes?/i.test(field) ? 'postcodes' : 'values';
  return (
    <>
      <p>
        <strong>
          {whole(count)} {what}
        </strong>
        {count > SHOWN ? `, the first ${SHOWN}: ` : ': '}
        <Name>{values.slice(0, SHOWN).join(', ')}</Name>
      </p>
      {count > SHOWN ? (
        <details>
          <summary>{count > OPENED ? `${whole(OPENED - SHOWN)} more of ${whole(count)}` : `The other ${whole(count - SHOWN)}`}</summary>
          <p>
            <Name>{values.slice(SHOWN, OPENED).join(', ')}</Name>
          </p>
          {count > OPENED ? <p class="note">All {whole(count)} are in the JSON of this page, and in the file itself.</p> : null}
        </details>
      ) : null}
    </>
  );
}

/** Of two long lists, what only one of them has. */
function Differs({ before, after }: { readonly before: readonly string[]; readonly after: readonly string[] }) {
  const older = new Set(before);
  const newer = new Set(after);
  const only: [string, string[]][] = [
    ['Only in the older copy', before.filter((value) => !newer.has(value))],
    ['Only in the newer copy', after.filter((value) => !older.has(value))],
  ];
  if (only.every(([, values]) => values.length === 0)) return <p class="note">The same values, in another order.</p>;
  return (
    <div class="differs">
      {only.map(([title, values]) =>
        values.length === 0 ? null : (
          <p>
            {title}, {whole(values.length)}: <Name>{values.slice(0, SHOWN).join(', ')}</Name>
            {values.length > SHOWN ? ` and ${whole(values.length - SHOWN)} more` : ''}.
          </p>
        ),
      )}
    </div>
  );
}

function Provenance({ one }: { readonly one: RevisionView }) {
  return (
    <details class="provenance">
      <summary>Rows and files</summary>
      <CopyFacts title="Older copy" copy={one.from} kind={one.kind} />
      <CopyFacts title="Newer copy" copy={one.to} kind={one.kind} />
    </details>
  );
}

function CopyFacts({ title, copy, kind }: { readonly title: string; readonly copy: RevisionView['from']; readonly kind: string }) {
  return (
    <Facts
      facts={[
        [title, <Name>{copy.name}</Name>],
        ['As of', <Day on={copy.as_of} />],
        ['Row', copy.row === null ? (kind === 'not-seen' ? 'the ad is not in it' : 'no longer known') : whole(copy.row)],
        ['SHA-256', <Hash of={copy.source_file} />],
      ]}
    />
  );
}
