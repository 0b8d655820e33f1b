import { useState } from 'react';
import type { DownloadOutcome } from '../../actions/download.ts';
import { exportAreas } from '../../actions/export-areas.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { DownloadNote } from '../download-note.tsx';

/** Downloads of the areas; each carries the definition, the sources and the date. */
export function AreaExport({
  canDraw,
}: {
  /** Whether the not-spots have shapes. */ readonly canDraw: boolean;
}) {
  const context = useApp();
  const [outcome, setOutcome] = useState<DownloadOutcome | 'working' | null>(null);
  const isWorking = outcome === 'working';
  const start = async (format: 'csv' | 'geojson'): Promise<void> => {
    if (isWorking) return;
    setOutcome('working');
    try {
      setOutcome(await exportAreas(context, format));
    } catch (error) {
      setOutcome({
        problem: `The file could not be made: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  };
  return (
    <section className="panel-section export" aria-labelledby="area-export-title">
      <h2 id="area-export-title">Take it with you</h2>
      <p className="small soft">Each file carries the definition, the sources and their dates.</p>
      <div className="row">
        <Button icon="download" aria-disabled={isWorking} onClick={() => void start('csv')}>
          Download areas by ward (CSV)
        </Button>
      </div>
      {canDraw ? (
        <div className="row">
          <Button icon="download" aria-disabled={isWorking} onClick={() => void start('geojson')}>
            Download not-spot areas (GeoJSON)
          </Button>
        </div>
      ) : null}
      {isWorking ? <p role="status">Writing the file …</p> : null}
      <DownloadNote outcome={outcome === 'working' ? null : outcome} onDismiss={() => setOutcome(null)} />
    </section>
  );
}
