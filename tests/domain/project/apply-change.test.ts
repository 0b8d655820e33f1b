import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/project/apply-change.ts';
import type { Change } from '../../../src/domain/project/change.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { createProjectStore, EMPTY_PROJECT } from '../../../src/stores/project-store.ts';

const item = fc.string({ minLength: 1, maxLength: 4 }).map((id) => ({
  id,
  name: id,
  text: `no ${id}`,
  selection: { kind: 'ward' as const, code: id },
  barriers: [],
  levers: [],
}));
const need = fc.record({
  contentId: fc.string(),
  codeColumn: fc.constant('lsoa'),
  column: fc.string(),
  where: fc.constant([]),
  higherMeansMore: fc.boolean(),
});
const simple: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    list: fc.constantFrom('recipes' as const, 'plans' as const),
    at: fc.nat(4),
    item,
  }),
  fc.record({
    kind: fc.constant('remove' as const),
    list: fc.constantFrom('recipes' as const, 'plans' as const),
    at: fc.nat(4),
  }),
  fc.record({
    kind: fc.constant('replace' as const),
    list: fc.constantFrom('recipes' as const, 'plans' as const),
    at: fc.nat(4),
    item,
  }),
  fc.record({ kind: fc.constant('set-name' as const), name: fc.string(), fictional: fc.boolean() }),
  fc.record({ kind: fc.constant('set-need' as const), need: fc.option(need) }),
  fc.record({ kind: fc.constant('set-view' as const), view: fc.record({ recipeId: fc.string() }) }),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  simple,
  fc.record({ kind: fc.constant('all' as const), changes: fc.array(simple, { maxLength: 4 }) }),
);

/** The project after the change, or null where the change does not fit it. */
function tryApply(project: Project, edit: Change) {
  try {
    return applyChange(project, edit);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return null;
  }
}

test('apply then invert is identity, and the project given is untouched', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let project = EMPTY_PROJECT;
      for (const edit of changes) {
        const before = structuredClone(project);
        const applied = tryApply(project, edit);
        expect(project).toEqual(before);
        if (!applied) continue;
        expect(applyChange(applied.project, applied.inverse).project).toEqual(project);
        project = applied.project;
      }
    }),
  );
});

test('undoing everything gives the first project back, redoing everything the last', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const store = createProjectStore();
      for (const edit of changes)
        if (tryApply(store.getState().project, edit)) store.getState().change('step', edit);
      const last = store.getState().project;
      const steps = store.getState().done.length;
      for (let i = 0; i < steps; i++) store.getState().undo();
      expect(store.getState().project).toEqual(EMPTY_PROJECT);
      store.getState().undo();
      for (let i = 0; i < steps; i++) store.getState().redo();
      expect(store.getState().project).toEqual(last);
    }),
  );
});
