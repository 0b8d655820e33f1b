import type { Analysis } from '../../domain/not-spots/analysis.ts';

/** What is a not-spot in the numbers on show: "Not-spots: premises that have neither gigabit nor 5G." */
export function definitionInForce({ unit, recipeWords }: Analysis): string {
  return `Not-spots: ${unit} that have ${recipeWords}.`;
}
