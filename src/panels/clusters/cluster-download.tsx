import { useState } from 'react';
import type { DownloadOutcome } from '../../actions/download.ts';
import { exportClusters } from '../../actions/export-clusters.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { DownloadNote } from '../download-note.tsx';

export interface ClusterDownloadProps {
  /** The cluster whose premises are downloaded; null: all clusters as lines or shapes. */
  readonly cluster: { readonly id: string; readonly name: string } | null;
}

/** Downloads with definition, sources and date. */
export function ClusterDownload({ cluster }: ClusterDownloadProps) {
  const context = useApp();
  const [outcome, setOutcome] = useState<DownloadOutcome | 'working' | null>(null);
  const start = async (format: 'csv' | 'geojson'): Promise<void> => {
    if (outcome === 'working') return;
    setOutcome('working');
    try {
      setOutcome(await exportClusters(context, { format, cluster }));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setOutcome({ problem: `The file could not be made: ${message}` });
    }
  };
  const working = outcome === 'working';
  const what = cluster ? 'premises' : 'clusters';
  return (
    <section className="panel-section export" aria-labelledby="cluster-download-title">
      <h2 id="cluster-download-title">Take it with you</h2>
      <p className="small soft">
        {cluster ? 'Every not-spot of this cluster.' : 'Every cluster with its counts and outline.'} Each file
        carries the definition, the sources and their dates.
      </p>
      <div className="row">
        <Button icon="download" aria-disabled={working} onClick={() => void start('csv')}>
          Download {what} (CSV)
        </Button>
        <Button icon="download" aria-disabled={working} onClick={() => void start('geojson')}>
          Download {what} (GeoJSON)
        </Button>
      </div>
      <DownloadNote outcome={outcome === 'working' ? null : outcome} onDismiss={() => setOutcome(null)} />
    </section>
  );
}
