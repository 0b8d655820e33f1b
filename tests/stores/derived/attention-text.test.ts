import { expect, it } from 'vitest';
import { attentionText, needsAttention } from '../../../src/stores/derived/attention-text.ts';
import type { ImportedFile } from '../../../src/stores/import-store.ts';
import { Compute } from '../../../src/workers/compute.ts';

async function imported(name: string, content: string): Promise<ImportedFile> {
  const outcome = await new Compute().readFile('read', new File([content], name), () => undefined);
  if (outcome.state !== 'done') throw new Error('The file is not read.');
  const [{ report, taken }] = outcome.value;
  return { report, contentId: 'file-1', role: taken?.suggestion.role ?? null, why: '' };
}

const HEAD = 'street,kind,from,until\n';
const GOOD = 'Mill Lane,section 58,2026-01-01,2029-01-31\n';

it('a table of restrictions with bad rows needs a look, and says how many', async () => {
  const good = await imported('restr.csv', HEAD + GOOD);
  expect(good.role).toBe('restrictions');
  expect(good.report.issues).toEqual([]);
  expect(needsAttention(good)).toBe(false);
  const bad = await imported(
    'restr.csv',
    `${HEAD}${GOOD}Mill Lane,section 58,,31/02/2030\nA,permit,soon,never\nB,lane rental,2030-01-01,2025-01-01\nC,nonsense,,\n`,
  );
  expect(bad.role).toBe('restrictions');
  expect(bad.report.issues.map(({ code, count, examples }) => [code, count, examples[0]])).toEqual([
    ['BAD_DATE', 2, 'data row 2: until "31/02/2030"'],
    ['DATES_REVERSED', 1, 'data row 4: from "2030-01-01" until "2025-01-01"'],
    ['UNKNOWN_RESTRICTION', 1, 'data row 5: "nonsense"'],
  ]);
  expect(needsAttention(bad)).toBe(true);
  expect(attentionText(bad)).toBe('Street restrictions: 5 rows read, 4 used, 3 repaired, 1 left out');
});

it('points called streets need a look', async () => {
  const point = { type: 'Point', coordinates: [-1.5, 53] };
  const file = await imported(
    'streets_points.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { ref: 'x' }, geometry: point }],
    }),
  );
  expect(needsAttention(file)).toBe(true);
  expect(attentionText(file)).toBe(
    'Map background: if these are streets, give them as lines: these are points',
  );
});
