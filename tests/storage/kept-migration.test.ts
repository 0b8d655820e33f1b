import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyEntry, type Work, type WorkEntry } from '../../src/domain/project/work.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { type Addition, KeptProjects } from '../../src/storage/kept-projects.ts';
import { type KeptDatabase, openDatabase } from '../../src/storage/open-database.ts';

// A made-up version after the present one, in which every name of a project ends with a mark.
vi.mock('../../src/formats/project-migrations.ts', async (original) => {
  const real = await original<typeof import('../../src/formats/project-migrations.ts')>();
  type Json = { name?: string; kind?: string };
  const marked = (json: unknown) => ({ ...(json as Json), name: `${(json as Json).name} (next)` });
  const migrations = [
    ...real.projectMigrations,
    {
      project: marked,
      change: (json: unknown) => ((json as Json).kind === 'set-name' ? marked(json) : json),
    },
  ];
  return {
    PROJECT_SCHEMA: real.PROJECT_SCHEMA + 1,
    projectMigrations: migrations,
    migrated: (json: unknown, schema: number, what: 'project' | 'change') =>
      real.migrated(json, schema, what, migrations),
  };
});

let database: KeptDatabase;
let projects: KeptProjects;
const fixture = JSON.parse(readFileSync('tests/fixtures/projects/kept-1.json', 'utf8'));

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  globalThis.IDBKeyRange = IDBKeyRange;
  database = await openDatabase();
  projects = new KeptProjects(database);
  for (const store of ['projects', 'snapshots', 'journal'] as const)
    for (const record of fixture[store]) await database.put(store, record);
});

describe('a project that an earlier version kept', () => {
  it('is brought up to date when it is read, its journal and its steps with it, and nothing is written by that', async () => {
    const before = await projects.raw('fixture');
    const kept = await projects.read('fixture');
    expect(kept?.updated).toBe(true);
    expect(kept?.work.project.name).toBe('Fixture renamed (next)');
    expect(kept?.work.done.map(({ inverse }) => 'name' in inverse && inverse.name)).toContain(
      'Testborough “north” (next)',
    );
    const unnamed = { ...kept?.work.project, name: '' };
    const { plans, ...rest } = unnamed;
    const { plans: earlier, ...others } = fixture.work.project;
    expect(canonicalJson(rest)).toBe(
      canonicalJson({ ...others, sites: [], devices: [], designs: [], name: '' }),
    );
    expect(plans?.map(({ name, question }) => [name, question.selection.kind])).toEqual(
      earlier.map((plan: { name: string; selection: { kind: string } }) => [plan.name, plan.selection.kind]),
    );
    expect(await projects.raw('fixture')).toBe(before);
  });

  it('is written anew with the first save, its earlier form beside it', async () => {
    const kept = await projects.read('fixture');
    if (!kept) throw new Error('The fixture is not there.');
    const before = JSON.parse(await projects.raw('fixture'));
    const entry: WorkEntry = {
      kind: 'change',
      label: 'x',
      change: { kind: 'set-name', name: 'New', fictional: false },
    };
    const work = applyEntry(kept.work, entry);
    await projects.fold(kept.record, additionOf(work, entry));
    const after = await projects.read('fixture');
    expect(after?.updated).toBe(false);
    expect(canonicalJson(after?.work)).toBe(canonicalJson(work));
    const earlier = await database.get('snapshots', 'fixture@1');
    expect(JSON.parse(earlier?.text ?? '')).toEqual(before);
    await projects.remove('fixture');
    expect(await database.count('snapshots')).toBe(0);
  });

  it('is what it was where the first save is cut short, and the next repeats it', async () => {
    const kept = await projects.read('fixture');
    if (!kept) throw new Error('The fixture is not there.');
    const before = await projects.raw('fixture');
    const bad = { project: { name: Number.NaN } } as unknown as Work;
    const entry: WorkEntry = { kind: 'undo' };
    await expect(projects.fold(kept.record, additionOf(bad, entry))).rejects.toThrow();
    // The browser dies within the transaction.
    const begin = database.transaction.bind(database);
    const dying = Object.create(database, {
      transaction: {
        value: (...given: Parameters<typeof begin>) => {
          const transaction = begin(...given);
          setImmediate(() => transaction.abort());
          return transaction;
        },
      },
    }) as KeptDatabase;
    await expect(new KeptProjects(dying).fold(kept.record, additionOf(kept.work, entry))).rejects.toThrow();
    expect(await projects.raw('fixture')).toBe(before);
    expect(await database.get('snapshots', 'fixture@1')).toBeUndefined();
    await projects.fold(kept.record, additionOf(kept.work, entry));
    const again = await projects.read('fixture');
    expect(again?.updated).toBe(false);
    expect(canonicalJson(again?.work)).toBe(canonicalJson(kept.work));
  });
});

function additionOf(work: Work, entry: WorkEntry): Addition {
  return { work, entries: [entry], contents: [], at: '2026-11-27T08:00:00.000Z', writer: 'this tab' };
}
