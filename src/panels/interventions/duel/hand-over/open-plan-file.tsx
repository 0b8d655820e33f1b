import { useState } from 'react';
import { importPlan, type PlanImported } from '../../../../actions/import-plan.ts';
import { Button } from '../../../../ui/button.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { useApp } from '../../../app-provider.tsx';
import { pickFiles } from '../../../work/pick-files.ts';
import '../../hand-over/hand-over.css';

/** Opens a plan out of a file that Notspot wrote. */
export function OpenPlanFile() {
  const context = useApp();
  const [outcome, setOutcome] = useState<PlanImported | null>(null);
  const take = ([file]: readonly File[]): void => {
    if (file) void importPlan(context, file).then(setOutcome);
  };
  return (
    <div className="panel-section hand-over stack">
      <div className="row">
        <Button icon="upload" onClick={() => pickFiles({ accept: '.geojson,.json' }, take)}>
          Open a plan
        </Button>
        <span className="small soft">A GeoJSON that Notspot wrote of one.</span>
      </div>
      {outcome?.state === 'refused' ? (
        <Notice kind="problem" title="The plan was not opened" onDismiss={() => setOutcome(null)}>
          <p className="anywhere">{outcome.message}</p>
        </Notice>
      ) : null}
    </div>
  );
}
