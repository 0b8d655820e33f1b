import './clusters.css';
import type { ReactNode } from 'react';
import { findClusters } from '../../actions/find-clusters.ts';
import { clusterView } from '../../stores/derived/cluster-view.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { RecipeControl } from '../not-spots/recipe-control.tsx';
import { ClusterControls } from './cluster-controls.tsx';
import { ClusterPanel } from './cluster-panel.tsx';
import { ClusterResult } from './cluster-result.tsx';
import { useClusters } from './use-clusters.ts';

/** Topic 'clusters': how not-spots are joined, what that comes to, and the largest; or one cluster's own view. */
export function ClustersPanel() {
  const context = useApp();
  const { status, step, answer, problem, cancel, isCurrent } = useClusters();
  const id = useView((state) => state.clusters.id);
  const view = answer && id !== null && isCurrent ? clusterView(answer, id) : null;
  if (answer && view) return <ClusterPanel clusters={answer} view={view} />;
  const progress = (
    <ProgressBar
      what={step?.what ?? 'Finding clusters'}
      fraction={step?.fraction ?? null}
      onCancel={cancel ?? undefined}
    />
  );
  const again = <Button onClick={() => void findClusters(context)}>Find clusters</Button>;
  let result: ReactNode;
  if (status === 'failed')
    result = (
      <section className="headline">
        <Notice kind="warning" title="No clusters could be found">
          <p className="anywhere">{problem}</p>
        </Notice>
      </section>
    );
  else if (status === 'cancelled')
    result = (
      <section className="headline">
        <Notice title="Finding clusters was cancelled">{again}</Notice>
      </section>
    );
  else if (!answer)
    result = (
      <section className="headline headline-waiting" aria-busy="true" aria-label="Finding clusters">
        <div className="skeleton skeleton-number" />
        <div className="skeleton skeleton-line" />
        <div className="skeleton skeleton-line skeleton-short" />
        {progress}
      </section>
    );
  else
    result = (
      <>
        {isCurrent ? null : <div className="clusters-progress">{progress}</div>}
        <ClusterResult clusters={answer} isCurrent={isCurrent} lostId={isCurrent ? id : null} />
      </>
    );
  return (
    <>
      {result}
      <ClusterControls />
      <RecipeControl />
    </>
  );
}
