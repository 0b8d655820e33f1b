import { useId } from 'react';
import { editSite } from '../../../actions/edit-sites.ts';
import { setReachMast } from '../../../actions/set-rooftops-view.ts';
import type { ReachAnswer } from '../../../domain/radio/reach-answer.ts';
import { mastSteps, mastWords } from '../../../stores/derived/mast-steps.ts';
import { metresText } from '../../../stores/derived/site-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp, useView } from '../../app-provider.tsx';
import { MastChart } from './mast-chart.tsx';

/** A mast of other height, by slider or number: what it serves, and what each metre adds. The map shows it, too. */
export function MastControl({ reach }: { readonly reach: ReachAnswer }) {
  const context = useApp();
  const title = useId();
  const chosen = useView(({ rooftops }) => rooftops.mastMetres);
  const siteId = useView(({ rooftops }) => rooftops.siteId);
  const steps = mastSteps(reach);
  const most = steps.length - 1;
  const own = Math.min(most, Math.max(0, Math.round(reach.mast.askedMetres)));
  const metres = Math.min(most, chosen ?? own);
  const step = steps[metres];
  const set = (next: number): void => {
    if (Number.isInteger(next) && next >= 0 && next <= most) setReachMast(context, next);
  };
  return (
    <section className="panel-section" aria-labelledby={title}>
      <h2 id={title}>Another mast</h2>
      <div className="mast-control">
        <Field label="Mast above the roof or surface (metres)">
          {(ids) => (
            <input
              {...ids}
              type="range"
              className="mast-slider"
              min={0}
              max={most}
              step={1}
              value={metres}
              aria-valuetext={`${metres} metres`}
              onChange={(event) => set(Number(event.target.value))}
            />
          )}
        </Field>
        <input
          className="control mast-number"
          type="number"
          inputMode="numeric"
          aria-label="Mast in metres"
          min={0}
          max={most}
          step={1}
          value={metres}
          onChange={(event) => set(Number(event.target.value))}
        />
      </div>
      <p role="status">{mastWords(reach, step)}</p>
      <p className="small soft number">
        The site’s own antenna stands {metresText(reach.mast.askedMetres)} above it.
      </p>
      <MastChart reach={reach} metres={metres} />
      <div className="row">
        <Button
          aria-disabled={chosen === null}
          onClick={() => {
            if (chosen === null || siteId === null) return;
            setReachMast(context, null);
            editSite(context, siteId, 'Changed the mast of', { antennaMetres: metres, above: 'surface' });
          }}
        >
          Give the site this mast
        </Button>
        {chosen === null ? null : (
          <Button kind="quiet" onClick={() => setReachMast(context, null)}>
            Back to its own
          </Button>
        )}
      </div>
    </section>
  );
}
