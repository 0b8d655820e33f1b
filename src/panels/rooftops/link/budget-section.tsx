import { useState } from 'react';
import type { LinkAnswer } from '../../../domain/radio/one-link.ts';
import { budgetRows } from '../../../stores/derived/link-budget-lines.ts';
import { linkText } from '../../../stores/derived/link-text.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SourceLine } from '../../source-line.tsx';

/** The budget line by line, each with its source or "assumed", and what it comes to. */
export function BudgetSection({ answer }: { readonly answer: LinkAnswer }) {
  const [direction, setDirection] = useState<'there' | 'back'>('there');
  const [sources, setSources] = useState(false);
  const budget = direction === 'back' ? (answer.budgetBack ?? answer.budget) : answer.budget;
  const { facts } = linkText({ ...answer, budget });
  return (
    <>
      <section className="panel-section" aria-labelledby="link-facts">
        <h2 id="link-facts">What it comes to</h2>
        {answer.budgetBack ? (
          <Segmented legend="Which way" options={WAYS} value={direction} onChange={setDirection} />
        ) : answer.budget ? (
          <p className="small soft">The same both ways.</p>
        ) : null}
        <dl className="link-facts">
          {facts.map(({ name, value, meaning }) => (
            <div key={name}>
              <dt>
                {name}
                {meaning ? <span className="soft"> ({meaning.replace(/\.$/, '').toLowerCase()})</span> : null}
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {budget ? (
        <section className="panel-section" aria-labelledby="link-budget">
          <h2 id="link-budget">Budget, line by line</h2>
          <label className="check-line small">
            <input type="checkbox" checked={sources} onChange={(event) => setSources(event.target.checked)} />
            <span>Show where each figure is from</span>
          </label>
          <table className={sources ? 'budget' : 'budget without-sources'}>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Value</th>
              </tr>
            </thead>
            <tbody>
              {budgetRows(budget).map((row) => (
                <tr key={row.key} className={row.isSum ? 'budget-sum' : undefined}>
                  <th scope="row">
                    {row.what}
                    {row.isAssumed ? (
                      <>
                        {' '}
                        <Badge kind="assumed">assumed</Badge>
                      </>
                    ) : null}
                    {row.source ? (
                      <span className="budget-source">
                        <SourceLine source={row.source} />
                      </span>
                    ) : null}
                  </th>
                  <td className="number">{row.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small soft">
            “Assumed” also where a formula takes a figure that nobody sourced. Multipath and interference are
            not in it.
          </p>
        </section>
      ) : null}
    </>
  );
}

const WAYS = [
  { value: 'there', label: 'Hub to premises' },
  { value: 'back', label: 'Premises to hub' },
] as const;
