import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeFile } from '../../../src/cli/node-file.ts';
import { networkFromTables } from '../../../src/domain/streets/network-from-tables.ts';
import { EDGE_KINDS } from '../../../src/domain/streets/street-network.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import { ended, findingOf } from '../../builders/street-files.ts';
import { quietly, readOne } from '../../formats/input-file.ts';

const STREETS = '../shared/data/roads/covent_garden_holborn_osm_highways_2017.geojson';

test.skipIf(!existsSync(STREETS))(
  'streets of Covent Garden hang together, and of what they are made nothing is known (skipped without ../shared)',
  async () => {
    const { table } = await readOne(await nodeFile(STREETS), quietly());
    const { roles } = suggestRoles(table);
    const files = { fibrePoints: [], ducts: [], restrictions: [] };
    const network = ended(networkFromTables({ ...files, streets: [{ table, roles, source: null }] }));
    const { report, edgeCount } = network;
    expect(report.lines).toBe(1220);
    expect(report.components[0] / edgeCount).toBeGreaterThan(0.99);
    // 63.5 km as measured on the ellipsoid by another program's sum over the file's segments.
    expect(report.metres).toBeGreaterThan(62_500);
    expect(report.metres).toBeLessThan(64_500);
    expect([...network.surfaces].every((code) => code === 0)).toBe(true);
    expect([...network.kinds].every((code) => EDGE_KINDS[code] === 'street')).toBe(true);
    for (const words of ['surfaces of', 'levels of', 'names of', 'whether there is a bridge on'])
      expect(report.notKnown).toContain(`${words} 1,220 of 1,220 lines`);
    expect(network.streets.every(({ name }) => name === null)).toBe(true);
    expect(network.barriers).toEqual([]);
    // Subways under Kingsway and the like: lines cross that the file does not tell apart.
    expect(findingOf(network, 'SPLIT_AT_CROSSING')?.count).toBeGreaterThan(10);
    expect(findingOf(network, 'TOUCHES_NOTHING')?.count).toBe(report.components.length - 1);
  },
);
