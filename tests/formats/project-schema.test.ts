import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InferOutput } from 'valibot';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/cli/run-node.mjs';
import type { Change } from '../../src/domain/project/change.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { migrated } from '../../src/formats/project-migrations.ts';
import {
  PROJECT_SCHEMA,
  type projectSchema,
  readChange,
  readProject,
  readStep,
} from '../../src/formats/project-schema.ts';
import { EMPTY_PROJECT } from '../../src/stores/project-store.ts';
import {
  FULL_PROJECT,
  fullProjectOfVersion1,
  fullProjectOfVersion2,
  fullProjectOfVersion3,
} from '../builders/full-project.ts';
import { refusalOf } from '../builders/refusal.ts';

type Plain<T> = T extends Uint32Array | Float64Array
  ? T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { -readonly [Name in keyof T]: Plain<T[Name]> }
      : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// A field of Project that the schema forgets, or one more than Project has, does not compile.
const exact: Same<Plain<InferOutput<typeof projectSchema>>, Plain<Project>> = true;
const forgotten: Same<Plain<{ a: 1 }>, Plain<{ a: 1; b?: 2 }>> = false;

const json = (value: unknown): unknown => JSON.parse(canonicalJson(value));
/** The full project's JSON with one member replaced, by its path. */
function withMember(path: string, value: unknown): unknown {
  const whole = json(FULL_PROJECT);
  const names = path.split('.');
  const last = names.pop() as string;
  const within = names.reduce<Record<string, unknown>>(
    (part, name) => part[name] as Record<string, unknown>,
    whole as Record<string, unknown>,
  );
  Object.defineProperty(within, last, { value, enumerable: true, configurable: true, writable: true });
  return whole;
}

const CHANGES: readonly Change[] = [
  { kind: 'insert', list: 'datasets', at: 0, item: FULL_PROJECT.datasets[0] },
  { kind: 'insert', list: 'plans', at: 3, item: FULL_PROJECT.plans[1] },
  { kind: 'replace', list: 'layers', at: 1, item: FULL_PROJECT.layers[1] },
  { kind: 'replace', list: 'recipes', at: 1, item: FULL_PROJECT.recipes[0] },
  { kind: 'remove', list: 'plans', at: 2 },
  { kind: 'set-view', view: { recipeId: 'x' } },
  { kind: 'set-name', name: 'y', fictional: true },
  { kind: 'set-assumptions', assumptions: FULL_PROJECT.assumptions },
  { kind: 'insert', list: 'sites', at: 0, item: FULL_PROJECT.sites[1] },
  { kind: 'replace', list: 'devices', at: 1, item: FULL_PROJECT.devices[0] },
  { kind: 'insert', list: 'designs', at: 0, item: FULL_PROJECT.designs[0] },
  { kind: 'replace', list: 'designs', at: 1, item: FULL_PROJECT.designs[0] },
  { kind: 'set-rates', rates: null },
  { kind: 'set-rates', rates: FULL_PROJECT.rates ?? null },
  { kind: 'set-plan-card', planCard: null },
  { kind: 'set-plan-card', planCard: FULL_PROJECT.planCard ?? null },
  { kind: 'set-radio', radio: null },
  { kind: 'set-radio', radio: FULL_PROJECT.radio ?? null },
  { kind: 'set-need', need: null },
  { kind: 'set-need', need: FULL_PROJECT.need ?? null },
  { kind: 'set-project', project: FULL_PROJECT },
];

