import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';

export const LARGE_BOROUGH_PREMISES = 500_000;

/** Paths of the files of a generated borough of half a million premises (wards, premises, eleven footprints); made once. */
export async function largeBoroughFiles(): Promise<string[]> {
  const folder = join(projectRoot, '.cache', `borough-${LARGE_BOROUGH_PREMISES}`);
  if (!existsSync(join(folder, 'datapackage.json')))
    await main(['generate', '--premises', String(LARGE_BOROUGH_PREMISES), '--out', folder]);
  return readdirSync(folder)
    .filter((name) => /^(wards|premises|coverage-.*)\.(geojson|csv)$/.test(name))
    .map((name) => join(folder, name));
}
