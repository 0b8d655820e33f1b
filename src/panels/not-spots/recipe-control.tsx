import { lazy, Suspense, useState } from 'react';
import { setRecipe } from '../../actions/set-recipe.ts';
import { recipeInForce } from '../../stores/derived/recipe-in-force.ts';
import { readRecipe, recipeLabel } from '../../stores/derived/recipe-reading.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { RecipeChoices } from './recipe-choices.tsx';

// Not needed for the first screen, so not part of what is fetched for it.
const RecipeTextField = lazy(async () => {
  const { RecipeTextField } = await import('./recipe-text-field.tsx');
  return { default: RecipeTextField };
});

/** What counts as a not-spot: one of the ready definitions, choices, or the recipe language. */
export function RecipeControl() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const recipe = recipeInForce(project);
  const reading = readRecipe(recipe.text, project.layers);
  const [problem, setProblem] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const open = writing || !reading.ok;
  const apply = (text: string): void => setProblem(setRecipe(context, text)?.message ?? null);
  return (
    <section className="panel-section recipe" aria-labelledby="recipe-title">
      <h2 id="recipe-title">What counts as a not-spot</h2>
      <Field label="Definition" error={problem}>
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={recipe.id}
            onChange={(event) => apply(textOf(event.target.value))}
          >
            {project.recipes.map((one) => (
              <option key={one.id} value={one.id}>
                {recipeLabel(one, project.layers)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {reading.ok && reading.parts ? (
        <RecipeChoices parts={reading.parts} layers={project.layers} onChange={apply} />
      ) : null}
      <Disclosure
        summary="Write it in words"
        open={open}
        onToggle={(event) => setWriting(event.currentTarget.open)}
      >
        {/* Browsers may ask their maker about every text field in a page: none is there until it is wanted. */}
        {open ? (
          <Suspense fallback={null}>
            <RecipeTextField key={recipe.text} text={recipe.text} layers={project.layers} onApply={apply} />
          </Suspense>
        ) : null}
      </Disclosure>
    </section>
  );

  function textOf(id: string): string {
    return project.recipes.find((one) => one.id === id)?.text ?? recipe.text;
  }
}
