import { useState } from 'react';
import { removeLayer, setLayer } from '../../actions/set-layer.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { CONFIDENCES, layerFacts } from '../../stores/derived/layer-facts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { useAnalysis, useApp } from '../app-provider.tsx';
import { LayerJoin } from './layer-join.tsx';
import { LayerReading } from './layer-reading.tsx';

/** One layer of a file: what "covered" means in it, whose it is, how sure, how it met the premises. */
export function LayerEditor({ layer }: { readonly layer: LayerRecord }) {
  const context = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const facts = layerFacts(layer, analysis);
  return (
    <li>
      <Disclosure
        summary={
          <>
            <span className="anywhere">{layer.name}</span>
            {layer.confidential ? <Badge>confidential</Badge> : null}
          </>
        }
      >
        <div className="stack">
          <dl className="facts">
            <dt>Measured as</dt>
            <dd className="anywhere">{facts.measure}</dd>
            <dt>Speaks for</dt>
            <dd>{facts.extent}</dd>
            {facts.notes.length > 0 ? (
              <>
                <dt>To know about it</dt>
                <dd>
                  <ul className="plain-list">
                    {facts.notes.map((line) => (
                      <li key={line} className="anywhere">
                        {line}
                      </li>
                    ))}
                  </ul>
                </dd>
              </>
            ) : null}
          </dl>
          <LayerJoin layer={layer} lines={facts.joins} />
          <LayerReading layer={layer} />
          <LayerWords key={`${layer.definition}\n${layer.operator}`} layer={layer} />
          <Field
            label="Confidence of the prediction"
            hint="As Ofcom grades 5G; leave it where none is stated"
          >
            {(ids) => (
              <select
                {...ids}
                className="control"
                value={layer.confidence ?? ''}
                onChange={(event) => {
                  const confidence = CONFIDENCES.find((one) => one.value === event.target.value);
                  if (confidence)
                    setLayer(
                      context,
                      layer.id,
                      { confidence: confidence.value === '' ? null : confidence.value },
                      `${layer.name}: ${confidence.label}`,
                    );
                }}
              >
                {CONFIDENCES.map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button kind="quiet" icon="close" onClick={() => void removeLayer(context, layer.id)}>
            Remove this layer<span className="unseen">: {layer.name}</span>
          </Button>
        </div>
      </Disclosure>
    </li>
  );
}

/** Definition and operator, written and then saved together: one step of undo. */
function LayerWords({ layer }: { readonly layer: LayerRecord }) {
  const context = useApp();
  const [definition, setDefinition] = useState(layer.definition);
  const [operator, setOperator] = useState(layer.operator ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const changed = definition !== layer.definition || operator !== (layer.operator ?? '');
  const save = (): void => {
    if (definition.trim() === '') {
      setProblem('Say what “covered” means: every export states it.');
      return;
    }
    setProblem(null);
    const patch = { definition: definition.trim(), operator: operator.trim() || null };
    setLayer(context, layer.id, patch, `${layer.name}: definition and operator`);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label="Covered means" error={problem}>
        {(ids) => (
          <textarea
            {...ids}
            className="control"
            rows={3}
            value={definition}
            onChange={(event) => setDefinition(event.target.value)}
          />
        )}
      </Field>
      <Field label="Operator" hint="Leave it blank where the layer is of no one company">
        {(ids) => (
          <input
            {...ids}
            className="control"
            autoComplete="off"
            value={operator}
            onChange={(event) => setOperator(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" aria-disabled={!changed}>
        Save these words<span className="unseen"> of {layer.name}</span>
      </Button>
    </form>
  );
}
