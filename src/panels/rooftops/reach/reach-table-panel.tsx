import { useState } from 'react';
import { useStore } from 'zustand';
import { choosePremisesSeen } from '../../../actions/choose-premises-seen.ts';
import { isReachCurrent, shownReach } from '../../../actions/find-reach.ts';
import { reachTable } from '../../../stores/derived/reach-table.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';

/** Every premises within the radius, by quality and reason; one that is opened tells what it sees. */
export function ReachTablePanel() {
  const context = useApp();
  const status = useStore(context.studies.reach, (state) => state.status);
  useStore(context.studies.reach, (state) => state.answer);
  useView((state) => state.rooftops.siteId);
  useProject((state) => state.version);
  const [sort, setSort] = useState({ column: 'quality', descending: false });
  const reach = shownReach(context);
  if (!reach)
    return (
      <p className="table-empty">
        {status === 'working'
          ? 'Finding the reach …'
          : 'Premises are listed here once the reach of a site is found.'}
      </p>
    );
  const table = reachTable(reach, sort.column, sort.descending);
  return (
    <div className="ward-table" aria-busy={!isReachCurrent(context)}>
      <DataTable
        caption="Premises in reach"
        columns={table.columns}
        rows={table.lines}
        foot={[]}
        rowKey={(line) => String(reach.rows.row[line])}
        cell={table.cell}
        sort={sort}
        onSort={(column) =>
          setSort({ column, descending: column === sort.column ? !sort.descending : false })
        }
        selected={null}
        hovered={null}
        onSelect={(row) => choosePremisesSeen(context, Number(row))}
        onHover={() => undefined}
      />
    </div>
  );
}
