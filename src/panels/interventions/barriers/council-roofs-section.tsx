import { useStore } from 'zustand';
import { bustBarrier, rankRoofs } from '../../../actions/find-barriers.ts';
import { hoverThing } from '../../../actions/set-interventions-view.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { isOfPlanNow, isPlanStale } from '../../../stores/derived/plan-stale.ts';
import { asBefore } from '../../../stores/derived/plan-standing.ts';
import { roofRankingView } from '../../../stores/derived/roof-ranking-view.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import { RunFirst } from './run-first.tsx';
import { StudyState } from './study-state.tsx';

/** So many roofs stand in the open; the rest are opened. */
const FIRST = 8;
const OPEN = 'council-roof access';

/** The council's roofs, masts and columns by whom each would newly reach. */
export function CouncilRoofsSection({ plan }: { readonly plan: Plan }) {
  const context = useApp();
  const state = useStore(context.studies['roof-ranking']);
  const { answer } = state;
  const isOfPlan = answer?.planId === plan.id && state.status !== 'failed';
  const project = useProject((state) => state.project);
  const isNow = isOfPlan && isOfPlanNow(answer, plan, project);
  const view = isOfPlan ? roofRankingView(answer) : null;
  const isStale = isPlanStale(plan, project);
  const caption = (of: string): string => asBefore(of, isNow ? 'now' : 'earlier');
  return (
    <section className="panel-section stack" aria-labelledby="roofs-title">
      <h2 id="roofs-title">
        The council’s roofs, best first {view && !isNow ? <Badge>earlier</Badge> : null}
      </h2>
      {view ? (
        <p className="number-wrap">{asBefore(view.summary.replace(/\.$/, ''), isNow ? 'now' : 'earlier')}.</p>
      ) : (
        <p className="small soft">
          Each roof, mast and column of the council as a hub by itself: whom it would reach that no hub of the
          plan serves.
        </p>
      )}
      {isStale ? (
        <RunFirst />
      ) : (
        <StudyState
          state={state}
          isAnswered={isNow}
          doing="Looking from the council’s roofs"
          begin={view ? 'Rank them again' : 'Rank the council’s roofs'}
          onBegin={() => void rankRoofs(context, plan)}
        />
      )}
      {view && view.roofs.length > 0 ? (
        <>
          <RoofTable
            roofs={view.roofs.slice(0, FIRST)}
            plan={plan}
            caption={caption('The best roofs of the council')}
            isNow={isNow}
          />
          {view.roofs.length > FIRST ? (
            <Disclosure summary={`The other ${view.roofs.length - FIRST} that reach anybody`}>
              <RoofTable
                roofs={view.roofs.slice(FIRST)}
                plan={plan}
                caption={caption('The other roofs of the council')}
                isNow={isNow}
              />
            </Disclosure>
          ) : null}
          <p className="small soft">
            The bar is of all who are asked: full for those newly reached, pale for those served already.
            {view.idle > 0 ? ` ${view.idle} more reach nobody.` : ''}
          </p>
        </>
      ) : null}
      {answer && isOfPlan && answer.notes.length > 0 ? (
        <Disclosure summary="What was not looked at">
          <ul className="small">
            {answer.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

function RoofTable({
  roofs,
  plan,
  caption,
  isNow,
}: {
  readonly roofs: ReturnType<typeof roofRankingView>['roofs'];
  readonly plan: Plan;
  readonly caption: string;
  readonly isNow: boolean;
}) {
  const context = useApp();
  return (
    <table className="ledger-table roof-table">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Roof</th>
          <th scope="col">Newly</th>
          <th scope="col">In all</th>
          <th scope="col">Gigabit</th>
        </tr>
      </thead>
      <tbody>
        {roofs.map(({ id, rank, name, details, newly, reaches, gigabit, newShare, reachShare, lever }) => (
          <tr
            key={id}
            onMouseEnter={() => hoverThing(context, id)}
            onMouseLeave={() => hoverThing(context, null)}
          >
            <th scope="row" className="anywhere">
              {rank}. {name}
              <span className="small soft ledger-band">{details}</span>
              <span className="ledger-bar" aria-hidden="true" data-kind="rooftop radio">
                <span style={{ width: `${(100 * newShare).toFixed(1)}%` }} />
                <span
                  className="ledger-pale"
                  style={{ width: `${(100 * (reachShare - newShare)).toFixed(1)}%` }}
                />
              </span>
              {lever && plan.designs && plan.levers.every(({ id: pulled }) => pulled !== OPEN) ? (
                <Button
                  kind="quiet"
                  aria-label={`Open this roof: ${name}`}
                  aria-disabled={!isNow}
                  onClick={() => isNow && bustBarrier(context, plan.id, lever)}
                >
                  Open this roof
                </Button>
              ) : null}
            </th>
            <td className="number">{newly}</td>
            <td className="number">{reaches}</td>
            <td className="number">{gigabit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
