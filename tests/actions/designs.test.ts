import { describe, expect, it } from 'vitest';
import {
  addDesign,
  addOwnRoot,
  askDesign,
  copyDesign,
  moveRoot,
  removeDesign,
  renameDesign,
} from '../../src/actions/edit-designs.ts';
import { blockStreet, forceStreet, liftStreet } from '../../src/actions/edit-street.ts';
import { findDesign, openedDesign, shownResult } from '../../src/actions/find-design.ts';
import { dropOvertakenDig, runDig } from '../../src/actions/run-dig.ts';
import type { DigDesign, DigResult } from '../../src/domain/dig/dig-design.ts';
import { FULL_DESIGN } from '../builders/dig-designs.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { studyingContext } from '../builders/studying-context.ts';

const RESULT = FULL_DESIGN.result as DigResult;
const resultOf = (pence: number, isQuick = false): DigResult => ({
  ...RESULT,
  searchedPence: pence,
  isQuick,
});
const STREET = { id: 'street-1', name: 'High Street' };

/** A project with one design, "dig-1", worked out before. */
function digContext(design: Partial<DigDesign> = {}) {
  const { context, asked } = studyingContext();
  const project = projectOf({
    datasets: [datasetOf({ role: 'premises', contentId: 'file-1' })],
    designs: [{ ...FULL_DESIGN, ...design }],
  });
  context.project.setState({ project, version: 1 });
  const settle = async (value: DigResult): Promise<void> => {
    asked.at(-1)?.settle({ state: 'done', value });
    await new Promise((resolve) => setTimeout(resolve));
  };
  const steps = (): string[] => context.project.getState().done.map(({ label }) => label);
  const design1 = (): DigDesign => findDesign(context, 'dig-1') as DigDesign;
  return { context, asked, settle, steps, design1 };
}

describe('designs', () => {
  it('are added, copied, renamed and removed in one step each, and opened', () => {
    const { context, steps } = digContext();
    const id = addDesign(context, {
      of: 'Ash',
      selection: { kind: 'ward', code: 'W01' },
      onlyNotSpots: true,
      rootIds: ['fp-1'],
    });
    expect(id).toBe('dig-2');
    expect(openedDesign(context)).toMatchObject({
      name: 'Dig to Ash',
      result: null,
      question: { premisesContentId: 'file-1', rootIds: ['fp-1'], aim: { kind: 'serve all' } },
    });
    renameDesign(context, 'dig-2', ' Ash first ');
    copyDesign(context, 'dig-1');
    expect(openedDesign(context)).toMatchObject({
      id: 'dig-3',
      name: 'North Ward first (copy)',
      result: RESULT,
    });
    copyDesign(context, 'dig-1');
    expect(openedDesign(context)?.name).toBe('North Ward first (copy) 2');
    removeDesign(context, 'dig-4');
    expect(context.view.getState().interventions.designId).toBe(null);
    expect(steps()).toEqual([
      'Designed Dig to Ash',
      'Renamed Dig to Ash',
      'Copied North Ward first (copy)',
      'Copied North Ward first (copy) 2',
      'Removed North Ward first (copy) 2',
    ]);
  });

  it('need premises, and change nothing where the work is read-only', () => {
    const { context, steps, asked } = digContext();
    context.project.setState({ readOnly: true });
    blockStreet(context, 'dig-1', STREET, true);
    expect(steps()).toEqual([]);
    expect(asked).toEqual([]);
    context.project.setState({ readOnly: false, project: projectOf({}) });
    const nobody = {
      of: '',
      selection: { kind: 'ward', code: 'W01' },
      onlyNotSpots: true,
      rootIds: [],
    } as const;
    expect(addDesign(context, nobody)).toBe(null);
  });
});

