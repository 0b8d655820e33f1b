import { useState } from 'react';
import type { DownloadOutcome } from '../../actions/download.ts';
import { exportNotSpotsGeoJson } from '../../actions/export-not-spots-geojson.ts';
import { exportWardsCsv } from '../../actions/export-wards-csv.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';

/** Downloads of what is on show; each carries the definition, the sources and the date. */
export function ExportButtons() {
  const context = useApp();
  const [outcome, setOutcome] = useState<DownloadOutcome | 'working' | null>(null);
  const start = async (make: () => Promise<DownloadOutcome>): Promise<void> => {
    setOutcome('working');
    try {
      setOutcome(await make());
    } catch (error) {
      setOutcome({
        problem: `The file could not be made: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  };
  const working = outcome === 'working';
  return (
    <section className="panel-section export" aria-labelledby="export-title">
      <h2 id="export-title">Take it with you</h2>
      <p className="small soft">Each file carries the definition, the sources and their dates.</p>
      <div className="row">
        <Button
          icon="download"
          aria-disabled={working}
          onClick={() => void start(() => exportWardsCsv(context))}
        >
          Download ward counts (CSV)
        </Button>
        <Button
          icon="download"
          aria-disabled={working}
          onClick={() => void start(() => exportNotSpotsGeoJson(context))}
        >
          Download not-spots (GeoJSON)
        </Button>
      </div>
      {outcome && outcome !== 'working' ? (
        'problem' in outcome ? (
          <Notice kind="problem" title={outcome.problem} onDismiss={() => setOutcome(null)} />
        ) : (
          <p role="status" className="small soft anywhere">
            Downloaded {outcome.fileName}
          </p>
        )
      ) : null}
    </section>
  );
}
