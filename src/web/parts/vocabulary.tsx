/** The vocabulary as tables, from the very data that the engine uses: criteria, practices, libraries, recommendations. */
import { CRITERIA } from '../../core/criteria.ts';
import { AD_LIBRARIES } from '../../core/platforms.ts';
import { PRACTICES } from '../../core/practices.ts';
import { RECOMMENDATIONS } from '../../core/recommendations.ts';
import { Cards, Cell, Head, Row } from '../table.tsx';
import { practiceLabel } from '../words.ts';

export function CriteriaTable() {
  return (
    <Cards
      caption={`The ${CRITERIA.length} kinds of targeting (criteria)`}
      heads={['Kind', 'What it is', 'Practice that answers for it', 'Id']}
    >
      {CRITERIA.map((entry) => (
        <Row id={`criterion-${entry.id}`}>
          <Head>{entry.label}</Head>
          <Cell label="What it is">{entry.meaning}</Cell>
          <Cell label="Practice that answers for it">
            <a href={`#practice-${entry.practice}`}>{practiceLabel(entry.practice)}</a>
          </Cell>
          <Cell label="Id">
            <code>{entry.id}</code>
          </Cell>
        </Row>
      ))}
    </Cards>
  );
}

export function PracticesTable() {
  return (
    <Cards
      caption={`The ${PRACTICES.length} practices that a notice is read for`}
      heads={['Practice', 'The question', 'A notice states it when', 'Id']}
    >
      {PRACTICES.map((entry) => (
        <Row id={`practice-${entry.id}`}>
          <Head>{entry.label}</Head>
          <Cell label="The question">{entry.question}</Cell>
          <Cell label="A notice states it when">{entry.stated}</Cell>
          <Cell label="Id">
            <code>{entry.id}</code>
          </Cell>
        </Row>
      ))}
    </Cards>
  );
}

export function LibrariesTable() {
  return (
    <Cards caption="The ad libraries, and what each can and cannot show" heads={['Library', 'Can show', 'Cannot show']}>
      {AD_LIBRARIES.map((entry) => (
        <Row>
          <Head>{entry.name}</Head>
          <Cell label="Can show">{entry.can_show}</Cell>
          <Cell label="Cannot show">{entry.cannot_show}</Cell>
        </Row>
      ))}
    </Cards>
  );
}

export function RecommendationsTable() {
  return (
    <Cards
      caption="The six key recommendations of the ICO, November 2020, in our words"
      heads={['Number (ours)', 'Recommendation', 'What can be asked of published material']}
    >
      {RECOMMENDATIONS.map((entry) => (
        <Row>
          <Head>{entry.code}</Head>
          <Cell label="Recommendation">
            <b>{entry.title}.</b> {entry.says}
          </Cell>
          <Cell label="What can be asked of published material">{entry.a_check_can_ask}</Cell>
        </Row>
      ))}
    </Cards>
  );
}
