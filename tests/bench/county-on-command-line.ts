import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { makeCounty } from './county.ts';
import { type CountyFiles, countyFiles, writeCountyFiles } from './county-files.ts';
import { type Figure, limitFigure } from './figure.ts';
import { inChild } from './in-child.ts';

const PREMISES = 3_500_000;
const folder = join(projectRoot, '.cache', 'bench', `county-${PREMISES}`);

/**
 * Asked (product.md): 3.5 million premises analysed without a screen in one process in less than 1 GB. The files of a
 * made-up county (premises as a CSV of nine columns, wards and four footprints as GeoJSON) go through the command line
 * as anybody's would, and its four files are written. Decided: text columns that nothing asks for are let go before the
 * positions are read, and not-spots are written piece by piece.
 */
export async function benchCountyOnCommandLine(millisecondsLeft: number): Promise<Figure[]> {
  const ends = performance.now() + millisecondsLeft;
  if (!existsSync(countyFiles(folder).done)) await inChild('county-files', { millisecondsLeft });
  const { answer, peakMegabytes } = await inChild<number>('county-analyse', {
    millisecondsLeft: ends - performance.now(),
  });
  const what = 'notspot analyse, 3.5 million premises × 700 wards × 4 footprints, files read and written';
  return [
    limitFigure({ row: '1b', what, value: answer / 1000, most: null, unit: 's' }),
    limitFigure({ row: '1b', what: 'its resident maximum', value: peakMegabytes, most: 1000, unit: 'MB' }),
  ];
}

/** Makes the files; kept for the next bench. */
export function makeCountyFiles(): CountyFiles {
  return writeCountyFiles(
    makeCounty({ premises: PREMISES, wards: 700, footprintVertices: 200_000, seed: 1 }),
    folder,
  );
}

/** Runs the command in this process; milliseconds. Throws where it fails. */
export async function analyseCountyFiles(): Promise<number> {
  const { wards, premises, footprints } = countyFiles(folder);
  const keys = ['gigabit', '5g-a', '5g-b', '5g-c'];
  const coverage = footprints.flatMap((path, i) => ['--coverage', `${keys[i]}=${path}`]);
  const began = performance.now();
  const code = await main([
    'analyse',
    ...['--wards', wards, '--premises', premises, ...coverage],
    ...['--recipe', 'no gigabit', '--out', join(folder, 'out')],
  ]);
  if (code !== 0) throw new Error(`notspot analyse ended with ${code}.`);
  return performance.now() - began;
}
