import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { putBackLever } from '../../../actions/edit-plans.ts';
import { findMeanwhile } from '../../../actions/find-barriers.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type BustedValue, bustedView } from '../../../stores/derived/busted-view.ts';
import { isByLeverAlone } from '../../../stores/derived/is-by-lever-alone.ts';
import { leverTitle } from '../../../stores/derived/lever-title.ts';
import { meanwhileText } from '../../../stores/derived/meanwhile-text.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import type { PlanRun } from '../duel/use-plan-run.ts';

/** What the lever that was pulled last has changed; nothing where none was, or it was put back. */
export function BustedSection({ plan, run }: { readonly plan: Plan; readonly run: PlanRun }) {
  const context = useApp();
  const { busted } = useStore(context.plans);
  const project = useProject((state) => state.project);
  const { answer: meanwhile } = useStore(context.studies['found-meanwhile']);
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef(busted);
  const lever = plan.levers.find(({ id }) => busted?.planId === plan.id && id === busted.leverId);
  const isShown = busted !== null && lever !== undefined && isByLeverAlone(busted, plan, project);
  const after = run.judged && !run.judged.isEarlier ? run.judged.evaluation : null;
  const isWorkedOut = after !== null && isShown;
  const madeOf = plan.designs?.madeOf ?? null;
  // It appears above what was pressed: it is brought into view, and says itself what it is.
  useEffect(() => {
    if (!busted || busted === seen.current) return;
    seen.current = busted;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView?.({ block: 'start' });
  }, [busted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each set of designs.
  useEffect(() => {
    if (isWorkedOut) void findMeanwhile(context, plan);
  }, [context, madeOf, isWorkedOut]);
  if (!busted || !lever || !isShown) return null;
  const view = after && bustedView(busted.before, after);
  return (
    <section className="panel-section stack" aria-labelledby="busted-title">
      <h2 id="busted-title" className="anywhere" tabIndex={-1} ref={heading}>
        What it changes: {leverTitle(lever, plan.designs)}
      </h2>
      {view ? (
        <>
          <p role="status">
            {view.isChanged
              ? `Before the lever was pulled, and with it: ${view.counts}.`
              : 'Nothing that is reckoned here changes by this lever.'}
          </p>
          {meanwhile?.planId === plan.id && meanwhile.madeOf === madeOf
            ? meanwhileText(meanwhile.designs, after.unit).map((words) => (
                <p key={words} className="anywhere" role="status">
                  {words}
                </p>
              ))
            : null}
          {view.designs.map(({ kind, name, refused, lines }) => (
            <table className="ledger-table busted-table" key={kind}>
              <caption>{name}</caption>
              {refused ? (
                <tbody>
                  <tr>
                    <td className="anywhere">{refused}</td>
                  </tr>
                </tbody>
              ) : lines.length === 0 ? (
                <tbody>
                  <tr>
                    <td>Nothing changes.</td>
                  </tr>
                </tbody>
              ) : (
                <>
                  <thead>
                    <tr>
                      <th scope="col">
                        <span className="unseen">What</span>
                      </th>
                      <th scope="col">Before</th>
                      <th scope="col">Now</th>
                      <th scope="col">Difference</th>
                    </tr>
                  </thead>
                  <tbody>
                    {lines.map(({ key, label, before, after: now, change, isBetter, end }) => (
                      <tr key={key}>
                        <th scope="row">{label}</th>
                        <Value value={before} />
                        <Value value={now} />
                        <td className="number">
                          {change}
                          {isBetter === null ? null : (
                            <span className="small soft ledger-band">{isBetter ? 'better' : 'worse'}</span>
                          )}
                          {end ? <span className="small soft ledger-band">{end}</span> : null}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </>
              )}
            </table>
          ))}
        </>
      ) : (
        <p role="status">The plan is being worked out with it; the difference is shown here when it is.</p>
      )}
      <div className="row">
        <Button onClick={() => putBackLever(context, plan.id, lever.id)}>Put it back</Button>
        <Button kind="quiet" onClick={() => context.plans.setState({ busted: null })}>
          Close the difference
        </Button>
      </div>
    </section>
  );
}

function Value({ value: { value, band } }: { readonly value: BustedValue }) {
  return (
    <td className="number">
      {value}
      {band ? <span className="small soft ledger-band">{band}</span> : null}
    </td>
  );
}
