import { useState } from 'react';
import { readDigList } from '../../../actions/read-dig-list.ts';
import { setNextDig } from '../../../actions/set-interventions-view.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp, useView } from '../../app-provider.tsx';

/** Premises that a typed or pasted list names. */
export function ByList() {
  const context = useApp();
  const { typed, ids } = useView(({ interventions }) => interventions.next);
  const [state, setState] = useState<{ readonly words: string; readonly isFault: boolean }>(NOTHING);
  const [isReading, setReading] = useState(false);
  const read = async (): Promise<void> => {
    if (isReading) return;
    setReading(true);
    setState(await readDigList(context, typed));
    setReading(false);
  };
  return (
    <>
      <Field
        label="UPRNs or postcodes"
        hint="Typed or pasted: one in each line, or parted by commas. A postcode means all of its premises."
        error={state.isFault ? state.words : null}
      >
        {(fieldIds) => (
          <textarea
            {...fieldIds}
            className="control dig-corners"
            rows={5}
            spellCheck={false}
            value={typed}
            onChange={(event) => setNextDig(context, { typed: event.target.value, ids: null })}
          />
        )}
      </Field>
      <p role="status" className="small">
        {state.isFault ? '' : state.words}
      </p>
      {ids === null ? (
        <Button aria-disabled={typed.trim() === ''} onClick={() => void (typed.trim() !== '' && read())}>
          {isReading ? 'Reading the list…' : 'Read the list'}
        </Button>
      ) : null}
    </>
  );
}

const NOTHING = { words: '', isFault: false };
