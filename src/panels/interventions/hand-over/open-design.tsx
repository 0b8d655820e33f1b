import { useState } from 'react';
import { type DigImported, importDig } from '../../../actions/import-dig.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useApp } from '../../app-provider.tsx';
import { pickFiles } from '../../work/pick-files.ts';

/** Opens a design out of a file that Notspot wrote. */
export function OpenDesign() {
  const context = useApp();
  const [outcome, setOutcome] = useState<DigImported | null>(null);
  const take = ([file]: readonly File[]): void => {
    if (file) void importDig(context, file).then(setOutcome);
  };
  return (
    <div className="hand-over stack">
      <div className="row">
        <Button icon="upload" onClick={() => pickFiles({ accept: '.geojson,.json' }, take)}>
          Open a design
        </Button>
        <span className="small soft">A GeoJSON that Notspot wrote of one.</span>
      </div>
      {outcome?.state === 'refused' ? (
        <Notice kind="problem" title="The design was not opened" onDismiss={() => setOutcome(null)}>
          <p className="anywhere">{outcome.message}</p>
        </Notice>
      ) : null}
    </div>
  );
}
