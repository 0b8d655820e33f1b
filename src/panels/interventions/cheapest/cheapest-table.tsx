import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { openedPlan } from '../../../actions/find-plan.ts';
import { shownCrossover } from '../../../actions/shown-crossover.ts';
import type { Crossover } from '../../../domain/evaluation/crossover.ts';
import { crossoverTable } from '../../../stores/derived/crossover-table.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { ThingTable } from '../plan-maps/thing-table.tsx';

/** Each premises by its cheapest technology, linked both ways with the map. */
export function CheapestTable() {
  const context = useApp();
  useProject((state) => state.project);
  useView(({ interventions }) => interventions.planId);
  useStore(context.studies.crossover);
  const plan = openedPlan(context);
  const shown = plan && shownCrossover(context, plan);
  const [crossover, isEarlier] = [shown?.crossover ?? null, shown?.isEarlier ?? false];
  const given = useMemo(() => ({ crossover, isEarlier }), [crossover, isEarlier]);
  return <Places {...useDeferredValue(given)} />;
}

interface PlacesProps {
  readonly crossover: Crossover | null;
  readonly isEarlier: boolean;
}

const Places = memo(({ crossover, isEarlier }: PlacesProps) => {
  const [sort, setSort] = useState({ column: 'difference', descending: false });
  if (!crossover)
    return (
      <p className="table-empty">
        Premises are listed here once it is worked out which technology is the cheapest for each.
      </p>
    );
  const table = crossoverTable(crossover, sort);
  return (
    <ThingTable
      caption="The cheapest technology for each premises, and how surely"
      table={table}
      isEarlier={isEarlier}
      sort={sort}
      onSort={setSort}
      fromLargest={NUMBERS}
    />
  );
});

const NUMBERS = new Set(['units']);
