import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';

export const LARGE_BOROUGH_PREMISES = 500_000;

/** Paths of the files of a generated borough of half a million premises (wards, premises, eleven footprints); made once. */
export function largeBoroughFiles(): Promise<string[]> {
  return boroughFiles(LARGE_BOROUGH_PREMISES);
}

/** The same of as many premises as are asked for. */
export async function boroughFiles(premises: number): Promise<string[]> {
  const folder = join(projectRoot, '.cache', `borough-${premises}`);
  if (!existsSync(join(folder, 'datapackage.json')))
    await main(['generate', '--premises', String(premises), '--out', folder]);
  return readdirSync(folder)
    .filter((name) => /^(wards|premises|coverage-.*)\.(geojson|csv)$/.test(name))
    .map((name) => join(folder, name));
}
