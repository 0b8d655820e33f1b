import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyEntry, type Work, type WorkEntry } from '../../src/domain/project/work.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { migrated, PROJECT_SCHEMA } from '../../src/formats/project-migrations.ts';
import { type Addition, KeptByAnother, KeptNoMore, KeptProjects } from '../../src/storage/kept-projects.ts';
import type { ProjectRecord } from '../../src/storage/kept-records.ts';
import { type KeptDatabase, openDatabase } from '../../src/storage/open-database.ts';
import { readCopy } from '../../src/storage/read-records.ts';
import { FULL_PROJECT } from '../builders/full-project.ts';

let database: KeptDatabase;
let projects: KeptProjects;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  globalThis.IDBKeyRange = IDBKeyRange;
  database = await openDatabase();
  projects = new KeptProjects(database);
});

const WORK: Work = { project: FULL_PROJECT, done: [], undone: [] };
const HASH = 'a'.repeat(64);

describe('a kept project', () => {
  it('is read as it was created, appended to and folded', async () => {
    let record = recordOf('p1');
    let work = WORK;
    await projects.create(record, work);
    expect(await textOf('p1')).toBe(canonicalJson(work));
    for (const [i, entry] of ENTRIES.entries()) {
      work = applyEntry(work, entry);
      const addition = additionOf(work, [entry]);
      record = i % 3 === 2 ? await projects.fold(record, addition) : await projects.append(record, addition);
      expect(record.revision).toBe(i + 1);
      expect(await textOf('p1')).toBe(canonicalJson(work));
      expect((await projects.read('p1'))?.record).toEqual(record);
    }
    expect(record.contents).toEqual([{ contentId: 'file-1', hash: HASH }]);
  });

  it('is not there before it is created or after it is removed, and no other goes with it', async () => {
    expect(await projects.read('p1')).toBeNull();
    await projects.create(recordOf('p1'), WORK);
    await projects.create(recordOf('p1-twin'), WORK);
    await projects.append(recordOf('p1-twin'), additionOf(applyEntry(WORK, ENTRIES[0]), [ENTRIES[0]]));
    await projects.remove('p1');
    expect(await projects.read('p1')).toBeNull();
    expect(JSON.parse(await projects.raw('p1'))).toEqual({ journal: [] });
    expect(JSON.parse((await textOf('p1-twin')) ?? '').project.name).toBe('Renamed');
  });

  it('is listed by when it changed, whatever the clock said', async () => {
    await projects.create(recordOf('p1', { changedAt: '2001-01-01T00:00:00.000Z' }), WORK);
    await projects.create(recordOf('p2', { changedAt: '2099-01-01T00:00:00.000Z' }), WORK);
    expect((await projects.list()).map((one) => one.state === 'whole' && one.record.id)).toEqual([
      'p2',
      'p1',
    ]);
    // A clock that went back: the newest revision wins all the same.
    const entry: WorkEntry = ENTRIES[0];
    const later = { ...additionOf(applyEntry(WORK, entry), [entry]), at: '1970-01-01T00:00:00.000Z' };
    await projects.append(recordOf('p2', { changedAt: '2099-01-01T00:00:00.000Z' }), later);
    expect(JSON.parse((await textOf('p2')) ?? '').project.name).toBe('Renamed');
  });

  it('is copied beside itself under another name', async () => {
    await projects.create(recordOf('p1', { file: { at: 'x', revision: 0 } }), WORK);
    await projects.copy('p1', { id: 'p2', name: 'Twin', at: '2026-11-27T08:00:00.000Z' });
    const copy = await projects.read('p2');
    expect(copy?.record).toMatchObject({
      name: 'Twin',
      file: null,
      writer: '',
      revision: 0,
      contents: recordOf('p1').contents,
    });
    expect(copy?.work.project).toMatchObject({ ...FULL_PROJECT, name: 'Twin', plans: expect.anything() });
    expect(await textOf('p1')).toBe(canonicalJson(WORK));
  });

  it('may have the longest name and label', async () => {
    const name = 'x'.repeat(500_000);
    const entry: WorkEntry = {
      kind: 'change',
      label: name,
      change: { kind: 'set-name', name, fictional: false },
    };
    await projects.create(recordOf('p1'), WORK);
    const work = applyEntry(WORK, entry);
    const record = await projects.append(recordOf('p1'), additionOf(work, [entry]));
    expect(record.name).toHaveLength(200);
    expect(await textOf('p1')).toBe(canonicalJson(work));
  });

  it('notes the file it was saved to', async () => {
    await projects.create(recordOf('p1'), WORK);
    const file = { at: '2026-11-27T08:00:00.000Z', revision: 0 };
    expect(await projects.savedToFile(recordOf('p1'), file)).toMatchObject({ file });
    expect((await projects.read('p1'))?.record.file).toEqual(file);
  });
});

