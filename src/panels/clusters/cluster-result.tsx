import { hoverCluster, openCluster } from '../../actions/open-cluster.ts';
import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { clusterSummary } from '../../stores/derived/cluster-summary.ts';
import {
  bandText,
  hectaresText,
  nearestText,
  unitsText,
  wardNamesOf,
} from '../../stores/derived/cluster-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { MapLegend } from '../not-spots/map-legend.tsx';
import { ClusterDownload } from './cluster-download.tsx';
import { ClusterLegend } from './cluster-legend.tsx';

export interface ClusterResultProps {
  readonly clusters: NotSpotClusters;
  /** False while others are being found: then these are shown as earlier ones. */
  readonly isCurrent: boolean;
  /** Id of a cluster that was asked for and is not among them. */
  readonly lostId: string | null;
}

/** What the clusters come to, the largest of them, and the scattered rest. */
export function ClusterResult({ clusters, isCurrent, lostId }: ClusterResultProps) {
  const summary = clusterSummary(clusters);
  const headline = (
    <section className="headline" aria-labelledby="clusters-headline" aria-busy={!isCurrent}>
      <p className="headline-text" id="clusters-headline">
        <strong className="headline-number">{summary.number}</strong>{' '}
        <span className="headline-rest">{summary.rest}</span>
      </p>
      {clusters.all.rows > 0 ? (
        <ProportionBar
          height={16}
          parts={[
            { key: 'clusters', share: summary.shares.clusters, pattern: 'hatch', token: '--not-spot' },
            { key: 'scattered', share: summary.shares.scattered, pattern: 'dots', token: '--not-spot' },
          ]}
        />
      ) : null}
      {summary.band ? <p className="headline-note">{summary.band}</p> : null}
      {isCurrent ? null : <p className="headline-note">These are the clusters found before.</p>}
      {lostId ? (
        <Notice title="The cluster that was open is not among these.">
          <p>Its not-spots may now be part of another cluster, or scattered.</p>
        </Notice>
      ) : null}
    </section>
  );
  if (clusters.count === 0)
    return (
      <section className="headline" aria-labelledby="no-clusters">
        <h2 id="no-clusters" className="missing-title">
          {clusters.all.rows === 0 ? 'There are no not-spots' : 'No clusters: every not-spot is scattered'}
        </h2>
        <p>
          {clusters.all.rows === 0
            ? 'By this definition nothing is missing, so there is nothing to join.'
            : `${summary.scattered} A longer distance or a smaller least size joins more.`}
        </p>
      </section>
    );
  return (
    <div className={isCurrent ? undefined : 'clusters-earlier'}>
      {headline}
      <LargestClusters clusters={clusters} scattered={summary.scattered} />
      <MapLegend>
        <ClusterLegend clusters={clusters} />
      </MapLegend>
      <ClusterDownload cluster={null} />
    </div>
  );
}

function LargestClusters({
  clusters,
  scattered,
}: {
  readonly clusters: NotSpotClusters;
  readonly scattered: string;
}) {
  const context = useApp();
  const hovered = useView((state) => state.clusters.hovered);
  const { ids, names, size, nearestCovered, areaSquareMetres } = clusters;
  const largest = size.mid[0];
  return (
    <section className="panel-section" aria-labelledby="largest-clusters">
      <h2 id="largest-clusters">Largest clusters</h2>
      <ol className="worst" onMouseLeave={() => hoverCluster(context, null)}>
        {ids.slice(0, SHOWN).map((id, c) => (
          <li
            key={id}
            className={id === hovered ? 'cluster-line is-hovered' : 'cluster-line'}
            onMouseEnter={() => hoverCluster(context, id)}
          >
            <span className="cluster-line-head">
              <button
                type="button"
                className="link worst-name anywhere"
                onClick={() => openCluster(context, id)}
                onFocus={() => hoverCluster(context, id)}
                onBlur={() => hoverCluster(context, null)}
              >
                {names[c]}
              </button>
              <span className="number cluster-line-count">
                {unitsText(size, c)}
                {bandText(size, c) ? <span className="soft"> ({bandText(size, c)})</span> : null}
              </span>
            </span>
            <ProportionBar
              height={8}
              parts={[{ key: 'n', share: size.mid[c] / largest, pattern: 'hatch', token: '--not-spot' }]}
              range={{ low: size.low[c] / largest, high: Math.min(1, size.high[c] / largest) }}
            />
            <span className="soft small">
              {wardNamesOf(clusters, c)[0]} · {hectaresText(areaSquareMetres[c])} ·{' '}
              {Number.isNaN(nearestCovered.distanceMetres[c])
                ? 'nothing covered is known'
                : `${nearestText(nearestCovered.distanceMetres[c])} to covered`}
            </span>
          </li>
        ))}
      </ol>
      <p className="small soft cluster-scattered">{scattered}</p>
    </section>
  );
}

const SHOWN = 10;
