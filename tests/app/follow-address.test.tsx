import { waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { selectWard } from '../../src/actions/select-ward.ts';
import { setRecipe } from '../../src/actions/set-recipe.ts';
import { goTo, openTopic, setSort, toggleLayer } from '../../src/actions/set-view.ts';
import { followAddress } from '../../src/app/follow-address.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { countedProject, THREE_WARDS } from '../builders/counted-project.ts';

let stop: () => void = () => undefined;
let context: AppContext;
let trouble = '';
let links: string[] = [];

describe('the address bar and the view', () => {
  beforeEach(() => {
    context = makeAppContext().context;
    trouble = '';
  });
  afterEach(() => {
    stop();
    history.replaceState(null, '', '#');
  });

  it('writes what is looked at; pages and wards are steps of history, the rest is not', () => {
    follow('');
    openProject();
    const steps = history.length;
    setSort(context, 'units');
    toggleLayer(context, 'gigabit');
    setRecipe(context, 'no gigabit');
    expect(location.hash).toBe('#/not-spots?recipe=no+gigabit&sort=-units&layers=gigabit');
    expect(history.length).toBe(steps);
    selectWard(context, 'E05999802');
    goTo(context, 'data');
    expect(location.hash).toContain('#/data?ward=E05999802');
    expect(history.length).toBe(steps + 2);
  });

  it('hands over a share link that comes by, which then stands in the address no more', async () => {
    follow('');
    openProject();
    const before = location.hash;
    location.hash = '#share=abc';
    await waitFor(() => expect(links).toEqual(['#share=abc']));
    expect(location.hash).toBe(before);
    expect(trouble).toBe('');
  });

  it('follows a link whose event has not come yet when the view changes', async () => {
    follow('');
    openProject();
    location.hash = '#/privacy';
    setSort(context, 'units');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(context.view.getState().page).toBe('privacy');
    expect(location.hash).toContain('#/privacy');
    await back();
    expect(context.view.getState().page).toBe('not-spots');
  });

  it('goes back', async () => {
    follow('');
    openProject();
    selectWard(context, 'E05999802');
    goTo(context, 'data');
    await back();
    expect(context.view.getState()).toMatchObject({ page: 'not-spots', wardCode: 'E05999802' });
    await back();
    expect(context.view.getState()).toMatchObject({ page: 'not-spots', wardCode: null });
  });

  it('makes a step of history of each choice of what is compared before and after, and goes back to it', async () => {
    follow('');
    openProject();
    const [first, second] = ['no gigabit', 'no gigabit and no 5g'].map(
      (after) => `swipe/definitions/no 5g/${after}`,
    );
    openTopic(context, 'before-after');
    const steps = history.length;
    // What it opens on is no choice.
    context.view.setState({ sides: first });
    expect(history.length).toBe(steps);
    context.view.setState({ sides: second });
    context.view.setState({ sides: second.replace('swipe', 'beside') });
    expect(history.length).toBe(steps + 2);
    await back();
    expect(context.view.getState().sides).toBe(second);
    await back();
    expect(context.view.getState()).toMatchObject({ topic: 'before-after', sides: first });
  });

  it('opens what a link says once the project is there, without a step of undo', () => {
    follow('#/not-spots?ward=E05999802&recipe=no+gigabit&sort=units&layers=gigabit&at=11/52/-1');
    expect(context.view.getState()).toMatchObject({
      camera: { zoom: 11, lat: 52, lon: -1 },
      sort: { column: 'units', descending: false },
    });
    openProject();
    expect(context.view.getState()).toMatchObject({ wardCode: 'E05999802', shownLayers: ['gigabit'] });
    expect(context.project.getState().project.view.recipeId).toBe('second');
    expect(trouble).toBe('');
  });

  it('says what it could not follow, and keeps saying it when the project opens', () => {
    follow('#/rooftops?at=9&layers=nothing&recipe=no+magic');
    expect(trouble).toContain('at');
    openProject();
    expect(context.view.getState().page).toBe('rooftops');
    expect(trouble).toContain('Part of the address could not be read');
    expect(trouble).toContain('Some layers');
    expect(trouble).toContain('"magic"');
    expect(context.project.getState().project.view.recipeId).toBe('first');
  });

  it('says that a ward is not there once it is known', () => {
    follow('#/not-spots?ward=E09999999');
    openProject();
    expect(context.view.getState().wardCode).toBeNull();
    expect(trouble).toContain('E09999999');
  });

  it('says an order by no column, and keeps the faults said before', () => {
    follow('#/not-spots?ward=E09999999&sort=-nonsense&recipe=no+magic&at=99/0/0');
    openProject();
    expect(trouble).toContain('left out: at');
    expect(trouble).toContain('"magic"');
    expect(trouble).toContain('E09999999');
    expect(trouble).toContain('“nonsense”');
    expect(context.view.getState().sort).toEqual({ column: 'not-spots', descending: true });
  });

  it('takes an order by a single layer, table of technologies or not', () => {
    follow('#/not-spots?sort=-5g-plover');
    openProject();
    expect(trouble).toBe('');
  });

  it('keeps the page chosen while the project is still opening', () => {
    follow('#/not-spots?recipe=no+gigabit');
    goTo(context, 'data');
    expect(location.hash).toBe('#/data?recipe=no+gigabit');
    openProject();
    expect(context.project.getState().project.view.recipeId).toBe('second');
    expect(context.view.getState().page).toBe('data');
  });
});

function follow(hash: string): void {
  history.replaceState(null, '', `${location.pathname}${hash}`);
  links = [];
  stop = followAddress(
    context,
    (words) => {
      trouble = words;
    },
    (link) => links.push(link),
  );
}

/** As open-project does: one change that opening the app does not count as a step. */
function openProject(): void {
  const { project, analysis } = countedProject(THREE_WARDS);
  context.project.getState().change('Opened', { kind: 'set-project', project });
  context.project.setState({ done: [], undone: [] });
  context.analysis.setState({ status: 'ready', analysis });
  expect(context.project.getState().done).toEqual([]);
}

function back(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('popstate', () => resolve(), { once: true });
    history.back();
  });
}