describe('an edit of a design that was worked out', () => {
  it('is one step: the earlier result stays in sight, then the quick and the refined one take its place', async () => {
    const { context, asked, settle, steps, design1 } = digContext();
    blockStreet(context, 'dig-1', STREET, true);
    expect(design1()).toMatchObject({
      result: null,
      question: { blocked: ['street-3', 'street-1'], forced: [] },
    });
    expect(shownResult(context, design1())).toEqual({ result: RESULT, isEarlier: true });
    expect(asked.map(({ question }) => (question as { quick: boolean }).quick)).toEqual([true]);
    await settle(resultOf(200, true));
    expect(design1().result).toMatchObject({ searchedPence: 200, isQuick: true });
    expect(shownResult(context, design1())?.isEarlier).toBe(false);
    expect(asked.map(({ question }) => (question as { quick: boolean }).quick)).toEqual([true, false]);
    await settle(resultOf(190));
    expect(design1().result).toMatchObject({ searchedPence: 190, isQuick: false });
    expect(steps()).toEqual(['Blocked High Street']);
    context.project.getState().undo();
    expect(design1()).toEqual(FULL_DESIGN);
    context.project.getState().redo();
    expect(design1().result).toMatchObject({ searchedPence: 190 });
  });

  it('gives way to the next edit, whose answer alone is taken', async () => {
    const { context, asked, settle, design1 } = digContext();
    blockStreet(context, 'dig-1', STREET, true);
    liftStreet(context, 'dig-1', { id: 'street-9', name: 'Mill Lane' }, ' Agreed ');
    expect(asked).toHaveLength(2);
    asked[0].settle({ state: 'done', value: resultOf(1, true) });
    await settle(resultOf(2, true));
    expect(design1().result?.searchedPence).toBe(2);
    expect(design1().question.lifted.at(-1)).toEqual({ street: 'street-9', reason: 'Agreed' });
    expect(shownResult(context, design1())?.result.searchedPence).toBe(2);
  });

  it('that is undone while it is worked out is dropped, and what comes late is not taken', async () => {
    const { context, settle, design1 } = digContext();
    blockStreet(context, 'dig-1', STREET, true);
    context.project.getState().undo();
    dropOvertakenDig(context);
    expect(context.studies.dig.getState().status).toBe('cancelled');
    await settle(resultOf(1, true));
    expect(design1()).toEqual(FULL_DESIGN);
  });

  it('that changes nothing is no step, and one of a design never run only changes what is asked', () => {
    const { context, asked, steps, design1 } = digContext({ result: null });
    askDesign(context, 'dig-1', 'Nothing', { takeUpPercent: 40 });
    expect(steps()).toEqual([]);
    askDesign(context, 'dig-1', 'Changed the take-up', { takeUpPercent: 60 });
    expect(design1().question.takeUpPercent).toBe(60);
    expect(asked).toEqual([]);
  });
});

describe('working a design out', () => {
  it('leaves no answer where none could be found, and says why', async () => {
    const { context, asked, design1, steps } = digContext({ result: null });
    const running = runDig(context, 'dig-1');
    asked[0].settle({ state: 'failed', message: 'No rate for soft ground.', name: 'RateMissing' } as never);
    await running;
    expect(context.studies.dig.getState()).toMatchObject({ status: 'failed', problemName: 'RateMissing' });
    expect(design1().result).toBe(null);
    expect(steps()).toEqual([]);
  });
});

describe('roots and streets of a design', () => {
  it('are placed and moved: a file’s point is stood in for by a person’s own', () => {
    const { context, design1 } = digContext({ result: null });
    addOwnRoot(context, 'dig-1', { lon: -1.25, lat: 52.95 });
    expect(design1().question.ownRoots.at(-1)).toMatchObject({ id: 'own-2', lon: -1.25, kind: 'other' });
    const [root] = RESULT.roots;
    moveRoot(context, 'dig-1', root, { lon: -1.21, lat: 52.91 });
    expect(design1().question.ownRoots.at(-1)).toEqual({ ...root, lon: -1.21, lat: 52.91 });
    moveRoot(context, 'dig-1', root, { lon: -1.22, lat: 52.91 });
    expect(design1().question.ownRoots.filter(({ id }) => id === root.id)).toHaveLength(1);
  });

  it('are never blocked and forced at once', () => {
    const { context, design1 } = digContext({ result: null });
    blockStreet(context, 'dig-1', STREET, true);
    expect(design1().question).toMatchObject({ blocked: ['street-3', 'street-1'], forced: [] });
    forceStreet(context, 'dig-1', STREET, true);
    expect(design1().question).toMatchObject({ blocked: ['street-3'], forced: ['street-1'] });
    forceStreet(context, 'dig-1', STREET, false);
    blockStreet(context, 'dig-1', { id: 'street-3', name: 'Mill Lane' }, false);
    expect(design1().question).toMatchObject({ blocked: [], forced: [] });
    liftStreet(context, 'dig-1', { id: 'street-2', name: '' }, null);
    expect(design1().question.lifted).toEqual([]);
  });
});
