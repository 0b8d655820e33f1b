import { useEffect, useState } from 'react';
import { goTo } from '../../actions/set-view.ts';
import { importText } from '../../stores/derived/import-text.ts';
import type { ImportState } from '../../stores/import-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useImports, useView } from '../app-provider.tsx';

/** On every other page: that files are being read, or what became of them in one line, with the way to the full report. */
export function ImportNotice() {
  const context = useApp();
  const page = useView((state) => state.page);
  const away = useView((view) => view.page === 'data' || view.wardCode !== null);
  const state = useImports((imports) => imports);
  // Once somebody has gone on, or has the report in front of them, they have been told.
  const [told, setTold] = useState<ImportState['files'] | null>(null);
  useEffect(() => {
    if (away && state.status === 'done') setTold(state.files);
  }, [away, state]);
  if (page === 'data' || state.status === 'idle') return null;
  if (state.status === 'reading') {
    return (
      <div className="import-notice">
        <ProgressBar
          what={state.step?.what ?? 'Reading'}
          fraction={state.step?.fraction ?? null}
          onCancel={state.cancel ?? undefined}
        />
      </div>
    );
  }
  const text = importText(state);
  // What was refused is told wherever somebody is.
  if (!text || (away && state.status === 'done') || told === state.files) return null;
  return (
    <div className="import-notice">
      <Notice
        kind={text.kind}
        title={text.title}
        onDismiss={() =>
          context.imports.setState({ status: 'idle', files: [], step: null, problem: null, cancel: null })
        }
      >
        {state.status === 'done' ? (
          <Button kind="quiet" onClick={() => goTo(context, 'data')}>
            Read the report
          </Button>
        ) : null}
      </Notice>
    </div>
  );
}
