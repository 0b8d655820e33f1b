import { setCoveredFrom, setTechnology } from '../../actions/edit-layer.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { coveredFromChoices, technologyChoices } from '../../stores/derived/layer-choices.ts';
import { Field } from '../../ui/field.tsx';
import { useApp } from '../app-provider.tsx';

/** What a layer is of, and from which code on it covers: a change counts at once and can be undone. */
export function LayerReading({ layer }: { readonly layer: LayerRecord }) {
  const context = useApp();
  const codes = coveredFromChoices(layer);
  return (
    <>
      <Field label="Technology">
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={layer.technology}
            onChange={(event) => setTechnology(context, layer.id, event.target.value)}
          >
            {technologyChoices(layer).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {codes.length > 0 ? (
        <Field label="Covered from code" hint="The column holds codes: they are compared, never averaged">
          {(ids) => (
            <select
              {...ids}
              className="control"
              value={String(layer.atLeast ?? '')}
              onChange={(event) => setCoveredFrom(context, layer.id, Number(event.target.value))}
            >
              {codes.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </>
  );
}
