import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { reachFile } from '../../src/formats/reach-file.ts';
import { radioChoices } from '../builders/link-ground.ts';
import { genericDevice } from '../builders/link-question.ts';
import { townPremises, townReach } from '../builders/town-reach.ts';

const reach = townReach();
const provenance = {
  definition: 'Premises that have no gigabit.',
  sources: 'Town, 2026',
  countedOn: '2026-11-27',
  remark: 'fictional',
  fingerprints: { inputs: 'a1', project: 'b2' },
};
const file = (format: 'csv' | 'geojson'): string =>
  reachFile({
    reach,
    premises: townPremises,
    device: genericDevice('generic-60-ghz-multipoint'),
    radio: radioChoices(),
    format,
    provenance,
  });

describe('a file of premises in reach', () => {
  it('has a line for every premises within the radius, and says what it was reckoned with', () => {
    const lines = file('csv').trim().split('\r\n');
    expect(lines).toHaveLength(reach.rows.row.length + 1);
    const header = lines[0].split(',');
    expect(header.slice(0, 7)).toEqual(['id', 'lon', 'lat', 'units', 'quality', 'reason', 'distance_m']);
    expect(header).toEqual(
      expect.arrayContaining(['site', 'antenna_above', 'radio', 'reckoned_with', 'definition']),
    );
    expect(lines[1]).toContain('rain rate R0.01');
    expect(lines[1]).toContain('(assumed)');
    expect(lines[1]).toContain('k 1.333333 (');
  });

  it('says what is long once, and on every line what tells lines of one file from another’s', () => {
    const { data } = Papa.parse<Record<string, string>>(file('csv'), { header: true, skipEmptyLines: true });
    expect(data.length).toBeGreaterThan(20);
    for (const [i, row] of data.entries()) {
      expect(row).toMatchObject({ site: 'Town Hall', counted_on: '2026-11-27', remark: 'fictional' });
      expect([row.reckoned_with, row.definition, row.sources, row.inputs_sha256].every(Boolean)).toBe(
        i === 0,
      );
      expect([row.reckoned_with, row.definition, row.sources, row.inputs_sha256].some(Boolean)).toBe(i === 0);
    }
    // The fastest rate as the device has it, no digit lost.
    const rates = reach.rows.megabitsPerSecond.filter((rate) => rate > 0);
    expect(data.some(({ rate_mbps }) => Number(rate_mbps) === Math.max(...rates))).toBe(true);
  });

  it('has the same as points', () => {
    const { features, ...members } = JSON.parse(file('geojson')) as {
      features: { geometry: { coordinates: number[] }; properties: Record<string, unknown> }[];
    } & Record<string, unknown>;
    expect(features).toHaveLength(reach.rows.row.length);
    const [first] = features;
    const row = reach.rows.row[0];
    expect(first.geometry.coordinates[0]).toBeCloseTo(townPremises.lon[row], 6);
    expect(first.properties.quality).toEqual(expect.any(String));
    expect(members).toMatchObject({
      name: 'Reach of Town Hall',
      site: 'Town Hall',
      counted_on: '2026-11-27',
    });
  });
});
