/** Findings: the present answer of every question and subject, gaps first. */
import { PRACTICES } from '../../core/practices.ts';
import { RULES } from '../../core/rules/index.ts';
import type { Site } from '../endpoint.ts';
import { Layout } from '../layout.tsx';
import { findingPath, jsonTwin, partyPath, rulePath, withQuery } from '../links.ts';
import { MachineReading, Outcome } from '../marks.tsx';
import {
  asked,
  Choice,
  CriterionField,
  FilterForm,
  type Filters,
  Kept,
  PartyField,
  type PartyName,
  PLATFORM_OPTIONS,
} from '../parts/filters.tsx';
import { Pager } from '../parts/pager.tsx';
import type { FindingView } from '../shapes/findings.ts';
import { Day, Name } from '../table.tsx';
import { askedWords, criterionLabel, outcomeWord, platformName, practiceLabel, reasonWords, severityWord } from '../words.ts';

const NAMES = ['party', 'rule', 'outcome', 'severity', 'practice', 'criterion', 'platform', 'as-of'] as const;

export interface FindingsData {
  readonly items: readonly FindingView[];
  readonly next: string | null;
  /** The query as it was asked. */
  readonly filters: Filters;
  /** For names in the list and in the form; without it ids are shown. */
  readonly parties?: readonly PartyName[];
}

export function FindingsPage({ data, site }: { readonly data: FindingsData; readonly site: Site }) {
  const { items, filters, parties } = data;
  const names = new Map((parties ?? []).map((party) => [party.id, party.name]));
  const query = asked(filters, NAMES);
  return (
    <Layout
      title="Findings"
      description="The present answer of every question put to every party, gaps first by severity, each with its evidence."
      path="/findings"
      site={site}
      json={withQuery(jsonTwin('/findings'), query)}
    >
      <header class="head">
        <h1>Findings</h1>
        <p class="deck">
          The same questions are put to every party. Each answer is met, gap or cannot tell, and each rests on evidence. Gaps come first.
        </p>
      </header>
      <FilterForm action="/findings">
        <PartyField filters={filters} parties={parties} />
        <Choice
          name="outcome"
          label="Outcome"
          filters={filters}
          options={(['gap', 'met', 'cannot-tell'] as const).map((id) => [id, outcomeWord(id)])}
        />
        <Choice
          name="severity"
          label="Severity"
          filters={filters}
          options={(['urgent', 'high', 'medium', 'low', 'info'] as const).map((id) => [id, severityWord(id)])}
        />
        <Choice name="rule" label="Question" filters={filters} options={RULES.map((rule) => [rule.id, rule.title])} />
        <Choice name="practice" label="Practice" filters={filters} options={PRACTICES.map((entry) => [entry.id, entry.label])} />
        <CriterionField filters={filters} />
        <Choice name="platform" label="Platform" filters={filters} options={PLATFORM_OPTIONS} />
        <Kept names={['as-of']} filters={filters} />
      </FilterForm>
      {items.length === 0 ? (
        <p class="empty">
          No finding answers to this. {Object.keys(query).length > 0 ? 'Ask for less, or clear the form.' : 'No question has arisen yet.'}
        </p>
      ) : (
        <>
          <ol class="findings">
            {items.map((finding) => (
              <FindingItem finding={finding} name={names.get(finding.party) ?? finding.party} />
            ))}
          </ol>
          <Pager next={data.next} first={withQuery('/findings', query)} />
        </>
      )}
    </Layout>
  );
}

function FindingItem({ finding, name }: { readonly finding: FindingView; readonly name: string }) {
  const about = [
    finding.practice ? practiceLabel(finding.practice) : null,
    finding.criterion ? criterionLabel(finding.criterion) : null,
    finding.platform ? platformName(finding.platform) : null,
  ].filter((part) => part !== null);
  return (
    <li class={`finding finding-${finding.outcome}`}>
      <p class="finding-line">
        <Outcome outcome={finding.outcome} severity={finding.severity} />
        <a class="finding-party" href={partyPath(finding.party)}>
          <Name>{name}</Name>
        </a>
      </p>
      <p class="finding-text" dir="auto">
        <a href={findingPath(finding.id)}>{finding.reader_text}</a>
      </p>
      <p class="finding-facts">
        <a href={rulePath(finding.rule)}>{askedWords(finding.rule, finding.outcome)}</a>
        {about.length > 0 ? ` · ${about.join(' · ')}` : ''} · {reasonWords(finding.reason)} · since <Day on={finding.valid_from} />
        {finding.valid_to ? (
          <>
            {' '}
            to <Day on={finding.valid_to} />
          </>
        ) : null}
        {finding.reviewed ? null : (
          <>
            {' · '}
            <MachineReading />
          </>
        )}
      </p>
    </li>
  );
}
