import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { openedPlan } from '../../../actions/find-plan.ts';
import { chooseThing, hoverThing } from '../../../actions/set-interventions-view.ts';
import { shownCrossover } from '../../../actions/shown-crossover.ts';
import type { Crossover } from '../../../domain/evaluation/crossover.ts';
import { crossoverTable } from '../../../stores/derived/crossover-table.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';

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
  const context = useApp();
  const { thingId, hoveredThing } = useView((state) => state.interventions);
  const [sort, setSort] = useState({ column: 'difference', descending: false });
  if (!crossover)
    return (
      <p className="table-empty">
        Premises are listed here once it is worked out which technology is the cheapest for each.
      </p>
    );
  const table = crossoverTable(crossover, sort);
  return (
    <div className="ward-table" aria-busy={isEarlier}>
      <DataTable
        caption={`The cheapest technology for each premises, and how surely${isEarlier ? ', as it was before the last change' : ''}`}
        columns={table.columns}
        rows={table.lines}
        foot={table.foot}
        rowKey={({ key }) => key}
        cell={table.cell}
        sort={sort}
        onSort={(column) =>
          setSort({ column, descending: column === sort.column ? !sort.descending : column === 'units' })
        }
        selected={thingId}
        hovered={hoveredThing}
        onSelect={(key) => chooseThing(context, key === thingId ? null : key)}
        onHover={(key) => hoverThing(context, key)}
      />
    </div>
  );
});
