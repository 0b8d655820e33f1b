import { putBackLever } from '../../../actions/edit-plans.ts';
import { bustBarrier } from '../../../actions/find-barriers.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type LeverView, leversView } from '../../../stores/derived/levers-view.ts';
import { isPlanStale } from '../../../stores/derived/plan-stale.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useApp, useProject } from '../../app-provider.tsx';

/** The levers that a plan has pulled, what each costs the council, and all others that could be pulled. */
export function LeversSection({ plan }: { readonly plan: Plan }) {
  const context = useApp();
  const project = useProject((state) => state.project);
  // What a lever costs by what is built is not told of designs that are out of date at the rates of today.
  const isStale = isPlanStale(plan, project);
  const { pulled, others } = leversView(isStale ? { ...plan, designs: null } : plan, project);
  return (
    <section className="panel-section stack" aria-labelledby="levers-title">
      <h2 id="levers-title">
        {pulled.length === 0
          ? 'No lever is pulled'
          : pulled.length === 1
            ? 'One lever is pulled'
            : `${pulled.length} levers are pulled`}
      </h2>
      {pulled.length > 0 ? (
        <ul className="lever-list">
          {pulled.map((view) => (
            <LeverItem key={view.lever.id} view={view}>
              <Button
                aria-label={`Put back: ${view.title}`}
                onClick={() => putBackLever(context, plan.id, view.lever.id)}
              >
                Put back
              </Button>
            </LeverItem>
          ))}
        </ul>
      ) : null}
      <Disclosure summary={`Every lever there is (${others.length} not pulled)`}>
        <ul className="lever-list">
          {others.map((view) => (
            <LeverItem key={view.lever.id} view={view}>
              <Button
                aria-label={`Pull: ${view.title}`}
                onClick={() => bustBarrier(context, plan.id, view.lever)}
              >
                Pull it
              </Button>
            </LeverItem>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}

function LeverItem({ view, children }: { readonly view: LeverView; readonly children: React.ReactNode }) {
  const { title, does, owner, cost, how, isAssumed, source } = view;
  return (
    <li>
      <div className="lever-head">
        <h3 className="anywhere">{title}</h3>
        {children}
      </div>
      <p className="small anywhere">{does}</p>
      <dl className="dig-facts small">
        <div>
          <dt>Costs the council</dt>
          <dd>
            <span className="number-wrap">{cost}</span>{' '}
            {isAssumed ? <Badge kind="assumed">assumed</Badge> : null} <span className="soft">{how}</span>
          </dd>
        </div>
        <div>
          <dt>Who can</dt>
          <dd>{owner}</dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd className="anywhere">{source ?? <Badge kind="assumed">assumed</Badge>}</dd>
        </div>
      </dl>
    </li>
  );
}
