import { useEffect, useState } from 'react';
import { cornersOfText, cornersText } from '../../../actions/dig-corners.ts';
import { setNextDig, startDigPicking } from '../../../actions/set-interventions-view.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp, useView } from '../../app-provider.tsx';
import { DigPickingNotice } from '../dig-picking-notice.tsx';
import { pickDigOnMap } from '../pick-dig-on-map.ts';

/** Premises within a shape: its corners clicked on the map, given at the cross by keyboard, or typed. */
export function ByShape() {
  const context = useApp();
  const corners = useView(({ interventions }) => interventions.next.corners);
  const isPicking = useView(({ interventions }) => interventions.picking?.kind === 'corner');
  const shown = cornersText(corners);
  const [text, setText] = useState(shown);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    setText(shown);
    setFault(null);
  }, [shown]);
  const take = (): void => {
    const read = cornersOfText(text);
    if ('problem' in read) setFault(read.problem);
    else setNextDig(context, { corners: read.corners });
  };
  return (
    <>
      <DigPickingNotice />
      <div className="row">
        {isPicking ? (
          <Button onClick={() => startDigPicking(context, null)}>Finish the shape</Button>
        ) : (
          <Button icon="target" onClick={() => pickDigOnMap(context, { kind: 'corner' })}>
            {corners.length > 0 ? 'Add corners on the map' : 'Draw it on the map'}
          </Button>
        )}
        {corners.length > 0 ? (
          <>
            <Button kind="quiet" onClick={() => setNextDig(context, { corners: corners.slice(0, -1) })}>
              Take the last corner back
            </Button>
            <Button kind="quiet" onClick={() => setNextDig(context, { corners: [] })}>
              Start again
            </Button>
          </>
        ) : null}
      </div>
      <Field
        label="Corners"
        hint="One in each line: latitude, longitude, or a grid reference. Three or more; the shape closes by itself."
        error={fault}
      >
        {(ids) => (
          <textarea
            {...ids}
            className="control dig-corners"
            rows={4}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {text.trim() === shown ? null : <Button onClick={take}>Use these corners</Button>}
    </>
  );
}
