import { useState } from 'react';
import { readRecipe } from '../../stores/derived/recipe-reading.ts';
import type { Choice } from '../../stores/derived/side-choices.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { useProject } from '../app-provider.tsx';
import { RecipeTextField } from '../not-spots/recipe-text-field.tsx';

export interface DefinitionSelectProps {
  readonly label: string;
  /** In the recipe language. */
  readonly text: string;
  readonly options: readonly Choice[];
  readonly onChange: (text: string) => void;
}

/** A side's definition: one of those there are, or another in the recipe language. */
export function DefinitionSelect({ label, text, options, onChange }: DefinitionSelectProps) {
  const layers = useProject((state) => state.project.layers);
  const [writing, setWriting] = useState(false);
  const reading = readRecipe(text, layers);
  return (
    <div className="definition">
      <Field label={label} error={reading.ok ? null : reading.message}>
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={text}
            onChange={(event) => onChange(event.target.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Disclosure
        summary={
          <>
            Write it in words<span className="unseen">: {label}</span>
          </>
        }
        open={writing}
        onToggle={(event) => setWriting(event.currentTarget.open)}
      >
        {writing ? <RecipeTextField key={text} text={text} layers={layers} onApply={onChange} /> : null}
      </Disclosure>
    </div>
  );
}
