import { useEffect, useState } from 'react';
import { askForClusters } from '../../actions/find-clusters.ts';
import { Field } from '../../ui/field.tsx';
import { useApp, useView } from '../app-provider.tsx';

/** How far apart not-spots may be to be joined, and how many make a cluster. A number is taken once typing rests. */
export function ClusterControls() {
  const context = useApp();
  const distanceMetres = useView((state) => state.clusters.distanceMetres);
  const leastUnits = useView((state) => state.clusters.leastUnits);
  const [draft, setDraft] = useState({ distanceMetres: '', leastUnits: '' });
  const [fault, setFault] = useState<ReturnType<typeof askForClusters>>(null);
  // What was set elsewhere (the address, going back) stands in the fields.
  useEffect(() => {
    setDraft({ distanceMetres: String(distanceMetres), leastUnits: String(leastUnits) });
    setFault(null);
  }, [distanceMetres, leastUnits]);
  useEffect(() => {
    if (draft.distanceMetres === '' && draft.leastUnits === '') return;
    const timer = setTimeout(
      () =>
        setFault(
          askForClusters(context, {
            distanceMetres: numberOf(draft.distanceMetres),
            leastUnits: numberOf(draft.leastUnits),
          }),
        ),
      REST_MILLISECONDS,
    );
    return () => clearTimeout(timer);
  }, [context, draft]);
  return (
    <section className="panel-section" aria-labelledby="cluster-controls-title">
      <h2 id="cluster-controls-title">What makes a cluster</h2>
      <div className="cluster-controls">
        {FIELDS.map(({ field, label, hint, step }) => (
          <Field key={field} label={label} hint={hint} error={fault?.field === field ? fault.message : null}>
            {(ids) => (
              <input
                {...ids}
                className="control"
                type="number"
                inputMode="numeric"
                step={step}
                min={step}
                value={draft[field]}
                onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  );
}

const REST_MILLISECONDS = 400;

/** A blank is no number, not zero. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** The arrows of a field go by `step`, which is also the least that makes sense. */
const FIELDS = [
  {
    field: 'distanceMetres',
    label: 'Joined within (metres)',
    hint: 'The largest gap within a cluster.',
    step: 10,
  },
  {
    field: 'leastUnits',
    label: 'Least size (not-spots)',
    hint: 'Not-spots of smaller groups are counted as scattered.',
    step: 1,
  },
] as const;
