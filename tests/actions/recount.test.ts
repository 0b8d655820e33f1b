import { expect, test } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { keepCounting } from '../../src/actions/recount.ts';
import type { Settled } from '../../src/workers/compute-api.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { countedProject, THREE_WARDS } from '../builders/counted-project.ts';

test('a thousand undos in one go are counted once, as the work then stands', async () => {
  const { project, analysis } = countedProject(THREE_WARDS);
  const { context: plain } = makeAppContext();
  const counts: ((outcome: Settled<unknown>) => void)[] = [];
  const compute = { ...plain.compute, run: () => new Promise((settle) => counts.push(settle as never)) };
  const context = { ...plain, compute } as unknown as AppContext;
  context.project.getState().change('Opened', { kind: 'set-project', project });
  for (let i = 0; i < 999; i++) {
    const view = { recipeId: project.recipes[i % project.recipes.length].id };
    context.project.getState().change(`Definition ${i}`, { kind: 'set-view', view });
  }
  const stop = keepCounting(context);
  for (let i = 0; i < 999; i++) context.project.getState().undo();
  await Promise.resolve();
  expect(counts).toHaveLength(1);
  expect(context.project.getState().project).toEqual(project);
  counts[0]({ state: 'done', value: analysis });
  await new Promise((resolve) => setTimeout(resolve));
  const { status, countedVersion } = context.analysis.getState();
  expect([status, countedVersion]).toEqual(['ready', context.project.getState().version]);
  stop();
});

test('a change of something else while it counts does not leave the count behind', async () => {
  const { project, analysis } = countedProject(THREE_WARDS);
  const { context: plain } = makeAppContext();
  const counts: ((outcome: Settled<unknown>) => void)[] = [];
  const compute = { ...plain.compute, run: () => new Promise((settle) => counts.push(settle as never)) };
  const context = { ...plain, compute } as unknown as AppContext;
  const stop = keepCounting(context);
  context.project.getState().change('Opened', { kind: 'set-project', project });
  context.project.getState().change('Need', { kind: 'set-need', need: null });
  await Promise.resolve();
  expect(counts).toHaveLength(1);
  counts[0]({ state: 'done', value: analysis });
  await new Promise((resolve) => setTimeout(resolve));
  const { status, countedVersion } = context.analysis.getState();
  expect([status, countedVersion]).toEqual(['ready', context.project.getState().version]);
  stop();
});
