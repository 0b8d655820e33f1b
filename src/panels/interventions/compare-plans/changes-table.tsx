import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { chooseThing, hoverThing } from '../../../actions/set-interventions-view.ts';
import { shownComparison } from '../../../actions/shown-comparison.ts';
import type { ComparedPlans } from '../../../domain/evaluation/compared-plans.ts';
import { planChangesTable } from '../../../stores/derived/plan-changes-table.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';

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
  const context = useApp();
  const { thingId, hoveredThing } = useView((state) => state.interventions);
  const [sort, setSort] = useState({ column: 'change', descending: false });
  if (!compared)
    return (
      <p className="table-empty">Premises gained and lost are listed here once two plans are compared.</p>
    );
  const table = planChangesTable(compared, sort);
  return (
    <div className="ward-table" aria-busy={isEarlier}>
      <DataTable
        caption={`Premises of the compared plans, and what changes with “${compared.names[1]}”${isEarlier ? ', as it was before the last change' : ''}`}
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
