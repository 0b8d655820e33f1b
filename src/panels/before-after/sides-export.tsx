import { useState } from 'react';
import type { DownloadOutcome } from '../../actions/download.ts';
import { exportBeforeAfter } from '../../actions/export-before-after.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';

/** The table of differences as a file. */
export function SidesExport() {
  const context = useApp();
  const [outcome, setOutcome] = useState<DownloadOutcome | null>(null);
  return (
    <section className="panel-section export" aria-labelledby="sides-export-title">
      <h2 id="sides-export-title">Take it with you</h2>
      <p className="small soft">The file carries both definitions, the sources and the date.</p>
      <div className="row">
        <Button icon="download" onClick={() => setOutcome(exportBeforeAfter(context))}>
          Download the difference (CSV)
        </Button>
      </div>
      {outcome && 'problem' in outcome ? (
        <Notice kind="problem" title={outcome.problem} onDismiss={() => setOutcome(null)} />
      ) : null}
      {outcome && 'fileName' in outcome ? (
        <p role="status" className="small soft anywhere">
          Downloaded {outcome.fileName}
        </p>
      ) : null}
    </section>
  );
}
