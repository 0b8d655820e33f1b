import type { ReactNode } from 'react';
import { goTo } from '../../../actions/set-view.ts';
import { duelNeeds } from '../../../stores/derived/duel-needs.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import { DemoParts } from './demo-parts.tsx';

/** What a duel lacks, each with what is done without it, and how to get it; without premises nothing else is offered. */
export function DuelNeeds({ children }: { readonly children: ReactNode }) {
  const context = useApp();
  const datasets = useProject(({ project }) => project.datasets);
  const needs = duelNeeds({ datasets });
  const hasPremises = needs.every(({ role }) => role !== 'premises');
  // Without a place to dig and without heights there is nothing to compare yet.
  const isBare = needs.some(({ role }) => role === 'heights') && needs.some(({ role }) => role === 'streets');
  const list =
    needs.length === 0 ? null : (
      <section className={isBare || !hasPremises ? 'headline' : 'panel-section'} aria-labelledby="duel-needs">
        <h2 id="duel-needs" className={isBare || !hasPremises ? 'missing-title' : undefined}>
          {isBare || !hasPremises ? 'Rooftop radio or dig?' : 'What a whole duel still needs'}
        </h2>
        {isBare || !hasPremises ? (
          <p>
            Two answers to the same not-spots, and a hybrid of both: what each costs, whom it serves, and what
            stands in its way. This is needed first:
          </p>
        ) : null}
        <dl className="dig-facts duel-lacks">
          {needs.map(({ role, title, words }) => (
            <div key={role}>
              <dt>{title}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        {hasPremises ? <DemoParts /> : null}
        <Button onClick={() => goTo(context, 'data')}>Load files on the Data page</Button>
      </section>
    );
  if (!hasPremises || isBare) return list;
  return (
    <>
      {children}
      {list}
    </>
  );
}
