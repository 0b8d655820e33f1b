import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { areasFromTable } from '../../../src/domain/geo/areas-from-table.ts';
import { checkSlivers } from '../../../src/domain/quality/check-slivers.ts';
import { hasWestminster, westminster } from '../../builders/count-westminster.ts';
import { projectOf } from '../../builders/project.ts';
import { memoryFile, readOne } from '../../formats/input-file.ts';

// Beside the repository lie wards of which another tool says: overlaps of 0.02 %, 53 slivers.
it.skipIf(!hasWestminster)(
  'finds the slivers of the Westminster wards (skipped where the wards are not there)',
  async () => {
    const file = memoryFile('wards.geojson', new Uint8Array(readFileSync(westminster.wards)));
    const { table } = await readOne(file, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    const { areas } = areasFromTable(table, { code: 'WD22CD' });
    const steps = checkSlivers({
      project: projectOf({}),
      placed: null,
      wards: { contentId: 'wards', areas },
      areasOf: () => areas,
    });
    let next = steps.next();
    while (!next.done) next = steps.next();
    const [note] = next.value;
    const [, gaps, , , overlapMetres] = /(\d+) gaps \(([\d,]+) m²\) and (\d+) overlaps \(([\d,]+) m²\)/
      .exec(note.text)
      ?.map((part) => Number(part.replaceAll(',', ''))) ?? [0, 0, 0, 0, 0];
    expect(gaps).toBeGreaterThanOrEqual(50);
    expect(gaps).toBeLessThanOrEqual(53);
    // 0.02 % of the 21.5 km² of Westminster.
    expect(overlapMetres / 21_500_000).toBeGreaterThan(0.00015);
    expect(overlapMetres / 21_500_000).toBeLessThan(0.00025);
  },
);
