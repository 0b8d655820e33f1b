import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { clusterLegend } from '../../stores/derived/cluster-legend.ts';
import { PatternSwatch } from '../../ui/pattern-swatch.tsx';

/** What a cluster looks like on the map, and how many are drawn. */
export function ClusterLegend({ clusters }: { readonly clusters: NotSpotClusters }) {
  const { label, note } = clusterLegend(clusters);
  return (
    <div className="legend-group">
      <h3>Clusters</h3>
      <ul className="legend">
        <li>
          <PatternSwatch pattern="hatch" token="--not-spot" />
          <span>{label}</span>
          <span className="soft number legend-note">{note}</span>
        </li>
      </ul>
    </div>
  );
}
