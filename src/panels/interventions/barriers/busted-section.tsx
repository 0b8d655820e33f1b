import { useStore } from 'zustand';
import { putBackLever } from '../../../actions/edit-plans.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type BustedValue, bustedView } from '../../../stores/derived/busted-view.ts';
import { isByLeverAlone } from '../../../stores/derived/is-by-lever-alone.ts';
import { leverTitle } from '../../../stores/derived/lever-title.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import type { PlanRun } from '../duel/use-plan-run.ts';

/** What the lever that was pulled last has changed; nothing where none was, or it was put back. */
export function BustedSection({ plan, run }: { readonly plan: Plan; readonly run: PlanRun }) {
  const context = useApp();
  const { busted } = useStore(context.plans);
  const project = useProject((state) => state.project);
  const lever = plan.levers.find(({ id }) => busted?.planId === plan.id && id === busted.leverId);
  if (!busted || !lever || !isByLeverAlone(busted, plan, project)) return null;
  const after = run.judged && !run.judged.isEarlier ? run.judged.evaluation : null;
  const view = after && bustedView(busted.before, after);
  return (
    <section className="panel-section stack" aria-labelledby="busted-title">
      <h2 id="busted-title" className="anywhere">
        What it changes: {leverTitle(lever, plan.designs)}
      </h2>
      {view ? (
        <>
          <p role="status">
            {view.isChanged
              ? 'Before the lever was pulled, and with it.'
              : 'Nothing that is reckoned here changes by this lever.'}
          </p>
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
                    {lines.map(({ key, label, before, after: now, change, isBetter }) => (
                      <tr key={key}>
                        <th scope="row">{label}</th>
                        <Value value={before} />
                        <Value value={now} />
                        <td className="number">
                          {change}
                          {isBetter === null ? null : (
                            <span className="small soft ledger-band">{isBetter ? 'better' : 'worse'}</span>
                          )}
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
