import { useState } from 'react';
import type { AppContext } from '../../../actions/app-context.ts';
import type { WrittenImported } from '../../../actions/import-written.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useApp } from '../../app-provider.tsx';
import { pickFiles } from '../../work/pick-files.ts';
import './hand-over.css';

export interface OpenWrittenProps {
  /** "design" */
  readonly thing: string;
  readonly take: (context: AppContext, file: File) => Promise<WrittenImported>;
}

/** Opens a design or a plan out of a file that Notspot wrote. */
export function OpenWritten({ thing, take }: OpenWrittenProps) {
  const context = useApp();
  const [outcome, setOutcome] = useState<WrittenImported | null>(null);
  const takeFirst = ([file]: readonly File[]): void => {
    if (file) void take(context, file).then(setOutcome);
  };
  return (
    <div className="hand-over stack">
      <div className="row">
        <Button icon="upload" onClick={() => pickFiles({ accept: '.geojson,.json' }, takeFirst)}>
          Open a {thing}
        </Button>
        <span className="small soft">A GeoJSON that Notspot wrote of one.</span>
      </div>
      {outcome?.state === 'refused' ? (
        <Notice kind="problem" title={`The ${thing} was not opened`} onDismiss={() => setOutcome(null)}>
          <p className="anywhere">{outcome.message}</p>
        </Notice>
      ) : null}
    </div>
  );
}
