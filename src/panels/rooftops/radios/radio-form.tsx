import { type FormEvent, useEffect, useState } from 'react';
import { setRadio } from '../../../actions/set-radio.ts';
import type { RadioChoices } from '../../../domain/radio/radio-choices.ts';
import { RADIO_FIELDS, radioDraft, readRadioDraft } from '../../../stores/derived/radio-fields.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { useApp } from '../../app-provider.tsx';
import { FigureFields } from '../../figures/figure-fields.tsx';

/** What links are reckoned with besides the radio: every figure, its source or "assumed", to change in one step. */
export function RadioForm({ radio }: { readonly radio: RadioChoices }) {
  const context = useApp();
  const [draft, setDraft] = useState(() => radioDraft(radio));
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [saved, setSaved] = useState(false);
  const first = radioDraft(radio);
  // Undo, another radio, another project: the form says what is so.
  useEffect(() => {
    setDraft(radioDraft(radio));
    setProblems(new Map());
  }, [radio]);
  const isChanged = RADIO_FIELDS.some(
    ({ key }) => JSON.stringify(draft.get(key)) !== JSON.stringify(first.get(key)),
  );
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const read = readRadioDraft(draft, radio);
    setProblems(read.problems);
    if (!read.radio) return;
    setRadio(context, read.radio);
    setSaved(true);
  };
  return (
    <form className="panel-section stack" aria-labelledby="radio-choices" noValidate onSubmit={save}>
      <h2 id="radio-choices">What links are reckoned with</h2>
      <ErrorSummary
        title="This cannot be saved yet"
        errors={[...problems].map(([key, text]) => ({
          key,
          text,
          targetId: `radio-${key.replace(/\.(\d+)$/, '-$1')}`,
        }))}
      />
      {RADIO_FIELDS.map((field) => {
        const [now, before] = [draft.get(field.key), first.get(field.key)];
        return now && before ? (
          <FigureFields
            key={field.key}
            id={`radio-${field.key}`}
            label={field.label}
            meaning={field.meaning}
            inputs={field.inputs}
            draft={now}
            first={before}
            problems={field.inputs.map((_, i) => problems.get(`${field.key}.${i}`) ?? null)}
            hasSource={field.hasSource}
            offers={field.offers}
            onChange={(figure) => {
              setSaved(false);
              setDraft((old) => new Map(old).set(field.key, figure));
            }}
          />
        ) : null;
      })}
      <div className="row">
        <Button type="submit" kind={isChanged ? 'main' : 'plain'}>
          Save these figures
        </Button>
        <p className="small soft" role="status">
          {saved && !isChanged ? 'Saved.' : isChanged ? 'Not saved yet.' : ''}
        </p>
      </div>
    </form>
  );
}
