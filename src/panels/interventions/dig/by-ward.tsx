import { setNextDig } from '../../../actions/set-interventions-view.ts';
import { wardOptions } from '../../../stores/derived/ward-options.ts';
import { Field } from '../../../ui/field.tsx';
import { useAnalysis, useApp, useView } from '../../app-provider.tsx';

/** Premises of a ward. */
export function ByWard() {
  const context = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const wardCode = useView(({ interventions }) => interventions.next.wardCode);
  const wards = analysis ? wardOptions(analysis) : [];
  if (wards.length === 0)
    return <p className="soft">No wards are counted. Load wards, or choose in another way.</p>;
  return (
    <Field label="Ward" hint="With its not-spots, most first.">
      {(ids) => (
        <select
          {...ids}
          className="control"
          value={wardCode ?? ''}
          onChange={(event) => setNextDig(context, { wardCode: event.target.value || null })}
        >
          <option value="">Choose a ward</option>
          {wards.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
