import { useStore } from 'zustand';
import { hoverWard, selectWard } from '../../actions/select-ward.ts';
import { setSort } from '../../actions/set-view.ts';
import { areaTable } from '../../stores/derived/area-table.ts';
import { recipeInForce } from '../../stores/derived/recipe-in-force.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useAnalysis, useApp, useProject, useView } from '../app-provider.tsx';
import { CELL_HINT, ExplainedCell } from '../explained-cell.tsx';

/** The table of topic 'areas': every ward's areas, sortable, linked both ways with the map. */
export function AreasTablePanel() {
  const context = useApp();
  const { status, answer, answered } = useStore(context.studies.areas);
  const version = useProject((state) => state.version);
  const recipe = useProject((state) => recipeInForce(state.project).text);
  const counted = useAnalysis((state) => (state.status === 'ready' ? state.analysis : null));
  const asked = useView((state) => state.sort);
  const selected = useView((state) => state.wardCode);
  const hovered = useView((state) => state.hoveredWard);
  const isNow = answered?.version === version && answered.question.recipeText === recipe;
  if (!answer || !isNow)
    return (
      <p className="table-empty">
        {status === 'working' ? 'Measuring …' : 'The areas of the wards appear here once they are measured.'}
      </p>
    );
  const table = areaTable(answer, counted, asked);
  return (
    <div className="ward-table" aria-busy={status === 'working'}>
      <DataTable
        caption="Wards: area, not-spot area and not-spot premises"
        columns={table.columns.map((column) => ({
          ...column,
          sortable: true,
          width:
            column.key === 'name' ? 'var(--name-column)' : column.key === 'not-spots' ? '11.5rem' : '8rem',
        }))}
        rows={table.lines}
        foot={table.foot}
        rowKey={(line) => line.key}
        cell={(line, column) => <ExplainedCell cell={table.cell(line, column)} />}
        cellHint={CELL_HINT}
        sort={table.sort}
        onSort={(column) => setSort(context, column)}
        selected={selected}
        hovered={hovered}
        onSelect={(code) => selectWard(context, code === selected ? null : code)}
        onHover={(code) => hoverWard(context, code)}
      />
    </div>
  );
}
