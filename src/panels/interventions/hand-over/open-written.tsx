import type { AppContext } from '../../../actions/app-context.ts';
import type { WrittenImported } from '../../../actions/import-written.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import type { JobOptions } from '../../../workers/compute-client.ts';
import { pickFiles } from '../../work/pick-files.ts';
import { useTaking } from '../../work/use-taking.ts';
import './hand-over.css';

export interface OpenWrittenProps {
  /** "design" */
  readonly thing: string;
  readonly take: (context: AppContext, file: File, options: JobOptions) => Promise<WrittenImported>;
}

/** Opens a design or a plan out of a file that Notspot wrote. */
export function OpenWritten({ thing, take }: OpenWrittenProps) {
  const { outcome, setOutcome, taking, begin } = useTaking(take);
  return (
    <div className="hand-over stack">
      <div className="row">
        <Button icon="upload" onClick={() => pickFiles({ accept: '.geojson,.json' }, begin)}>
          Open a {thing}
        </Button>
        <span className="small soft">A GeoJSON that Notspot wrote of one.</span>
      </div>
      {taking ? <ProgressBar {...taking} /> : null}
      {outcome?.state === 'refused' ? (
        <Notice kind="problem" title={`The ${thing} was not opened`} onDismiss={() => setOutcome(null)}>
          <p className="anywhere">{outcome.message}</p>
        </Notice>
      ) : null}
    </div>
  );
}