describe('readProject', () => {
  it('gives back every part of a project, flat arrays too', () => {
    expect([exact, forgotten]).toEqual([true, false]);
    expect(readProject(json(FULL_PROJECT))).toEqual(FULL_PROJECT);
    expect(readProject(json(EMPTY_PROJECT))).toEqual(EMPTY_PROJECT);
    expect(readProject(FULL_PROJECT)).toEqual(FULL_PROJECT);
  });

  it('takes a mention of a content that outlived its file', () => {
    const gone = withMember('layers.0.extent', { kind: 'areas', contentId: 'forgotten' });
    expect(readProject(gone).layers[0].extent).toEqual({ kind: 'areas', contentId: 'forgotten' });
  });

  it.each([
    ['no object', 'x', 'DAMAGED', null],
    ['a text for a name', withMember('name', 7), 'DAMAGED', 'name'],
    ['an unknown member', withMember('extra', 1), 'DAMAGED', 'extra'],
    ['an unknown role', withMember('datasets.0.role', 'roof'), 'DAMAGED', 'datasets.0.role'],
    ['rows below 0', withMember('datasets.0.rows', -1), 'DAMAGED', 'datasets.0.rows'],
    ['rows that are no whole number', withMember('datasets.0.rows', 1.5), 'DAMAGED', 'datasets.0.rows'],
    [
      'an infinite number',
      withMember('layers.1.atLeast', Number.POSITIVE_INFINITY),
      'DAMAGED',
      'layers.1.atLeast',
    ],
    ['a layer of no file', withMember('layers.1.contentId', 'file-9'), 'DAMAGED', 'layers.1.contentId'],
    ['two files of one name', withMember('datasets.1.contentId', 'file-1'), 'DAMAGED', 'datasets'],
    ['two layers of one name', withMember('layers.1.id', 'file-2-1'), 'DAMAGED', 'layers'],
    ['a recipe that is not there', withMember('view.recipeId', 'q'), 'DAMAGED', 'view.recipeId'],
    ['a range upside down', withMember('plans.0.levers.0.cost.low', 9), 'DAMAGED', 'plans.0.levers.0.cost'],
    [
      'rings that leave a gap',
      withMember('plans.1.question.selection.shape.ringStarts', [1, 4]),
      'DAMAGED',
      'plans.1.question.selection.shape',
    ],
    [
      'a place off the Earth',
      withMember('plans.1.question.selection.shape.coordinates.3', 91),
      'DAMAGED',
      'plans.1.question.selection.shape',
    ],
    [
      'a row beyond 32 bits',
      withMember('plans.0.question.selection.rows.2', 2 ** 32),
      'DAMAGED',
      'plans.0.question.selection.rows.2',
    ],
    ['two plans of one name', withMember('plans.1.id', 'plan-1'), 'DAMAGED', 'plans'],
    [
      'designs in another order',
      withMember('plans.0.designs.outcomes.2.kind', 'dig'),
      'DAMAGED',
      'plans.0.designs.outcomes',
    ],
    [
      'a design of another kind than said',
      withMember('plans.0.designs.outcomes.0.design.kind', 'hybrid'),
      'DAMAGED',
      'plans.0.designs.outcomes',
    ],
    [
      'premises of a hub that is not there',
      withMember('plans.0.designs.outcomes.0.design.radio.served.0.hub', 2),
      'DAMAGED',
      'plans.0.designs.outcomes.0.design.radio',
    ],
    [
      'a link to a hub that is not there',
      withMember('plans.0.designs.outcomes.0.design.radio.hubs.1.backhaul.to', 'building:1'),
      'DAMAGED',
      'plans.0.designs.outcomes.0.design.radio',
    ],
    [
      'an intervention chosen twice',
      withMember('plans.2.chosen', ['dig', 'dig']),
      'DAMAGED',
      'plans.2.chosen',
    ],
    [
      'a figure of the plan card upside down',
      withMember('planCard.items.weeksToDesign.value.low', 900),
      'DAMAGED',
      'planCard',
    ],
    [
      'a figure of the plan card beyond its bounds',
      withMember('planCard.items.gangsAtOnce.value.low', 0),
      'DAMAGED',
      'planCard.items.gangsAtOnce.value.low',
    ],
    ['two digs of one name', withMember('designs.1.id', 'dig-1'), 'DAMAGED', 'designs'],
    [
      'half a place on a line',
      withMember('designs.0.result.pieces.0.line', [1, 2, 3]),
      'DAMAGED',
      'designs.0.result.pieces.0.line',
    ],
    [
      'pence in parts',
      withMember('designs.0.result.lowerBoundPence', 0.5),
      'DAMAGED',
      'designs.0.result.lowerBoundPence',
    ],
    [
      'a day that is none',
      withMember('designs.0.question.worksFrom', 'soon'),
      'DAMAGED',
      'designs.0.question.worksFrom',
    ],
    ['a rate upside down', withMember('rates.items.poundsPerChamber.value.low', 2000), 'DAMAGED', 'rates'],
    [
      'a gang that never gets on',
      withMember('rates.trench.0.metresPerDay.value.low', 0),
      'DAMAGED',
      'rates.trench.0.metresPerDay.value.low',
    ],
    ['a prototype', withMember('datasets.0.roles.__proto__', { id: 'x' }), 'DAMAGED', '__proto__'],
    ['a constructor', withMember('view.constructor', 'x'), 'DAMAGED', 'constructor'],
    [
      '10,001 recipes',
      withMember('recipes', new Array(10_001).fill(FULL_PROJECT.recipes[0])),
      'TOO_LARGE',
      'recipes',
    ],
    ['a text of 4,000,001 characters', withMember('name', 'x'.repeat(4_000_001)), 'TOO_LARGE', 'name'],
    ['JSON without end', withMember('name', nested(5000)), 'DAMAGED', null],
  ])('refuses %s', (_, broken, code, part) => {
    expect(refusalOf(() => readProject(broken))).toMatchObject({ code, part });
  });

  it('refuses more text in all than 100 million characters', () => {
    const long = 'x'.repeat(3_900_000);
    const texts = Array.from({ length: 26 }, (_, i) => ({ id: String(i), name: long, text: '' }));
    expect(refusalOf(() => readProject(withMember('recipes', texts)))).toMatchObject({ code: 'TOO_LARGE' });
  });
});

