import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecipe } from '../../../src/domain/not-spots/parse-recipe.ts';
import { RecipeError } from '../../../src/domain/not-spots/recipe.ts';
import { recipeWords } from '../../../src/domain/not-spots/recipe-words.ts';

describe('the recipe language in words', () => {
  test.each([
    ['no gigabit', 'no gigabit'],
    ['no gigabit and no 5g', 'neither gigabit nor 5G'],
    ['NO Gigabit AND no 5G', 'neither gigabit nor 5G'],
    ['not (gigabit or 5g)', 'neither gigabit nor 5G'],
    ['no gigabit and no 5g and no radio', 'none of gigabit, 5G and rooftop radio'],
    ['5g < 2 operators', '5G from fewer than two operators'],
    ['5g<all', 'no 5G from at least one operator'],
    ['5g >= 2', '5G from at least two operators'],
    ['no gigabit and 5g < 2 operators', 'no gigabit and 5G from fewer than two operators'],
    ['no gigabit or (5g and no 4g)', 'no gigabit or (5G and no 4G)'],
    ['not not gigabit', 'not (no gigabit)'],
    ['total 4g', 'no 4G'],
    ['Total 4g not-spot', 'no 4G'],
    ['partial 5g', '5G from some operators but not all'],
    ['partial 5g not-spots', '5G from some operators but not all'],
    ['5g and 5g < all operators', '5G from some operators but not all'],
    ['no gigabit and partial 5g', 'no gigabit and (5G from some operators but not all)'],
    ['no partial', 'no partial'],
    ['total', 'total'],
  ])('%s', (text, words) => {
    expect(recipeWords(parseRecipe(text))).toBe(words);
  });
});

describe('a recipe that cannot be read names the place', () => {
  test.each([
    ['', 0],
    ['no', 2],
    ['no and', 3],
    ['gigabit gigabit', 8],
    ['(no gigabit', 0],
    ['no gigabit)', 10],
    ['5g < two', 5],
    ['5g < ', 5],
    ['gigabit & 5g', 8],
    ['5g <= all', 0],
    ['and', 0],
    ['partial 5g 4g', 11],
    [`${'('.repeat(60)}a`, 50],
  ])('%j at %i', (text, place) => {
    expect(() => parseRecipe(text)).toThrow(RecipeError);
    try {
      parseRecipe(text);
    } catch (error) {
      expect((error as RecipeError).place).toBe(place);
    }
  });

  test('any text is read or refused by name, quickly', () => {
    const words = fc.constantFrom(
      'no',
      'not',
      'and',
      'or',
      '(',
      ')',
      'gigabit',
      '5g',
      '<',
      '>=',
      '2',
      'all',
      'operators',
      '%',
      '',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
        ),
        (text) => {
          try {
            parseRecipe(text);
          } catch (error) {
            expect(error).toBeInstanceOf(RecipeError);
          }
        },
      ),
    );
    expect(() => parseRecipe('('.repeat(100_000))).toThrow(RecipeError);
  });
});
