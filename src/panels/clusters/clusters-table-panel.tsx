import { useStore } from 'zustand';
import { hoverCluster, openCluster, sortClusters } from '../../actions/open-cluster.ts';
import { clusterTable } from '../../stores/derived/cluster-table.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { CELL_HINT, ExplainedCell } from '../explained-cell.tsx';

/** The table of topic 'clusters': every cluster, sortable, linked both ways with list and map. */
export function ClustersTablePanel() {
  const context = useApp();
  const answer = useStore(context.studies.clusters, (state) => state.answer);
  const status = useStore(context.studies.clusters, (state) => state.status);
  const { id, hovered, sort } = useView((state) => state.clusters);
  if (!answer || answer.count === 0 || status === 'cancelled')
    return (
      <p className="table-empty">
        {status === 'working' ? 'Finding clusters …' : 'Clusters are listed here once there are some.'}
      </p>
    );
  const table = clusterTable(answer, sort);
  return (
    <div className="ward-table" aria-busy={status === 'working'}>
      <DataTable
        caption="Clusters of not-spots"
        columns={table.columns}
        rows={table.lines}
        foot={[]}
        rowKey={(cluster) => answer.ids[cluster]}
        cell={(cluster, column) => <ExplainedCell cell={table.cell(cluster, column)} />}
        cellHint={CELL_HINT}
        sort={table.sort}
        onSort={(column) => sortClusters(context, column)}
        selected={id}
        hovered={hovered}
        onSelect={(key) => openCluster(context, key === id ? null : key)}
        onHover={(key) => hoverCluster(context, key)}
      />
    </div>
  );
}