describe('readChange and readStep', () => {
  it('give back every kind of change', () => {
    for (const change of CHANGES) expect(readChange(json(change))).toEqual(change);
    const all: Change = { kind: 'all', changes: [{ kind: 'all', changes: CHANGES }] };
    expect(readChange(json(all))).toEqual(all);
    expect(readStep(json({ label: 'Added x', inverse: all }))).toEqual({ label: 'Added x', inverse: all });
    const kinds = new Set<Change['kind']>([...CHANGES, all].map(({ kind }) => kind));
    const known: Record<Change['kind'], true> = {
      insert: true,
      remove: true,
      replace: true,
      'set-view': true,
      'set-name': true,
      'set-assumptions': true,
      'set-need': true,
      'set-radio': true,
      'set-rates': true,
      'set-plan-card': true,
      'set-project': true,
      all: true,
    };
    expect([...kinds].sort()).toEqual(Object.keys(known).sort());
  });

  it.each([
    ['an unknown kind', { kind: 'drop' }],
    ['a layer among the plans', { kind: 'insert', list: 'plans', at: 0, item: FULL_PROJECT.layers[0] }],
    ['a place below 0', { kind: 'remove', list: 'plans', at: -1 }],
    ['a plan among the digs', { kind: 'insert', list: 'designs', at: 0, item: FULL_PROJECT.plans[0] }],
    ['a site among the radios', { kind: 'insert', list: 'devices', at: 0, item: FULL_PROJECT.sites[0] }],
    ['an unknown list', { kind: 'remove', list: '__proto__', at: 0 }],
    [
      'a project whose recipe is not there',
      { kind: 'set-project', project: withMember('view.recipeId', 'q') },
    ],
    ['changes without end', nestedChange(3000)],
  ])('refuse %s', (_, change) => {
    expect(refusalOf(() => readChange(change)).code).toBe('DAMAGED');
    expect(refusalOf(() => readStep({ label: '', inverse: change })).code).toBe('DAMAGED');
  });
});

