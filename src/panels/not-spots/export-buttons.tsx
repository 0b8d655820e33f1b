import { useId, useState } from 'react';
import type { DownloadOutcome } from '../../actions/download.ts';
import { EXPORT_FORMATS, exportNotSpots } from '../../actions/export-not-spots.ts';
import { exportWardsCsv } from '../../actions/export-wards-csv.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { DownloadNote } from '../download-note.tsx';

/** Downloads of what is on show; each carries the definition, the sources and the date. */
export function ExportButtons() {
  const context = useApp();
  const ids = useId();
  const [asked, setAsked] = useState(EXPORT_FORMATS[0]);
  const [outcome, setOutcome] = useState<DownloadOutcome | 'working' | null>(null);
  const start = async (make: () => Promise<DownloadOutcome>): Promise<void> => {
    if (outcome === 'working') return;
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
      </div>
      <div className="row">
        <label htmlFor={`${ids}format`}>Export not-spots as</label>
        <select
          id={`${ids}format`}
          className="control"
          aria-describedby={`${ids}says`}
          value={asked.format}
          onChange={(event) =>
            setAsked(EXPORT_FORMATS.find(({ format }) => format === event.target.value) ?? asked)
          }
        >
          {EXPORT_FORMATS.map(({ format, label }) => (
            <option key={format} value={format}>
              {label}
            </option>
          ))}
        </select>
        <Button
          icon="download"
          aria-disabled={working}
          onClick={() => void start(() => exportNotSpots(context, asked))}
        >
          Download not-spots
        </Button>
      </div>
      <p id={`${ids}says`} className="small soft">
        {asked.says}
      </p>
      <DownloadNote outcome={outcome === 'working' ? null : outcome} onDismiss={() => setOutcome(null)} />
    </section>
  );
}
