import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { shownComparison } from '../../../actions/shown-comparison.ts';
import type { ComparedPlans } from '../../../domain/evaluation/compared-plans.ts';
import { planChangesTable } from '../../../stores/derived/plan-changes-table.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { ThingTable } from '../plan-maps/thing-table.tsx';

/** The premises of compared plans, linked both ways with the map: how each plan serves them, and what changes. */
export function ChangesTable() {
  const context = useApp();
  useProject((state) => state.project);
  useView(({ interventions }) => interventions);
  useStore(context.studies['compare-plans']);
  const shown = shownComparison(context);
  const [compared, isEarlier] = [shown?.answer ?? null, shown?.isEarlier ?? false];
  const given = useMemo(() => ({ compared, isEarlier }), [compared, isEarlier]);
  return <Places {...useDeferredValue(given)} />;
}

interface PlacesProps {
  readonly compared: ComparedPlans | null;
  readonly isEarlier: boolean;
}

const Places = memo(({ compared, isEarlier }: PlacesProps) => {
  const [sort, setSort] = useState({ column: 'change', descending: false });
  if (!compared)
    return (
      <p className="table-empty">Premises gained and lost are listed here once two plans are compared.</p>
    );
  const table = planChangesTable(compared, sort);
  return (
    <ThingTable
      caption={`Premises of the compared plans, and what changes with “${compared.names[1]}”`}
      table={table}
      isEarlier={isEarlier}
      sort={sort}
      onSort={setSort}
      fromLargest={NUMBERS}
    />
  );
});

const NUMBERS = new Set(['units']);
