import { describe, expect, it } from 'vitest';
import { reloadWords } from '../../../src/stores/derived/reload-words.ts';
import { createKeepStore, type KeepState } from '../../../src/stores/keep-store.ts';
import { createProjectStore } from '../../../src/stores/project-store.ts';

const START = createKeepStore().getState();

function edited() {
  const project = createProjectStore();
  project.getState().change('Name', { kind: 'set-name', name: 'Mine', fictional: false });
  return project.getState();
}

describe('what a reload does to the work', () => {
  it.each<[Partial<KeepState>, RegExp]>([
    [{ status: 'saved' }, /^Your work is saved in this browser/],
    [{ status: 'saving', waiting: 1 }, /^Your work is saved first/],
    [{ status: 'full', failing: 'full', waiting: 2 }, /would lose them: save to a file first/],
    [{ status: 'saving', failing: 'failed', waiting: 2 }, /would lose them: save to a file first/],
    [{ status: 'off', trouble: 'not-wanted' }, /in memory only.*save it to a file first/],
    [{ status: 'off', trouble: 'unavailable' }, /in memory only.*save it to a file first/],
    [{ status: 'off', trouble: 'overtaken', waiting: 1 }, /in memory only/],
    [{ status: 'off', trouble: 'overtaken' }, /^Your work is saved in this browser/],
    [{ status: 'saved', heldElsewhere: true }, /kept by the tab that edits it/],
  ])('%j', (state, words) => {
    expect(reloadWords({ ...START, ...state }, edited())).toMatch(words);
  });

  it('is nothing where nobody did anything', () => {
    expect(
      reloadWords({ ...START, status: 'off', trouble: 'unavailable' }, createProjectStore().getState()),
    ).toBe('You have changed nothing here that could be lost.');
  });
});