describe('a conflict', () => {
  it('is told by revision and writer, and changes nothing', async () => {
    const record = recordOf('p1');
    await projects.create(record, WORK);
    const taken = await projects.takeOver(record, 'another tab');
    const before = await dump();
    const addition = additionOf(WORK, [{ kind: 'forget-steps' }]);
    await expect(projects.append(record, addition)).rejects.toThrow(KeptByAnother);
    await expect(projects.fold(record, addition)).rejects.toThrow(KeptByAnother);
    await expect(projects.takeOver(record, 'third')).rejects.toThrow(KeptByAnother);
    await expect(projects.savedToFile(record, { at: 'x', revision: 0 })).rejects.toThrow(KeptByAnother);
    await expect(projects.append({ ...taken, revision: 7 }, addition)).rejects.toThrow(KeptByAnother);
    await expect(projects.append(recordOf('gone'), addition)).rejects.toThrow(KeptNoMore);
    expect(await dump()).toBe(before);
  });

  it('lets only one of two appends at the same time through', async () => {
    const record = recordOf('p1');
    await projects.create(record, WORK);
    const append = (): Promise<ProjectRecord> =>
      projects.append(record, additionOf(applyEntry(WORK, ENTRIES[0]), [ENTRIES[0]]));
    const ends = await Promise.allSettled([append(), append()]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await projects.read('p1'))?.record.revision).toBe(1);
  });
});

describe('a write that fails', () => {
  it('leaves everything as it was, though it failed in the midst of its entries', async () => {
    const record = recordOf('p1');
    await projects.create(record, WORK);
    const before = await dump();
    const bad = {
      kind: 'change',
      label: 'x',
      change: { kind: 'set-name', name: Number.NaN },
    } as unknown as WorkEntry;
    await expect(projects.append(record, additionOf(WORK, [ENTRIES[0], bad]))).rejects.toThrow(RangeError);
    await database.add('journal', { projectId: 'p1', revision: 2, text: '{}' });
    await expect(projects.append(record, additionOf(WORK, ENTRIES.slice(0, 3)))).rejects.toThrow();
    await database.delete('journal', ['p1', 2]);
    expect(await dump()).toBe(before);
    await expect(projects.create(record, WORK)).rejects.toThrow();
    expect(await dump()).toBe(before);
  });
});

describe('damage to one project', () => {
  const kinds: Record<string, () => Promise<unknown>> = {
    'garbage for a record': () => database.put('projects', { id: 'bad', rubbish: true } as never),
    'a record without a field': () =>
      database.put('projects', { ...recordOf('bad'), contents: undefined } as never),
    'a field of a wrong type': () => database.put('projects', { ...recordOf('bad'), revision: '1' } as never),
    'a field too many': () => database.put('projects', { ...recordOf('bad'), more: 1 } as never),
    'a 50 MB name': () => database.put('projects', recordOf('bad', { name: 'x'.repeat(50_000_000) })),
    'no snapshot': () => database.delete('snapshots', 'bad'),
    'a snapshot that is no JSON': () => snapshot('{"project":'),
    'a snapshot of 50 MB of rubbish': () => snapshot('x'.repeat(50_000_000)),
    'a snapshot of another thing': () => snapshot('[]'),
    'a snapshot that is null': () => snapshot('null'),
    'a snapshot with a part missing': () =>
      snapshot(canonicalJson({ project: { ...FULL_PROJECT, layers: undefined }, done: [], undone: [] })),
    'a snapshot with a step of rubbish': () =>
      snapshot(canonicalJson({ project: FULL_PROJECT, done: [null], undone: [] })),
    'a snapshot that is no text': () =>
      database.put('snapshots', { id: 'bad', schema: 1, revision: 1, text: 5 } as never),
    'a snapshot of no version': () =>
      database.put('snapshots', { id: 'bad', schema: 0, revision: 1, text: '{}' }),
    'a gap in the journal': () => database.delete('journal', ['bad', 2]),
    'a journal cut short': () => database.delete('journal', ['bad', 3]),
    'an entry that is no JSON': () => entry('{'),
    'an entry of an unknown kind': () => entry('{"kind":"explode"}'),
    'an entry that does not fit': () =>
      entry(canonicalJson({ kind: 'change', label: 'x', change: { kind: 'remove', list: 'plans', at: 99 } })),
    'an entry with a prototype': () =>
      entry('{"kind":"change","label":"x","change":{"kind":"set-need","need":null,"__proto__":{"x":1}}}'),
  };
  const snapshot = (text: string) => database.put('snapshots', { id: 'bad', schema: 1, revision: 0, text });
  const entry = (text: string) => database.put('journal', { projectId: 'bad', revision: 2, text });

  it.each(Object.keys(kinds))('%s: is named, and the others open', async (kind) => {
    await projects.create(recordOf('good'), WORK);
    await projects.create(recordOf('bad'), WORK);
    let record = recordOf('bad');
    for (const one of ENTRIES.slice(0, 3)) record = await projects.append(record, additionOf(WORK, [one]));
    await kinds[kind]();
    await expect(projects.read('bad')).rejects.toMatchObject({ name: 'ProjectRefused', code: 'DAMAGED' });
    expect(await textOf('good')).toBe(canonicalJson(WORK));
    const listed = await projects.list();
    expect(listed).toHaveLength(2);
    expect(listed.every((one) => (one.state === 'whole' ? one.record.name : one.name).length <= 200)).toBe(
      true,
    );
    expect(await projects.raw('bad'), 'what is left can be taken away').toContain('bad');
    // Its contents may be needed: nothing is cleared on its account.
    if (listed.some(({ state }) => state !== 'whole')) expect(await projects.hashesNamed()).toBeNull();
    await projects.remove('bad');
    expect(await projects.hashesNamed()).toEqual(new Set([HASH]));
  });
});

