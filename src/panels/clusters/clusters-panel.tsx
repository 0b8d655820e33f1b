import './clusters.css';
import { findClusters } from '../../actions/find-clusters.ts';
import { clusterView } from '../../stores/derived/cluster-view.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { MapLegend } from '../not-spots/map-legend.tsx';
import { RecipeControl } from '../not-spots/recipe-control.tsx';
import { ClusterControls } from './cluster-controls.tsx';
import { ClusterDownload } from './cluster-download.tsx';
import { ClusterHeadline } from './cluster-headline.tsx';
import { ClusterLegend } from './cluster-legend.tsx';
import { ClusterPanel } from './cluster-panel.tsx';
import { LargestClusters } from './largest-clusters.tsx';
import { useClusters } from './use-clusters.ts';

/** Topic 'clusters': what joining not-spots comes to, how they are joined, and the largest; or one cluster's own view. */
export function ClustersPanel() {
  const state = useClusters();
  const { answer, isCurrent } = state;
  const id = useView((view) => view.clusters.id);
  const view = answer && id !== null && isCurrent ? clusterView(answer, id) : null;
  if (answer && view) return <ClusterPanel clusters={answer} view={view} />;
  const isShown = state.status === 'ready' || state.status === 'working';
  const shown = isShown && answer && answer.count > 0 ? answer : null;
  return (
    <>
      <ClusterState state={state} id={id} />
      <ClusterControls />
      {shown ? (
        <div className={isCurrent ? undefined : 'clusters-earlier'}>
          <LargestClusters clusters={shown} />
          <MapLegend>
            <ClusterLegend clusters={shown} />
          </MapLegend>
        </div>
      ) : null}
      <RecipeControl />
      {shown ? <ClusterDownload cluster={null} /> : null}
    </>
  );
}

interface ClusterStateProps {
  readonly state: ReturnType<typeof useClusters>;
  readonly id: string | null;
}

/** The sentence over the clusters, or what stands in its place: work under way, what failed, or what was cancelled. */
function ClusterState({ state, id }: ClusterStateProps) {
  const context = useApp();
  const { status, step, answer, problem, cancel, isCurrent } = state;
  if (status === 'failed')
    return (
      <section className="headline">
        <Notice kind="warning" title="No clusters could be found">
          <p className="anywhere">{problem}</p>
        </Notice>
      </section>
    );
  if (status === 'cancelled')
    return (
      <section className="headline">
        <Notice title="Finding clusters was cancelled" />
        <Button onClick={() => void findClusters(context)}>Find clusters</Button>
      </section>
    );
  const progress = (
    <ProgressBar
      what={step?.what ?? 'Finding clusters'}
      fraction={step?.fraction ?? null}
      onCancel={cancel ?? undefined}
    />
  );
  if (!answer)
    return (
      <section className="headline headline-waiting" aria-busy="true" aria-label="Finding clusters">
        <div className="skeleton skeleton-number" />
        <div className="skeleton skeleton-line" />
        <div className="skeleton skeleton-line skeleton-short" />
        {progress}
      </section>
    );
  return (
    <>
      {isCurrent ? null : <div className="clusters-progress">{progress}</div>}
      <ClusterHeadline clusters={answer} isCurrent={isCurrent} lostId={isCurrent ? id : null} />
    </>
  );
}
