import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../../src/domain/not-spots/parse-recipe.ts';
import { type RecipeParts, recipeOfParts, recipeParts } from '../../../src/domain/not-spots/recipe-parts.ts';

describe('a recipe as choices', () => {
  it('takes lacks joined by one word', () => {
    expect(recipeParts(parseRecipe('no gigabit and 5g < 2 operators'))).toEqual({
      join: 'and',
      parts: [
        { name: 'gigabit', below: 1 },
        { name: '5g', below: 2 },
      ],
    });
    expect(recipeParts(parseRecipe('5g < all operators'))).toEqual({
      join: 'and',
      parts: [{ name: '5g', below: 'all' }],
    });
  });

  it.each([
    'gigabit',
    'no gigabit and 5g',
    'no gigabit or (no 5g and no radio)',
    '5g and 5g < all operators',
    'not (no 5g)',
  ])('leaves "%s" to the language', (text) => {
    expect(recipeParts(parseRecipe(text))).toBeNull();
  });

  it('write, then read is identity', () => {
    const part = fc.record({
      name: fc.constantFrom('gigabit', '5g', '5g-very-high', 'layer_2'),
      below: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant('all' as const)),
    });
    const choices = fc.record({
      join: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(part, { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(choices, (given: RecipeParts) => {
        const join = given.parts.length === 1 ? 'and' : given.join;
        expect(recipeParts(parseRecipe(recipeOfParts(given)))).toEqual({ join, parts: given.parts });
      }),
    );
  });
});
