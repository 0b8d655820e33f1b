import { useEffect } from 'react';
import { useStore } from 'zustand';
import { bustBarrier, findDigOnce } from '../../../actions/find-barriers.ts';
import { hoverStreet } from '../../../actions/set-interventions-view.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type DigOnceRow, type DigOnceView, digOnceView } from '../../../stores/derived/dig-once-view.ts';
import { asBefore } from '../../../stores/derived/plan-standing.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useApp } from '../../app-provider.tsx';
import { RunFirst } from './run-first.tsx';
import { StudyState } from './study-state.tsx';

export interface DigOnceSectionProps {
  readonly plan: Plan;
  readonly isStale: boolean;
}

/** Which works of others lie in the streets that the designs dig, when, and what sharing the trench saves. */
export function DigOnceSection({ plan, isStale }: DigOnceSectionProps) {
  const context = useApp();
  const state = useStore(context.studies['dig-once']);
  const { answer } = state;
  const madeOf = plan.designs?.madeOf ?? null;
  const isOfPlan = answer?.planId === plan.id && state.status !== 'failed';
  const isNow = isOfPlan && answer.madeOf === madeOf && !isStale;
  const view = isOfPlan ? digOnceView(answer) : null;
  const isFresh = madeOf !== null && !isStale;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each set of designs.
  useEffect(() => {
    if (isFresh) void findDigOnce(context, plan);
  }, [context, madeOf, isFresh]);
  if (madeOf === null && !view) return null;
  return (
    <section className="panel-section stack" aria-labelledby="once-title">
      <h2 id="once-title">Dig once {view && !isNow ? <Badge>earlier</Badge> : null}</h2>
      {view ? (
        <p className="number-wrap">{asBefore(view.summary.replace(/\.$/, ''), isNow ? 'now' : 'earlier')}.</p>
      ) : null}
      {isStale ? (
        <RunFirst />
      ) : (
        <StudyState
          state={state}
          isAnswered={isNow}
          doing="Looking through the calendar"
          begin="Look through the calendar"
          onBegin={() => void findDigOnce(context, plan)}
        />
      )}
      {view && view.rows.length > 0 ? (
        <>
          <CalendarPicture view={view} isNow={isNow} />
          <ul className="lever-list">
            {view.rows.map((row) => (
              <Works key={row.key} row={row} plan={plan} isNow={isNow} />
            ))}
          </ul>
          <p className="small soft">
            Savings are of the trench, permits and traffic management in that street, by the share in the
            register, which has a range. A stretch that is shared waits until the others begin: that is in the
            weeks of the plan. Street-days, days of road works and carbon are counted as if we dug alone.
          </p>
        </>
      ) : null}
    </section>
  );
}

function Works({
  row,
  plan,
  isNow,
}: {
  readonly row: DigOnceRow;
  readonly plan: Plan;
  readonly isNow: boolean;
}) {
  const context = useApp();
  const { street, streetName, what, when, standing, savings, isShared, lever, whyNot } = row;
  return (
    <li onMouseEnter={() => hoverStreet(context, street)} onMouseLeave={() => hoverStreet(context, null)}>
      <div className="lever-head">
        <h3 className="anywhere">{streetName}</h3>
        {isShared ? (
          <Badge>shared</Badge>
        ) : lever ? (
          <Button
            aria-label={`Share the trench in ${streetName}`}
            aria-disabled={!isNow}
            onClick={() => isNow && bustBarrier(context, plan.id, lever)}
          >
            Share it
          </Button>
        ) : null}
      </div>
      <p className="small anywhere">
        {what}: {when}; {standing}.
      </p>
      <ul className="small number-wrap once-savings">
        {savings.map(({ intervention, name, saved, metres }) => (
          <li key={intervention}>
            {name}:{' '}
            {isShared
              ? `${saved} saved already on ${metres}`
              : whyNot === ''
                ? `${saved} would be saved on ${metres}`
                : `digs ${metres} there; nothing is saved`}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Works as bars over time, with the day on which the plan's own begin; the list says the same. */
function CalendarPicture({
  view: { rows, days, begin, years },
  isNow,
}: {
  readonly view: DigOnceView;
  readonly isNow: boolean;
}) {
  const known = rows.filter(({ from }) => from !== null);
  if (known.length === 0) return null;
  const height = TOP + known.length * ROW + 4;
  const x = (day: number): number => LEFT + (day / days) * (WIDTH - LEFT - 8);
  return (
    <svg
      className="once-picture"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`Chart: when others dig in ${known.length === 1 ? 'one street' : `${known.length} streets`}; the list below says the same${isNow ? '' : ', as it was before the last change'}.`}
    >
      {years.map(({ at, year }) => (
        <g key={year}>
          <path className="once-year" d={`M${x(at)} ${TOP - 6}V${height}`} />
          <text x={x(at) + 3} y={TOP - 8}>
            {year}
          </text>
        </g>
      ))}
      <path className="once-begin" d={`M${x(begin)} 4V${height}`} />
      {known.map(({ key, streetName, from, until, isShared, lever }, at) => {
        const start = x(from ?? 0);
        const wide = Math.max(3, x(until ?? from ?? 0) - start);
        return (
          <g key={key}>
            <text x="0" y={TOP + at * ROW + 13} className="once-name">
              {streetName.length > 19 ? `${streetName.slice(0, 18)}…` : streetName}
            </text>
            <rect
              className={isShared ? 'once-shared' : lever ? 'once-open' : 'once-shut'}
              x={start}
              y={TOP + at * ROW + 3}
              width={wide}
              height={ROW - 8}
              rx="2"
            />
          </g>
        );
      })}
    </svg>
  );
}

const [WIDTH, LEFT, TOP, ROW] = [360, 132, 22, 22];