describe('versions', () => {
  it('a newer one is told, and not a byte of it is touched', async () => {
    await database.put('projects', {
      ...recordOf('new'),
      schema: PROJECT_SCHEMA + 1,
      flavour: 'unknown',
    } as never);
    const before = await dump();
    await expect(projects.read('new')).rejects.toMatchObject({ code: 'NEWER' });
    expect(await projects.list()).toMatchObject([{ state: 'newer', id: 'new', name: 'Testborough “north”' }]);
    expect(await projects.hashesNamed()).toBeNull();
    expect(await dump()).toBe(before);
  });

  it('the fixture of version 1 opens with every field', async () => {
    const fixture = JSON.parse(readFileSync('tests/fixtures/projects/kept-1.json', 'utf8'));
    for (const store of ['projects', 'snapshots', 'journal'] as const)
      for (const record of fixture[store]) await database.put(store, record);
    const kept = await projects.read('fixture');
    const { done, undone, project } = fixture.work;
    const brought = (steps: { inverse: unknown }[]) =>
      steps.map((step) => ({ ...step, inverse: migrated(step.inverse, 1, 'change') }));
    expect(canonicalJson(kept?.work)).toBe(
      canonicalJson({
        done: brought(done),
        undone: brought(undone),
        project: {
          ...(migrated(project, 1, 'project') as typeof project),
          plans: kept?.work.project.plans,
        },
      }),
    );
    // One came with the snapshot, the others with changes, which know no premises.
    expect(kept?.work.project.plans.map(({ name, question }) => [name, question.selection.kind])).toEqual(
      project.plans.map((plan: { name: string; selection: { kind: string } }) => [
        plan.name,
        plan.selection.kind,
      ]),
    );
    expect(kept?.updated).toBe(true);
  });

  it('the second copy reads back', () => {
    const record = recordOf('p1');
    const copy = readCopy(canonicalJson({ record, work: WORK }));
    expect(copy.record).toEqual(record);
    expect(canonicalJson(copy.work)).toBe(canonicalJson(WORK));
    expect(() => readCopy('{}')).toThrow(/damaged/);
    expect(() => readCopy('null')).toThrow(/damaged/);
  });
});

const ENTRIES: readonly WorkEntry[] = [
  { kind: 'change', label: 'Renamed', change: { kind: 'set-name', name: 'Renamed', fictional: false } },
  {
    kind: 'change',
    label: 'Plan',
    change: { kind: 'insert', list: 'plans', at: 0, item: { ...FULL_PROJECT.plans[0], id: 'plan-9' } },
  },
  { kind: 'undo' },
  { kind: 'redo' },
  {
    kind: 'change',
    label: 'Shape',
    change: { kind: 'replace', list: 'plans', at: 1, item: { ...FULL_PROJECT.plans[1], id: 'plan-10' } },
  },
  { kind: 'undo' },
  {
    kind: 'amend',
    change: { kind: 'replace', list: 'plans', at: 0, item: { ...FULL_PROJECT.plans[0], id: 'plan-11' } },
  },
  { kind: 'forget-steps' },
  { kind: 'change', label: 'Need', change: { kind: 'set-need', need: null } },
];

function recordOf(id: string, seed: Partial<ProjectRecord> = {}): ProjectRecord {
  return {
    id,
    schema: PROJECT_SCHEMA,
    name: FULL_PROJECT.name,
    fictional: false,
    createdAt: '2026-11-27T07:00:00.000Z',
    changedAt: '2026-11-27T07:00:00.000Z',
    revision: 0,
    writer: 'this tab',
    contents: [{ contentId: 'file-1', hash: HASH }],
    file: null,
    ...seed,
  };
}

function additionOf(work: Work, entries: readonly WorkEntry[]): Addition {
  const contents = [{ contentId: 'file-1', hash: HASH }];
  return { work, entries, contents, at: '2026-11-27T07:01:00.000Z', writer: 'this tab' };
}

async function textOf(id: string): Promise<string | null> {
  const kept = await projects.read(id);
  return kept && canonicalJson(kept.work);
}

/** All that the store holds, as text. */
async function dump(): Promise<string> {
  const stores = ['projects', 'snapshots', 'journal'] as const;
  return canonicalJson(await Promise.all(stores.map((store) => database.getAll(store))));
}
