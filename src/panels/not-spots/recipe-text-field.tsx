import { type FormEvent, useId, useState } from 'react';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { namesForRecipes, readRecipe } from '../../stores/derived/recipe-reading.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

export interface RecipeTextFieldProps {
  readonly text: string;
  readonly layers: readonly LayerRecord[];
  readonly onApply: (text: string) => void;
}

/** The recipe language, read while it is typed; nothing changes before it is applied. */
export function RecipeTextField({ text, layers, onApply }: RecipeTextFieldProps) {
  const [draft, setDraft] = useState(text);
  const names = useId();
  const reading = readRecipe(draft, layers);
  const known = namesForRecipes(layers);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (reading.ok) onApply(draft);
  };
  return (
    <form className="recipe-form stack" onSubmit={onSubmit}>
      <Field
        label="Recipe"
        hint={
          <>
            For example <code>no gigabit and 5g &lt; 2 operators</code>
          </>
        }
        error={reading.ok ? null : reading.message}
      >
        {(ids) => (
          <input
            {...ids}
            className="control recipe-text"
            type="text"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
        )}
      </Field>
      {reading.ok ? (
        <p className="recipe-words" aria-live="polite">
          Counts those that have <strong>{reading.words}</strong>.
        </p>
      ) : (
        <p className="recipe-place" aria-hidden="true">
          <code>{draft.slice(0, reading.place)}</code>
          <mark>{draft.slice(reading.place, reading.place + 1) || ' '}</mark>
          <code>{draft.slice(reading.place + 1)}</code>
        </p>
      )}
      <Button kind="main" type="submit" disabled={!reading.ok}>
        Apply the recipe
      </Button>
      <div>
        <h3 id={names}>Names you can use</h3>
        <ul className="names" aria-labelledby={names}>
          {known.map((name) => (
            <li key={name.name}>
              <button
                type="button"
                className="name-chip"
                title={name.meaning}
                onClick={() => setDraft(withName(draft, name.name))}
              >
                <code>{name.name}</code>
                <span className="unseen">: {name.label}, add to the recipe</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </form>
  );
}

function withName(draft: string, name: string): string {
  const before = draft.trimEnd();
  if (before === '') return `no ${name}`;
  return /(?:\b(?:no|not|and|or)|\()$/i.test(before) ? `${before} ${name}` : `${before} and no ${name}`;
}
