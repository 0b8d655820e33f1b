import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeOpenFile } from '../../geodata/open-files.ts';
import { useCommandRun } from '../builders/command-run.ts';

const run = useCommandRun();

it('a hole of two corners is left out of an open file, since no reader takes it', async () => {
  const square: [number, number][] = [
    [482000, 338000],
    [482100, 338000],
    [482100, 338100],
  ];
  const polygons = [[square, square.slice(0, 2)]];
  await writeOpenFile(run.folder, {
    fileName: 'footprint.geojson',
    columns: ['operator'],
    rows: [{ cells: ['Corvid'], shape: { kind: 'polygons', polygons } }],
  });
  const { features } = JSON.parse(readFileSync(join(run.folder, 'footprint.geojson'), 'utf8'));
  expect(features[0].geometry.coordinates.map((ring: unknown[]) => ring.length)).toEqual([4]);
});
