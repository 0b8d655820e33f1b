import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../src/domain/project/apply-change.ts';
import type { Change } from '../../../src/domain/project/change.ts';
import { narrowedChange } from '../../../src/domain/project/narrowed-change.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import {
  applyEntry,
  changeEntry,
  MOST_STEPS,
  type Work,
  type WorkEntry,
} from '../../../src/domain/project/work.ts';
import { canonicalJson } from '../../../src/formats/canonical-json.ts';
import { readChange } from '../../../src/formats/project-schema.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';
import { projectOf } from '../../builders/project.ts';

const EMPTY: Work = { project: projectOf({}), done: [], undone: [] };

/** Projects of the parts of one another, as editing makes them: items shared by identity, moved, gone, changed. */
const parts = fc.record({
  name: fc.constantFrom('North', 'South'),
  fictional: fc.boolean(),
  datasets: fc.shuffledSubarray([...FULL_PROJECT.datasets, { ...FULL_PROJECT.datasets[0], rows: 11 }]),
  layers: fc.shuffledSubarray([...FULL_PROJECT.layers, { ...FULL_PROJECT.layers[0], name: 'Other' }]),
  recipes: fc.shuffledSubarray([...FULL_PROJECT.recipes]),
  assumptions: fc.constantFrom(FULL_PROJECT.assumptions, []),
  plans: fc.shuffledSubarray([...FULL_PROJECT.plans]),
  sites: fc.shuffledSubarray([...FULL_PROJECT.sites, { ...FULL_PROJECT.sites[0], antennaMetres: 9 }]),
  devices: fc.shuffledSubarray([...FULL_PROJECT.devices]),
  designs: fc.shuffledSubarray([...FULL_PROJECT.designs, { ...FULL_PROJECT.designs[0], result: null }]),
  rates: fc.constantFrom(FULL_PROJECT.rates, undefined),
  radio: fc.constantFrom(FULL_PROJECT.radio, undefined),
  need: fc.constantFrom(FULL_PROJECT.need, undefined),
  view: fc.constantFrom(FULL_PROJECT.view, { recipeId: 'no-gigabit' }),
});
const project = parts.map(
  ({ need, radio, rates, ...rest }): Project => ({
    ...rest,
    ...(need ? { need } : {}),
    ...(radio ? { radio } : {}),
    ...(rates ? { rates } : {}),
  }),
);

const entry: fc.Arbitrary<WorkEntry> = fc.oneof(
  {
    weight: 6,
    arbitrary: project.map(
      (next): WorkEntry => ({
        kind: 'change',
        label: 'Next',
        change: { kind: 'set-project', project: next },
      }),
    ),
  },
  { weight: 3, arbitrary: fc.constant<WorkEntry>({ kind: 'undo' }) },
  { weight: 2, arbitrary: fc.constant<WorkEntry>({ kind: 'redo' }) },
  { weight: 1, arbitrary: fc.constant<WorkEntry>({ kind: 'forget-steps' }) },
);

