import { describe, expect, it } from 'vitest';
import { withTrueAge } from '../../src/actions/with-true-age.ts';
import type { ProjectRecord } from '../../src/storage/kept-records.ts';

describe('the age of a file that holds more than the disk', () => {
  it('is as many changes as the disk lacks, and no later edit makes up for them', () => {
    const { file } = withTrueAge(recordOf(5, 8));
    expect(file?.revision).toBe(2);
    expect(withTrueAge(recordOf(1, 8)).file?.revision).toBe(0);
  });

  it('is left as it is where the file is no newer than the disk, or there is none', () => {
    const records = [recordOf(8, 8), recordOf(8, 3), { ...recordOf(8, 0), file: null }];
    for (const record of records) expect(withTrueAge(record)).toBe(record);
  });
});

function recordOf(revision: number, inFile: number): ProjectRecord {
  return {
    id: 'one',
    schema: 4,
    name: 'One',
    fictional: true,
    createdAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-02T00:00:00.000Z',
    revision,
    writer: '',
    contents: [],
    file: { at: '2026-01-02T00:00:00.000Z', revision: inFile },
  };
}
