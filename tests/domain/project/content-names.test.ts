import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/project/change.ts';
import { contentNames } from '../../../src/domain/project/content-names.ts';
import { withContentNames } from '../../../src/domain/project/with-content-names.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';

const [premises, coverage] = FULL_PROJECT.datasets;
const shout = (contentId: string): string => contentId.toUpperCase();

describe('contentNames', () => {
  it('are those of files and layers, of every project and item within a change', () => {
    expect([...contentNames(FULL_PROJECT)].sort()).toEqual(['file-1', 'file-2', 'file-3']);
    const change: Change = {
      kind: 'all',
      changes: [
        { kind: 'insert', list: 'datasets', at: 0, item: { ...premises, contentId: 'a' } },
        { kind: 'replace', list: 'layers', at: 0, item: { ...FULL_PROJECT.layers[0], contentId: 'b' } },
        { kind: 'all', changes: [{ kind: 'set-project', project: { ...FULL_PROJECT, layers: [] } }] },
        { kind: 'insert', list: 'recipes', at: 0, item: FULL_PROJECT.recipes[0] },
        { kind: 'remove', list: 'datasets', at: 0 },
      ],
    };
    expect([...contentNames(change)].sort()).toEqual(['a', 'b', 'file-1', 'file-2', 'file-3']);
  });

  it('are not those merely mentioned', () => {
    const mention = { ...FULL_PROJECT, datasets: [premises], layers: [] };
    expect([...contentNames(mention)]).toEqual(['file-1']);
  });
});

describe('withContentNames', () => {
  it('renames a content wherever it stands in a project, and layers with it', () => {
    const renamed = withContentNames(FULL_PROJECT, shout);
    const text = JSON.stringify(renamed);
    expect(text).not.toContain('file-');
    expect(text.split('FILE-').length).toBe(JSON.stringify(FULL_PROJECT).split('file-').length);
    expect(renamed.layers.map(({ id }) => id)).toEqual(['FILE-2-1', 'FILE-1-1']);
    expect(withContentNames(renamed, (name) => name.toLowerCase())).toEqual(FULL_PROJECT);
  });

  it('renames in every kind of change', () => {
    const changes: Change[] = [
      { kind: 'insert', list: 'datasets', at: 0, item: premises },
      { kind: 'replace', list: 'datasets', at: 1, item: coverage },
      { kind: 'replace', list: 'layers', at: 0, item: FULL_PROJECT.layers[0] },
      { kind: 'set-need', need: FULL_PROJECT.need ?? null },
      { kind: 'set-project', project: FULL_PROJECT },
      { kind: 'insert', list: 'plans', at: 0, item: FULL_PROJECT.plans[0] },
    ];
    const all: Change = { kind: 'all', changes };
    const renamed = withContentNames(all, shout);
    expect(JSON.stringify(renamed)).not.toContain('file-');
    expect(withContentNames(renamed, (name) => name.toLowerCase())).toEqual(all);
  });

  it('leaves changes that name no content as they are', () => {
    const changes: Change[] = [
      { kind: 'remove', list: 'layers', at: 0 },
      { kind: 'set-view', view: { recipeId: 'file-1' } },
      { kind: 'set-name', name: 'file-1', fictional: false },
      { kind: 'set-need', need: null },
      { kind: 'set-assumptions', assumptions: FULL_PROJECT.assumptions },
      { kind: 'set-plan-card', planCard: FULL_PROJECT.planCard ?? null },
    ];
    for (const change of changes) expect(withContentNames(change, shout)).toEqual(change);
  });

  it('keeps ids of layers that do not begin with their content', () => {
    const layers = [{ ...FULL_PROJECT.layers[0], id: 'gigabit' }];
    expect(withContentNames({ ...FULL_PROJECT, layers }, shout).layers[0].id).toBe('gigabit');
  });
});
