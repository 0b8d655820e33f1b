import { useState } from 'react';
import { chooseSite, hoverSite } from '../../../actions/set-rooftops-view.ts';
import { siteTable } from '../../../stores/derived/site-table.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';

/** The table of sites, linked both ways with list and map. */
export function SitesTablePanel() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const { siteId, hoveredSite } = useView((state) => state.rooftops);
  const [sort, setSort] = useState({ column: 'name', descending: false });
  if (project.sites.length === 0)
    return <p className="table-empty">Sites are listed here once there are some.</p>;
  const table = siteTable(project, sort.column, sort.descending);
  return (
    <div className="ward-table">
      <DataTable
        caption="Rooftop sites"
        columns={table.columns}
        rows={table.sites}
        foot={[]}
        rowKey={(site) => site.id}
        cell={table.cell}
        sort={sort}
        onSort={(column) =>
          setSort({ column, descending: column === sort.column ? !sort.descending : false })
        }
        selected={siteId}
        hovered={hoveredSite}
        onSelect={(key) => chooseSite(context, key === siteId ? null : key)}
        onHover={(key) => hoverSite(context, key)}
      />
    </div>
  );
}
