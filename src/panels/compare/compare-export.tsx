import { useState } from 'react';
import type { DownloadOutcome } from '../../actions/download.ts';
import { exportComparison } from '../../actions/export-comparison.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { DownloadNote } from '../download-note.tsx';

/** The comparison as a file, with the definition, the sources and their dates. */
export function CompareExport({ asOf }: { readonly asOf: string }) {
  const context = useApp();
  const [outcome, setOutcome] = useState<DownloadOutcome | null>(null);
  return (
    <section className="panel-section stack" aria-labelledby="compare-export-title">
      <h2 id="compare-export-title">Take it with you</h2>
      <p className="small soft">
        Targets, authorities, wards, need and dates in one table; each line with its source, and the
        definition of a not-spot.
      </p>
      <div className="row">
        <Button icon="download" onClick={() => void exportComparison(context, asOf).then(setOutcome)}>
          Download the comparison (CSV)
        </Button>
      </div>
      <DownloadNote outcome={outcome} onDismiss={() => setOutcome(null)} />
    </section>
  );
}
