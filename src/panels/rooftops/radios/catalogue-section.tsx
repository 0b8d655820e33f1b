import { exportDevices } from '../../../actions/export-devices.ts';
import { type DevicesImported, importDevices } from '../../../actions/import-devices.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import { pickFiles } from '../../work/pick-files.ts';
import { useTaking } from '../../work/use-taking.ts';

/** Radios from a catalogue file and to one. */
export function CatalogueSection() {
  const context = useApp();
  const hasDevices = useProject(({ project }) => project.devices.length > 0);
  const { outcome, setOutcome, taking, begin } = useTaking(importDevices);
  return (
    <section className="panel-section stack" aria-labelledby="catalogue-title">
      <h2 id="catalogue-title">Catalogue files</h2>
      <p className="small soft">
        A catalogue holds radios with every figure and its source, as JSON. Save one to see its form.
      </p>
      <div className="row">
        <Button icon="upload" onClick={() => pickFiles({ accept: '.json,application/json' }, begin)}>
          Load a catalogue
        </Button>
        <Button icon="download" disabled={!hasDevices} onClick={() => void exportDevices(context)}>
          Save these radios
        </Button>
      </div>
      {taking ? <ProgressBar {...taking} /> : null}
      {outcome?.state === 'refused' ? (
        <Notice kind="problem" title="No radio was taken" onDismiss={() => setOutcome(null)}>
          <p className="anywhere">{outcome.message}</p>
        </Notice>
      ) : null}
      {outcome?.state === 'taken' ? (
        <Notice kind="done" title={takenTitle(outcome)} onDismiss={() => setOutcome(null)}>
          {outcome.there.length > 0 ? (
            <p className="anywhere">Already here, figure by figure: {outcome.there.join('; ')}.</p>
          ) : null}
        </Notice>
      ) : null}
    </section>
  );
}

function takenTitle({ added, fileName }: Extract<DevicesImported, { state: 'taken' }>): string {
  if (added.length === 0) return `${fileName} holds no radio that is not here`;
  return `${added.length === 1 ? '1 radio' : `${added.length} radios`} of ${fileName}: ${added.join('; ')}`;
}
