import { useRef } from 'react';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import type { RecipePart, RecipeParts } from '../../domain/not-spots/recipe-parts.ts';
import { namesForRecipes, type RecipeName, recipeFrom } from '../../stores/derived/recipe-reading.ts';
import { Button } from '../../ui/button.tsx';

export interface RecipeChoicesProps {
  readonly parts: RecipeParts;
  readonly layers: readonly LayerRecord[];
  /** The recipe as text, at once when a choice is made. */
  readonly onChange: (text: string) => void;
}

/** The definition as choices: which services are lacking, from how many operators, all of them or any. */
export function RecipeChoices({ parts, layers, onChange }: RecipeChoicesProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  const names = namesForRecipes(layers);
  const set = (next: RecipeParts): void => onChange(recipeFrom(next));
  const setPart = (at: number, part: RecipePart): void =>
    set({ ...parts, parts: parts.parts.map((one, i) => (i === at ? part : one)) });
  const unused = names.find(
    (name) => name.kind === 'technology' && parts.parts.every((part) => part.name !== name.name),
  );
  return (
    <fieldset className="choices" ref={place}>
      <legend className="unseen">Put the definition together</legend>
      {parts.parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place.
        <div className="choice" key={i}>
          {i === 0 ? (
            <span className="choice-join">lacks</span>
          ) : (
            <select
              className="control choice-join"
              aria-label="All of them lacking, or any"
              value={parts.join}
              onChange={(event) => set({ ...parts, join: event.target.value === 'or' ? 'or' : 'and' })}
            >
              <option value="and">and</option>
              <option value="or">or</option>
            </select>
          )}
          <select
            className={belowOptions(part, names).length > 1 ? 'control' : 'control choice-wide'}
            aria-label={`Service ${i + 1}`}
            value={part.name}
            onChange={(event) => setPart(i, { name: event.target.value, below: 1 })}
          >
            {GROUPS.map(({ kind, label }) => (
              <NameGroup key={kind} label={label} names={names.filter((name) => name.kind === kind)} />
            ))}
          </select>
          {belowOptions(part, names).length > 1 ? (
            <select
              className="control"
              aria-label={`Service ${i + 1}: from how many operators`}
              value={String(part.below)}
              onChange={(event) => setPart(i, { ...part, below: belowOf(event.target.value) })}
            >
              {belowOptions(part, names).map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          ) : null}
          {parts.parts.length > 1 ? (
            <Button
              kind="quiet"
              icon="close"
              iconOnly
              onClick={() => {
                set({ ...parts, parts: parts.parts.filter((_, at) => at !== i) });
                // The button is gone with its part.
                place.current?.querySelector('select')?.focus();
              }}
            >
              {`Remove ${labelOf(part.name, names)} from the definition`}
            </Button>
          ) : null}
        </div>
      ))}
      {unused ? (
        <Button
          kind="quiet"
          onClick={() => set({ ...parts, parts: [...parts.parts, { name: unused.name, below: 1 }] })}
        >
          Add a service
        </Button>
      ) : null}
    </fieldset>
  );
}

const GROUPS: readonly { readonly kind: RecipeName['kind']; readonly label: string }[] = [
  { kind: 'technology', label: 'Services' },
  { kind: 'confidence', label: 'By confidence' },
  { kind: 'layer', label: 'One layer' },
];

function NameGroup({ label, names }: { readonly label: string; readonly names: readonly RecipeName[] }) {
  if (names.length === 0) return null;
  return (
    <optgroup label={label}>
      {names.map((name) => (
        <option key={name.name} value={name.name}>
          {name.label}
        </option>
      ))}
    </optgroup>
  );
}

function belowOptions(
  part: RecipePart,
  names: readonly RecipeName[],
): { readonly value: string; readonly label: string }[] {
  const operators = names.find((name) => name.name === part.name.toLowerCase())?.operators ?? 0;
  const options = [{ value: '1', label: operators > 1 ? 'any operator' : 'anyone' }];
  for (let below = 2; below < operators; below++)
    options.push({ value: String(below), label: `at least ${below}` });
  if (operators > 1) options.push({ value: 'all', label: `all ${operators} operators` });
  if (!options.some((option) => option.value === String(part.below))) {
    options.push({
      value: String(part.below),
      label: part.below === 'all' ? 'all' : `at least ${part.below}`,
    });
  }
  return options;
}

function labelOf(wanted: string, names: readonly RecipeName[]): string {
  return names.find(({ name }) => name === wanted.toLowerCase())?.label ?? wanted;
}

function belowOf(value: string): RecipePart['below'] {
  return value === 'all' ? 'all' : Number(value);
}
