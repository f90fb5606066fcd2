/** The strip of party states, from lowest to highest; "not enough evidence" stands apart. */
import { partyPath } from '../links.ts';
import type { PartySummaryView } from '../shapes/parties.ts';
import { Name } from '../table.tsx';
import { PARTY_STATES } from '../words.ts';

export function States({ parties }: { readonly parties: readonly PartySummaryView[] }) {
  return (
    <div class="states">
      <ol>
        {PARTY_STATES.map((state) => {
          const here = parties.filter((party) => party.state === state.id);
          return (
            <li class={`state state-${state.id}`}>
              <h3>
                {state.label} <span class="state-count">{here.length}</span>
              </h3>
              <p>{state.meaning}</p>
              {here.length > 0 ? (
                <ul>
                  {here.map((party) => (
                    <li>
                      <a href={partyPath(party.id)}>
                        <Name>{party.short_name}</Name>
                      </a>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
