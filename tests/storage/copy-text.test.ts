import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { copyText } from '../../src/storage/copy-text.ts';
import type { ProjectRecord } from '../../src/storage/kept-records.ts';
import { createProjectStore } from '../../src/stores/project-store.ts';

describe('the text of a second copy', () => {
  it('is the canonical text of the record and the work, with steps done and undone', async () => {
    const store = createProjectStore();
    for (const name of ['One', 'Two', 'Three'])
      store.getState().change(`Named ${name}`, { kind: 'set-name', name, fictional: false });
    store.getState().undo();
    const { project, done, undone } = store.getState();
    expect([done.length, undone.length]).toEqual([2, 1]);
    const record: ProjectRecord = {
      id: 'one',
      schema: 1,
      name: 'Two',
      fictional: false,
      createdAt: '2026-01-01T00:00:00.000Z',
      changedAt: '2026-01-01T00:00:00.000Z',
      revision: 3,
      writer: 'tab',
      contents: [],
      file: null,
    };
    const work = { project, done, undone };
    expect(await copyText(record, work)).toBe(canonicalJson({ record, work }));
  });
});
