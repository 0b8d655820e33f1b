import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { clusterSummary } from '../../stores/derived/cluster-summary.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { CountedHow } from '../counted-how.tsx';

export interface ClusterHeadlineProps {
  readonly clusters: NotSpotClusters;
  /** False while others are being found: then these are shown as earlier ones. */
  readonly isCurrent: boolean;
  /** Id of a cluster that was asked for and is not among them. */
  readonly lostId: string | null;
}

/** What the clusters come to, in one sentence and a bar. */
export function ClusterHeadline({ clusters, isCurrent, lostId }: ClusterHeadlineProps) {
  const summary = clusterSummary(clusters);
  const lost = lostId ? (
    <Notice title="The cluster that was open is not among these.">
      <p>Its not-spots may now be part of another cluster, or scattered.</p>
    </Notice>
  ) : null;
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
        {lost}
      </section>
    );
  return (
    <section
      className={isCurrent ? 'headline' : 'headline clusters-earlier'}
      aria-labelledby="clusters-headline"
      aria-busy={!isCurrent}
    >
      <p className="headline-text" id="clusters-headline">
        <strong className="headline-number">{summary.number}</strong>{' '}
        <span className="headline-rest">{summary.rest}</span>
      </p>
      <ProportionBar
        height={16}
        parts={[
          { key: 'clusters', share: summary.shares.clusters, pattern: 'hatch', token: '--not-spot' },
          { key: 'scattered', share: summary.shares.scattered, pattern: 'dots', token: '--not-spot' },
        ]}
      />
      {summary.band ? <p className="headline-note">{summary.band}</p> : null}
      {isCurrent ? <CountedHow of={{ kind: 'clustered', clusters }} /> : null}
      {isCurrent ? null : <p className="headline-note">These are the clusters found before.</p>}
      {lost}
    </section>
  );
}
