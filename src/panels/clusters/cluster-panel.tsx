import { useCallback, useEffect, useRef } from 'react';
import { duelToCluster } from '../../actions/duel-to.ts';
import {
  clearClusterMarks,
  openCluster,
  showCluster,
  showNearestCovered,
} from '../../actions/open-cluster.ts';
import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import type { ClusterLine, ClusterView } from '../../stores/derived/cluster-view.ts';
import { Button } from '../../ui/button.tsx';
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { useApp } from '../app-provider.tsx';
import { CountedHow } from '../counted-how.tsx';
import { focusNamed } from '../focus-named.ts';
import { useEscape } from '../use-escape.ts';
import { ClusterDownload } from './cluster-download.tsx';

export interface ClusterPanelProps {
  readonly clusters: NotSpotClusters;
  readonly view: ClusterView;
}

/** One cluster's own view. Escape or the button leads back to all clusters. */
export function ClusterPanel({ clusters, view }: ClusterPanelProps) {
  const context = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  const { id } = view;
  // Where the button that led here is gone, the focus would be lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cluster is another page.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, [id]);
  useEffect(() => () => clearClusterMarks(context), [context]);
  const goBack = useCallback((): void => {
    openCluster(context, null);
    focusNamed('cluster', id);
  }, [context, id]);
  useEscape(goBack);
  return (
    <article className="ward-view" aria-labelledby="cluster-title">
      <div className="cluster-nav">
        <Button kind="quiet" icon="back" onClick={goBack}>
          Back to all clusters
        </Button>
        <Step label="Previous cluster" short="Previous" to={view.previous} />
        <Step label="Next cluster" short="Next" to={view.next} />
      </div>
      <header className="headline">
        <h2 id="cluster-title" className="ward-title anywhere" ref={title} tabIndex={-1}>
          {view.name}
        </h2>
        <p className="soft small">{view.rank}</p>
        <p className="headline-text">
          <strong className="headline-number">{view.notSpots}</strong> {view.of}.
        </p>
        {view.band ? <p className="headline-note">Between {view.band.replace('–', ' and ')}.</p> : null}
        <div className="row">
          <Button
            onClick={() => {
              showCluster(context, id);
              // On a phone the map stands above the panel.
              window.scrollTo({ top: 0 });
            }}
          >
            Show on the map
          </Button>
          <Button onClick={() => duelToCluster(context, id)}>What would fix it?</Button>
        </div>
        <CountedHow of={{ kind: 'cluster', clusters, cluster: view.cluster }} />
      </header>
      <MissingSection view={view} />
      <section className="panel-section" aria-labelledby="cluster-nearest">
        <h2 id="cluster-nearest">Nearest covered premises</h2>
        {view.nearest ? (
          <>
            <p>
              <strong className="number">{view.nearest.distance}</strong> from the nearest not-spot of the
              cluster: <span className="number anywhere">{view.nearest.id}</span>.
            </p>
            <Button onClick={() => showNearestCovered(context, clusters, view.cluster)}>
              Mark it on the map
            </Button>
          </>
        ) : (
          <p>No premises is known to be covered, so there is no distance.</p>
        )}
      </section>
      {view.uses ? (
        <section className="panel-section" aria-labelledby="cluster-uses">
          <h2 id="cluster-uses">Not-spots by use</h2>
          <Lines lines={view.uses.lines} caption={`By the column “${view.uses.column}” of the premises`} />
        </section>
      ) : null}
      <section className="panel-section" aria-labelledby="cluster-wards">
        <h2 id="cluster-wards">{view.wards.length === 1 ? 'Ward' : 'Wards it lies in'}</h2>
        <Lines lines={view.wards} caption="Not-spots of the cluster by ward" />
      </section>
      <section className="panel-section" aria-labelledby="cluster-facts">
        <h2 id="cluster-facts">Its extent</h2>
        <dl className="cluster-facts">
          {view.facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="small soft">
          The outline is drawn around the not-spots with a margin of a quarter of the distance, 40 m at most;
          more where a cluster is very large. It may hold other premises too.
        </p>
      </section>
      <ClusterDownload cluster={{ id, name: view.name }} />
    </article>
  );
}

function Step({
  label,
  short,
  to,
}: {
  readonly label: string;
  readonly short: string;
  readonly to: string | null;
}) {
  const context = useApp();
  return (
    <Button
      kind="quiet"
      aria-label={label}
      aria-disabled={to === null}
      onClick={() => to !== null && openCluster(context, to)}
    >
      {short}
    </Button>
  );
}

function MissingSection({ view }: { readonly view: ClusterView }) {
  return (
    <section className="panel-section" aria-labelledby="cluster-missing">
      <h2 id="cluster-missing">What is missing</h2>
      <ul className="cluster-bars">
        {view.missing.map(({ label, words, more, shares }) => (
          <li key={label}>
            <span className="cluster-bar-name">{label}</span>
            <ProportionBar
              height={12}
              parts={[
                { key: 'lacking', share: shares.lacking, pattern: 'hatch', token: '--not-spot' },
                { key: 'perhaps', share: shares.perhaps, pattern: 'lines', token: '--not-spot' },
                { key: 'not-known', share: shares.notKnown, pattern: 'dots', token: '--class-not-known' },
              ]}
            />
            <span className="small number">{words}</span>
            {more ? <span className="small soft anywhere">{more}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ lines, caption }: { readonly lines: readonly ClusterLine[]; readonly caption: string }) {
  return (
    <table className="cluster-lines">
      <caption className="small soft">{caption}</caption>
      <tbody>
        {lines.map(({ name, value, share }) => (
          <tr key={name}>
            <th scope="row" className="anywhere">
              {name}
            </th>
            <td className="cluster-lines-bar">
              <ProportionBar
                height={8}
                parts={[{ key: 'n', share, pattern: 'hatch', token: '--not-spot' }]}
              />
            </td>
            <td className="number">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
