import { Fragment } from 'react';
import { useStore } from 'zustand';
import { bustBarrier, findLedger } from '../../../actions/find-barriers.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type LedgerDecision, type LedgerRow, ledgerView } from '../../../stores/derived/ledger-view.ts';
import { asBefore } from '../../../stores/derived/plan-standing.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useApp } from '../../app-provider.tsx';
import { RunFirst } from './run-first.tsx';
import { StudyState } from './study-state.tsx';

/** Id of the words that say why the buttons wait. */
const WAITS = 'ledger-waits';

export interface LedgerSectionProps {
  readonly plan: Plan;
  /** The designs are of files or figures as they were before. */
  readonly isStale: boolean;
}

/** What each barrier of a plan keeps from it, ranked; each can be busted where a lever is known. */
export function LedgerSection({ plan, isStale }: LedgerSectionProps) {
  const context = useApp();
  const state = useStore(context.studies['barrier-ledger']);
  const { answer } = state;
  const isOfPlan = answer?.planId === plan.id && state.status !== 'failed';
  const isNow = isOfPlan && plan.designs !== null && answer.madeOf === plan.designs.madeOf && !isStale;
  const view = isOfPlan ? ledgerView(answer) : null;
  return (
    <section className="panel-section stack" aria-labelledby="ledger-title">
      <h2 id="ledger-title">
        What each barrier keeps from it {view && !isNow ? <Badge>earlier</Badge> : null}
      </h2>
      {plan.designs === null ? (
        view ? null : (
          <p className="soft">The plan has no designs yet: run it first.</p>
        )
      ) : (
        <>
          {isNow ? null : (
            <p className="small soft">
              Every barrier is taken away in turn, and the plan is judged anew without it. Where that may
              serve more, or let other roofs be used, it is designed anew, too, which takes a while; the rest
              of the page can be used meanwhile.
            </p>
          )}
          {isStale ? (
            <RunFirst />
          ) : (
            <StudyState
              state={state}
              isAnswered={isNow}
              doing="Working out what each barrier keeps"
              begin={view ? 'Work it out again' : 'Work out what each would unlock'}
              onBegin={() => void findLedger(context, plan)}
            />
          )}
        </>
      )}
      {view ? (
        <>
          {isNow ? null : (
            <p id={WAITS}>
              Of the plan as it was before it was changed. Nothing more is busted by it: work it out again,
              and the buttons below act again.
            </p>
          )}
          {view.decisions.length + view.idle.length === 0 ? (
            <p>Nothing that can be removed stands in this plan’s way.</p>
          ) : null}
          <ol className="ledger">
            {view.decisions.map((decision) => (
              <Decision
                key={decision.key}
                plan={plan}
                decision={decision}
                isNow={isNow}
                hasBars={view.hasBars}
              />
            ))}
          </ol>
          {view.idle.length > 0 ? (
            <Disclosure
              summary={`${view.idle.length} more that would unlock nothing by ${view.idle.length === 1 ? 'itself' : 'themselves'}`}
            >
              <ul className="small">
                {view.idle.map(({ key, title }) => (
                  <li key={key} className="anywhere">
                    {title}
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
          {view.leftOut.length > 0 ? (
            <Disclosure summary="What was left out, and why">
              <ul className="small">
                {view.leftOut.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
          <p className="small soft">
            Cost is the present value over the term of the rates; what a lever costs whoever pulls it stands
            beside it, and the order is by the two together: levers whose cost nobody knows stand after those
            that are known to save more than they cost. Weeks are to the last service. Serving or connecting
            more may cost more. Otherwise no lever makes a plan dearer at middle prices; what else gets worse
            stands beside it. Where a decision only makes what is planned cheaper or sooner, the design is
            kept as it is, and pulling the lever may save more. What closes a gap to fund changes who pays,
            not what is paid.
          </p>
        </>
      ) : null}
    </section>
  );
}

/** What else is to be said of a row, over its whole width. */
function RowNotes({ row: { leverCost, gap, worse, meanwhile } }: { readonly row: LedgerRow }) {
  const notes = [leverCost, gap, worse, meanwhile].filter((words) => words !== null);
  if (notes.length === 0) return null;
  return (
    <tr className="ledger-notes">
      <td colSpan={4}>
        {notes.map((words) => (
          <span className="small soft ledger-band" key={words}>
            {words}
          </span>
        ))}
      </td>
    </tr>
  );
}

function Decision({
  plan,
  decision,
  isNow,
  hasBars,
}: {
  readonly plan: Plan;
  readonly decision: LedgerDecision;
  readonly isNow: boolean;
  readonly hasBars: boolean;
}) {
  const context = useApp();
  const { title, details, lever, leverTitle, rows, same } = decision;
  return (
    <li>
      <h3 className="anywhere">{title}</h3>
      {details === '' ? null : <p className="small soft anywhere">{details}</p>}
      <table className="ledger-table">
        <caption className="unseen">
          {asBefore('What removing it changes', isNow ? 'now' : 'earlier')}
        </caption>
        <thead>
          <tr>
            <th scope="col">Design</th>
            <th scope="col">Served</th>
            <th scope="col">Cost</th>
            <th scope="col">Last service</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.intervention}>
              <tr>
                <th scope="row">{row.name}</th>
                <td className="number">
                  {row.units}
                  {hasBars ? (
                    <span className="ledger-bar" aria-hidden="true" data-kind={row.intervention}>
                      <span style={{ width: `${(100 * row.share).toFixed(1)}%` }} />
                    </span>
                  ) : null}
                </td>
                <td className="number">
                  {row.pence}
                  {row.penceBand ? <span className="small soft ledger-band">{row.penceBand}</span> : null}
                </td>
                <td className="number">{row.weeks}</td>
              </tr>
              <RowNotes row={row} />
            </Fragment>
          ))}
        </tbody>
      </table>
      {same === '' ? null : <p className="small soft">{same}</p>}
      {lever ? (
        <div className="row">
          <Button
            aria-label={`Bust it: ${leverTitle}, ${title}`}
            aria-disabled={!isNow}
            aria-describedby={isNow ? undefined : WAITS}
            onClick={() => isNow && bustBarrier(context, plan.id, lever)}
          >
            Bust it
          </Button>
          <span className="small soft anywhere">{leverTitle}</span>
        </div>
      ) : (
        <p className="small soft">No lever is known that removes it.</p>
      )}
    </li>
  );
}
