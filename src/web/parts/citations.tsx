/** What a rule rests on, and how sure we are that the text says so. */
import type { FindingDetailView } from '../shapes/findings.ts';
import { Outside } from '../table.tsx';
import { basisWord, confidenceWord, regimeWord } from '../words.ts';

export function Citations({ citations }: { readonly citations: FindingDetailView['citations'] }) {
  if (citations.length === 0) return <p>None recorded.</p>;
  return (
    <ul class="citations">
      {citations.map((one) => (
        <li>
          <Outside href={one.url}>{one.instrument}</Outside>
          {one.pinpoint ? `, ${one.pinpoint}` : ''}{' '}
          <span class="under">
            {basisWord(one.basis)}, {regimeWord(one.regime)};{' '}
            <span class={`confidence confidence-${one.confidence}`}>{confidenceWord(one.confidence)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
