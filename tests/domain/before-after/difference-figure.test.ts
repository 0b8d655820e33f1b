import { expect, test } from 'vitest';
import { compareSides } from '../../../src/domain/before-after/compare-sides.ts';
import type { CountSide } from '../../../src/domain/before-after/count-side.ts';
import { differenceFigure } from '../../../src/domain/before-after/difference-figure.ts';
import { comparedProject } from '../../builders/compared-project.ts';
import { numbersAfter } from '../../builders/formula.ts';

const side = (recipeText: string, withoutLayers: string[] = []): CountSide => ({
  recipeText,
  withoutLayers,
  releases: [],
});

test.each([
  ['more', side('no gigabit and no 5g'), side('no gigabit'), 2],
  ['fewer', side('no gigabit'), side('no gigabit and no 5g'), -2],
  ['a layer less', side('no 5g'), side('no 5g', ['5g-plover']), 1],
])('after less before is the figure: %s', (_, before, after, expected) => {
  const { workbench, project } = comparedProject();
  const sides = { before, after };
  const steps = compareSides(workbench, project, sides);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const figure = differenceFigure({ ...step.value, sides }, project);
  expect(figure.value).toMatchObject({ low: expected, mid: expected, high: expected, basis: 'measured' });
  const [is, was, less] = numbersAfter(figure.definition, 'After − before = ');
  expect([is - was, less]).toEqual([expected, expected]);
  const [became, known, ceased, unknown, moved] = numbersAfter(figure.definition, 'no longer known = ');
  expect([became + known - ceased - unknown, moved]).toEqual([expected, expected]);
  for (const { recipeText } of [before, after]) expect(figure.definition).toContain(recipeText);
  expect(figure.rowsUsed).toBe(6);
  expect(figure.sources).toHaveLength(4);
});
