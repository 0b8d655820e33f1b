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
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { ExplainedNumber } from '../explained-number.tsx';

/** The largest clusters with bars, and the scattered rest. */
export function LargestClusters({ clusters }: { readonly clusters: NotSpotClusters }) {
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
                data-cluster={id}
                onClick={() => openCluster(context, id)}
                onFocus={() => hoverCluster(context, id)}
                onBlur={() => hoverCluster(context, null)}
              >
                {names[c]}
              </button>
              <span className="number cluster-line-count">
                <ExplainedNumber asks={{ kind: 'cluster', column: 'not-spots' }} place={id}>
                  {unitsText(size, c)}
                </ExplainedNumber>
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
      <p className="small soft cluster-scattered">{clusterSummary(clusters).scattered}</p>
    </section>
  );
}

const SHOWN = 10;