describe('migrated', () => {
  it('reads the project that version 1 wrote', () => {
    const old = readFileSync(join(projectRoot, 'tests/fixtures/projects/v1.json'), 'utf8');
    expect(readProject(migrated(JSON.parse(old), 1, 'project'))).toEqual(fullProjectOfVersion1());
  });

  it('reads the project that version 2 wrote', () => {
    const old = readFileSync(join(projectRoot, 'tests/fixtures/projects/v2.json'), 'utf8');
    expect(readProject(migrated(JSON.parse(old), 2, 'project'))).toEqual(fullProjectOfVersion2());
  });

  it('reads the project that version 3 wrote', () => {
    const old = readFileSync(join(projectRoot, 'tests/fixtures/projects/v3.json'), 'utf8');
    expect(readProject(migrated(JSON.parse(old), 3, 'project'))).toEqual(fullProjectOfVersion3());
  });

  it('reads the project that version 4 wrote', () => {
    const old = readFileSync(join(projectRoot, 'tests/fixtures/projects/v4.json'), 'utf8');
    expect(readProject(migrated(JSON.parse(old), 4, 'project'))).toEqual(FULL_PROJECT);
  });

  it('brings plans that changes of version 3 put into a project on', () => {
    const plan = {
      id: 'p',
      name: 'North',
      selection: { kind: 'ward', code: 'E05000001' },
      barriers: [],
      levers: [],
    };
    const insert = { kind: 'insert', list: 'plans', at: 0, item: plan };
    const change = { kind: 'all', changes: [insert, { ...insert, kind: 'replace' }] };
    const read = readChange(migrated(change, 3, 'change'));
    const item = { id: 'p', name: 'North', question: { selection: plan.selection }, designs: null };
    expect(read).toMatchObject({ changes: [{ item }, { item }] });
    expect(() => readChange(change)).toThrow();
  });

  it('brings projects within changes of version 1 on, however deep', () => {
    const old = JSON.parse(readFileSync(join(projectRoot, 'tests/fixtures/projects/v1.json'), 'utf8'));
    const inner = { kind: 'set-project', project: old };
    const change = {
      kind: 'all',
      changes: [
        { kind: 'all', changes: [inner] },
        { kind: 'set-need', need: null },
      ],
    };
    const read = readChange(migrated(change, 1, 'change'));
    expect(read).toMatchObject({
      changes: [{ changes: [{ project: { sites: [], devices: [], designs: [] } }] }, {}],
    });
    expect(() => readChange(change)).toThrow();
  });

  const steps = [
    { project: (old: unknown) => [old, 1], change: (old: unknown) => [old, 'c1'] },
    { project: (old: unknown) => [old, 2], change: (old: unknown) => [old, 'c2'] },
  ];

  it('leads through every version in between', () => {
    expect(migrated('p', 1, 'project', steps)).toEqual([['p', 1], 2]);
    expect(migrated('p', 2, 'change', steps)).toEqual(['p', 'c2']);
    expect(migrated('p', 3, 'project', steps)).toBe('p');
    expect(migrated('p', PROJECT_SCHEMA, 'project')).toBe('p');
  });

  it('refuses a newer version and what is none', () => {
    expect(refusalOf(() => migrated({}, PROJECT_SCHEMA + 1, 'project'))).toMatchObject({
      code: 'NEWER',
      message: expect.stringContaining('newer version of Notspot'),
    });
    for (const none of [0, -1, 1.5, Number.NaN])
      expect(refusalOf(() => migrated({}, none, 'project')).code).toBe('DAMAGED');
  });
});

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

function nestedChange(depth: number): unknown {
  let change: unknown = { kind: 'remove', list: 'plans', at: 0 };
  for (let i = 0; i < depth; i++) change = { kind: 'all', changes: [change] };
  return change;
}
