import { setLayer } from '../../actions/set-layer.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { joinChoices } from '../../stores/derived/join-lines.ts';
import { Field } from '../../ui/field.tsx';
import { useAnalysis, useApp, useProject } from '../app-provider.tsx';

export interface LayerJoinProps {
  readonly layer: LayerRecord;
  /** What met and what did not. */
  readonly lines: readonly string[];
}

/** How a layer without shapes finds its premises, and the column to find them by instead. */
export function LayerJoin({ layer, lines }: LayerJoinProps) {
  const context = useApp();
  const project = useProject((state) => state.project);
  const joins = useAnalysis((state) => state.analysis?.joins);
  const choices = joinChoices(layer, project, joins ?? []);
  if (choices.length === 0 && lines.length === 0) return null;
  return (
    <>
      <ul className="plain-list small" aria-label={`How ${layer.name} met the premises`}>
        {lines.map((line) => (
          <li key={line} className="anywhere">
            {line}
          </li>
        ))}
      </ul>
      {choices.length > 0 ? (
        <Field
          label="Premises column to join by"
          hint="Its cells must be the ids or codes of this file. The counts above show what met."
        >
          {(ids) => (
            <select
              {...ids}
              className="control"
              value={layer.joinColumn ?? ''}
              onChange={(event) => {
                const column = event.target.value;
                const label = column === '' ? 'joined by what is found' : `joined by “${column}”`;
                setLayer(context, layer.id, { joinColumn: column || null }, `${layer.name}: ${label}`);
              }}
            >
              {choices.map(({ value, label }) => (
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
