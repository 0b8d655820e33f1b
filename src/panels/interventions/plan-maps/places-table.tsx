import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { openedPlan, shownDesigns } from '../../../actions/find-plan.ts';
import { type PlanAnswers, planAnswers } from '../../../stores/derived/plan-answers.ts';
import { isPlanStale } from '../../../stores/derived/plan-stale.ts';
import { planTable } from '../../../stores/derived/plan-table.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { ThingTable } from './thing-table.tsx';

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
    <ThingTable
      caption="Premises of the plan, and what each answer does for them"
      table={table}
      isEarlier={isEarlier}
      sort={sort}
      onSort={setSort}
      fromLargest={NUMBERS}
      onPaper={ON_PAPER}
    />
  );
});

const NUMBERS = new Set(['units', 'rate', 'metres']);

/** The rest of the screen on paper is not to drown in it. */
const ON_PAPER = { most: 15, where: 'The files under “Hand over” have all of them.' };
