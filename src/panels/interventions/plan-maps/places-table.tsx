import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { openedPlan, shownDesigns } from '../../../actions/find-plan.ts';
import { chooseThing, hoverThing } from '../../../actions/set-interventions-view.ts';
import { type PlanAnswers, planAnswers } from '../../../stores/derived/plan-answers.ts';
import { isPlanStale } from '../../../stores/derived/plan-stale.ts';
import { planTable } from '../../../stores/derived/plan-table.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';

/** The premises of the open plan, linked both ways with the maps: what each design does for each. */
export function PlacesTable() {
  const context = useApp();
  const project = useProject((state) => state.project);
  useView(({ interventions }) => interventions.planId);
  useStore(context.plans);
  const plan = openedPlan(context);
  const shown = plan && shownDesigns(context, plan);
  const designs = shown?.designs ?? null;
  const isEarlier = plan !== null && (shown?.isEarlier === true || isPlanStale(plan, project));
  const given = useMemo(
    () => ({ answers: designs ? planAnswers(designs) : null, isEarlier, isOpen: plan !== null }),
    [designs, isEarlier, plan],
  );
  // The panel with the answer comes first: a long table follows in a task of its own.
  return <Places {...useDeferredValue(given)} />;
}

interface PlacesProps {
  readonly answers: PlanAnswers | null;
  readonly isEarlier: boolean;
  readonly isOpen: boolean;
}

const Places = memo(({ answers, isEarlier, isOpen }: PlacesProps) => {
  const context = useApp();
  const { thingId, hoveredThing } = useView((state) => state.interventions);
  const [sort, setSort] = useState({ column: 'rooftop radio', descending: false });
  if (!answers)
    return (
      <p className="table-empty">
        {isOpen
          ? 'Premises are listed here once the plan is worked out.'
          : 'Premises are listed here once a plan is open.'}
      </p>
    );
  const table = planTable(answers, sort);
  return (
    <div className="ward-table" aria-busy={isEarlier}>
      <DataTable
        caption={`Premises of the plan, and what each answer does for them${isEarlier ? ', as it was before the last change' : ''}`}
        columns={table.columns}
        rows={table.lines}
        foot={table.foot}
        rowKey={({ key }) => key}
        cell={table.cell}
        sort={sort}
        onSort={(column) => setSort(turned(sort, column))}
        selected={thingId}
        hovered={hoveredThing}
        onSelect={(key) => chooseThing(context, key === thingId ? null : key)}
        onHover={(key) => hoverThing(context, key)}
      />
    </div>
  );
});

/** Numbers begin with the largest, words from A; the same column turns round. */
function turned(sort: { readonly column: string; readonly descending: boolean }, column: string) {
  if (sort.column === column) return { column, descending: !sort.descending };
  return { column, descending: NUMBERS.has(column) };
}

const NUMBERS = new Set(['units', 'rate', 'metres']);