describe('a change narrowed to what it touches', () => {
  it('makes the same project of any project, and back again', () => {
    fc.assert(
      fc.property(project, project, (before, next) => {
        const narrowed = narrowedChange(before, { kind: 'set-project', project: next });
        const { project: after, inverse } = applyChange(before, narrowed);
        expect(canonicalJson(after)).toBe(canonicalJson(next));
        expect(canonicalJson(applyChange(after, inverse).project)).toBe(canonicalJson(before));
      }),
      { numRuns: 500 },
    );
  });

  it('speaks of every part of a project', () => {
    for (const part of Object.keys(FULL_PROJECT) as (keyof Project)[]) {
      const other: Record<string, unknown> = {
        name: 'Other',
        fictional: true,
        view: { recipeId: 'no-gigabit' },
      };
      const next = { ...FULL_PROJECT, [part]: other[part] ?? (part === 'need' ? undefined : []) };
      const narrowed = narrowedChange(FULL_PROJECT, { kind: 'set-project', project: next });
      expect(canonicalJson(applyChange(FULL_PROJECT, narrowed).project), part).toBe(canonicalJson(next));
    }
  });

  it('is small where little changed, and leaves other changes alone', () => {
    const next = { ...FULL_PROJECT, recipes: FULL_PROJECT.recipes.slice(1) };
    expect(narrowedChange(FULL_PROJECT, { kind: 'set-project', project: next })).toEqual({
      kind: 'remove',
      list: 'recipes',
      at: 0,
    });
    const change: Change = { kind: 'set-name', name: 'x', fictional: false };
    expect(narrowedChange(FULL_PROJECT, change)).toBe(change);
  });

  it('can be written and read back', () => {
    fc.assert(
      fc.property(project, project, (before, next) => {
        const narrowed = narrowedChange(before, { kind: 'set-project', project: next });
        expect(canonicalJson(readChange(JSON.parse(canonicalJson(narrowed))))).toBe(canonicalJson(narrowed));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a work and its entries', () => {
  it('passes over what was amended when it undoes, and redoes it with the step it belongs to', () => {
    const [site, ...others] = FULL_PROJECT.sites;
    const start: Work = { project: projectOf({ sites: [site, ...others] }), done: [], undone: [] };
    const edited = { ...site, name: 'Edited' };
    const amended = { ...edited, owner: 'Worked out' };
    const replace = (item: typeof site) => ({ kind: 'replace', list: 'sites', at: 0, item }) as const;
    const stepped = applyEntry(start, { kind: 'change', label: 'Edit', change: replace(edited) });
    const after = applyEntry(stepped, { kind: 'amend', change: replace(amended) });
    expect(after.project.sites[0]).toEqual(amended);
    expect(after.done).toBe(stepped.done);
    const undone = applyEntry(after, { kind: 'undo' });
    expect(undone.project).toEqual(start.project);
    expect(applyEntry(undone, { kind: 'redo' }).project.sites[0]).toEqual(amended);
  });

  it('is the work again when its entries, written and read, are applied in order', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), (entries) => {
        let [live, replayed] = [EMPTY, EMPTY];
        for (const given of entries) {
          const told = given.kind === 'change' ? changeEntry(live, given.label, given.change) : given;
          live = applyEntry(live, told);
          const read = JSON.parse(canonicalJson(told)) as WorkEntry;
          replayed = applyEntry(
            replayed,
            read.kind === 'change' ? { ...read, change: readChange(read.change) } : read,
          );
        }
        expect(canonicalJson(replayed)).toBe(canonicalJson(live));
      }),
      { numRuns: 200 },
    );
  });

  it('takes back with redo what undo did, and the other way round', () => {
    fc.assert(
      fc.property(fc.array(project, { minLength: 1, maxLength: 10 }), fc.nat(10), (projects, count) => {
        let work = EMPTY;
        for (const next of projects)
          work = applyEntry(work, changeEntry(work, 'Next', { kind: 'set-project', project: next }));
        const before = canonicalJson(work);
        const undone = Math.min(count, work.done.length);
        for (let i = 0; i < undone; i++) work = applyEntry(work, { kind: 'undo' });
        for (let i = 0; i < undone; i++) work = applyEntry(work, { kind: 'redo' });
        expect(canonicalJson(work)).toBe(before);
      }),
    );
  });

  it(`gives the first project back, byte for byte, after ${MOST_STEPS} undos`, () => {
    let work: Work = { project: FULL_PROJECT, done: [], undone: [] };
    const before = canonicalJson(work.project);
    for (let i = 0; i < MOST_STEPS; i++) {
      const { plans, recipes } = work.project;
      const next = {
        ...work.project,
        name: `Name ${i}`,
        recipes: [...recipes, { id: `own-${i}`, name: 'x', text: 'no 5g' }],
        plans: plans.toReversed(),
      };
      work = applyEntry(work, changeEntry(work, `Step ${i}`, { kind: 'set-project', project: next }));
    }
    const last = canonicalJson(work);
    for (let i = 0; i < MOST_STEPS; i++) work = applyEntry(work, { kind: 'undo' });
    expect(canonicalJson(work.project)).toBe(before);
    expect(work.done).toHaveLength(0);
    expect(applyEntry(work, { kind: 'undo' })).toBe(work);
    for (let i = 0; i < MOST_STEPS; i++) work = applyEntry(work, { kind: 'redo' });
    expect(canonicalJson(work)).toBe(last);
    expect(applyEntry(work, { kind: 'redo' })).toBe(work);
  });

  it('lets go of the earliest steps beyond the most it keeps', () => {
    let work = EMPTY;
    for (let i = 0; i <= MOST_STEPS; i++)
      work = applyEntry(work, {
        kind: 'change',
        label: `Step ${i}`,
        change: { kind: 'set-name', name: `${i}`, fictional: false },
      });
    expect(work.done).toHaveLength(MOST_STEPS);
    expect(work.done[0].label).toBe('Step 1');
  });

  it('refuses a change that does not fit, with nothing changed', () => {
    const before = canonicalJson(EMPTY);
    expect(() =>
      applyEntry(EMPTY, { kind: 'change', label: 'x', change: { kind: 'remove', list: 'plans', at: 0 } }),
    ).toThrow(RangeError);
    expect(canonicalJson(EMPTY)).toBe(before);
  });
});
