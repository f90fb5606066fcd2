/** What is seen, declared and told of a party, one row a practice, every cell with its evidence, its date and its links. */
import type { Child } from 'hono/jsx';
import { adsWords, day, dayRange, moneyList } from '../figures.ts';
import { declarationPath, findingPath, noticePath, withQuery } from '../links.ts';
import { Mark, Outcome, OutcomeBar } from '../marks.tsx';
import type { FindingView } from '../shapes/findings.ts';
import type { MatrixRowView } from '../shapes/parties.ts';
import { Cards, Cell, Head, Name, Row } from '../table.tsx';
import {
  comparedWords,
  criterionLabel,
  directionWord,
  outcomeWord,
  platformName,
  practiceLabel,
  ruleTitle,
  severityWord,
} from '../words.ts';

export interface ColumnsProps {
  readonly party: string;
  readonly caption: string;
  readonly rows: readonly MatrixRowView[];
  /** Present findings by id. */
  readonly findings: ReadonlyMap<string, FindingView>;
  /** Notice of each snapshot. */
  readonly notices: ReadonlyMap<string, string>;
}

export function ThreeColumns(props: ColumnsProps) {
  return (
    <div class="columns">
      <Cards caption={props.caption} heads={['Practice', 'Seen', 'Declared', 'Told', 'Answer']}>
        {props.rows.map((row) => (
          <Row id={`practice-${row.practice}`}>
            <Head>{practiceLabel(row.practice)}</Head>
            <Cell label="Seen">
              <Mark source="seen" state={row.seen} />
              <Seen row={row} party={props.party} />
            </Cell>
            <Cell label="Declared">
              <Mark source="declared" state={row.declared} />
              <Declared row={row} />
            </Cell>
            <Cell label="Told">
              <Mark source="told" state={row.told} />
              <Told row={row} notices={props.notices} />
            </Cell>
            <Cell label="Answer">
              <Answers row={row} findings={props.findings} />
            </Cell>
          </Row>
        ))}
      </Cards>
    </div>
  );
}

const SHOWN = 5;

/** The first few, and the others behind a line that opens. */
function Some({ items, what }: { readonly items: readonly Child[]; readonly what: string }) {
  if (items.length === 0) return null;
  const rest = items.slice(SHOWN);
  return (
    <>
      <ul class="evidence-list">{items.slice(0, SHOWN)}</ul>
      {rest.length > 0 ? (
        <details>
          <summary>
            {rest.length} more {what}
          </summary>
          <ul class="evidence-list">{rest}</ul>
        </details>
      ) : null}
    </>
  );
}

function Seen({ row, party }: { readonly row: MatrixRowView; readonly party: string }) {
  const items = row.criteria.map((use) => (
    <li>
      <a href={withQuery('/ads', { party, platform: use.platform, criterion: use.criterion, direction: use.direction })}>
        {use.criterion ? criterionLabel(use.criterion) : 'The practice itself'}
        {use.direction ? `, ${directionWord(use.direction)}` : ''}
      </a>
      <span class="under">
        {platformName(use.platform)}
        {use.level === 'page-window' ? ', for the page and no single ad' : `, ${adsWords(use.ads)}`}, {dayRange(use.first, use.last)}
        {use.spend.length > 0 ? `; ads for ${moneyList(use.spend)}` : ''}
      </span>
    </li>
  ));
  return <Some items={items} what="kinds seen" />;
}

function Declared({ row }: { readonly row: MatrixRowView }) {
  const items = row.declared_uses.map((use) => (
    <li>
      <a href={declarationPath(use.declaration, use.version)}>
        {use.criterion ? criterionLabel(use.criterion) : 'The practice itself'}
        {use.direction ? `, ${directionWord(use.direction)}` : ''}
      </a>
      <span class="under">
        {use.platform ? `${platformName(use.platform)}, ` : ''}
        {dayRange(use.from, use.to)}; version {use.version}
      </span>
    </li>
  ));
  return <Some items={items} what="kinds declared" />;
}

const LONGEST = 240;

function Told({ row, notices }: { readonly row: MatrixRowView; readonly notices: ReadonlyMap<string, string> }) {
  const items = row.disclosures.map((told) => {
    const notice = told.notice || notices.get(told.snapshot);
    const source = `Notice captured ${day(told.captured_at)}`;
    return (
      <li>
        <q class="quote" dir="auto">
          {shortened(told.quote)}
        </q>
        <span class="under">
          {notice === undefined ? source : <a href={noticePath(notice, told.captured_at, told.start)}>{source}</a>}
          {told.heading ? (
            <>
              , under <Name>{told.heading}</Name>
            </>
          ) : null}
        </span>
      </li>
    );
  });
  return <Some items={items} what="passages" />;
}

function shortened(quote: string): string {
  const flat = quote.replace(/\s+/g, ' ').trim();
  if (flat.length <= LONGEST) return flat;
  const cut = flat.lastIndexOf(' ', LONGEST);
  return `${flat.slice(0, cut > 0 ? cut : LONGEST).toWellFormed()} …`;
}

const ORDER = ['gap', 'cannot-tell', 'met'];
const SEVERITIES = ['urgent', 'high', 'medium', 'low', 'info'];

function Answers({ row, findings }: { readonly row: MatrixRowView; readonly findings: ReadonlyMap<string, FindingView> }) {
  if (row.findings.length === 0) return <span class="soft">Nothing to compare</span>;
  const answers = row.findings.map((id) => ({ id, finding: findings.get(id) }));
  answers.sort((a, b) => weight(a.finding) - weight(b.finding));
  const items = answers.map(({ id, finding }) => (
    <li>
      <a href={findingPath(id)}>{answerWords(id, finding)}</a>
      {finding ? (
        <span class="under">
          <OutcomeBar outcome={finding.outcome} /> {outcomeWord(finding.outcome)}
          {finding.severity ? `, ${severityWord(finding.severity)}` : ''}
          {about(finding)}
        </span>
      ) : null}
    </li>
  ));
  return (
    <>
      {row.outcome ? <Outcome outcome={row.outcome} severity={row.severity} /> : null}
      <Some items={items} what="answers" />
    </>
  );
}

/** Gaps first, by severity; what is not among the present findings comes last. */
function weight(finding: FindingView | undefined): number {
  if (finding === undefined) return 1000;
  return ORDER.indexOf(finding.outcome) * 100 + SEVERITIES.indexOf(finding.severity ?? 'urgent');
}

/** The title of a rule names its gap; other outcomes are named by what was compared. */
function answerWords(id: string, finding: FindingView | undefined): string {
  if (finding) return finding.outcome === 'gap' ? ruleTitle(finding.rule) : comparedWords(finding.rule);
  const [, rule = id, ...about] = id.split('/');
  return `${comparedWords(rule)}: ${about.map((part) => platformName(criterionLabel(part))).join(', ')}`;
}

function about(finding: FindingView): string {
  const parts = [finding.platform ? platformName(finding.platform) : '', finding.criterion ? criterionLabel(finding.criterion) : ''];
  const words = parts.filter((part) => part !== '').join(', ');
  return words === '' ? '' : ` · ${words}`;
}
