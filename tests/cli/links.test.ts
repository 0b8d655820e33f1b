import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { writeDeviceCatalogue } from '../../src/formats/device-catalogue.ts';
import { readRows } from '../builders/count-areas.ts';
import { genericDevice } from '../builders/link-question.ts';
import { runCommand } from '../builders/run-command.ts';
import { townFootprints, townGround, townPlace, townSurface } from '../builders/small-town-files.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

const HEAD = 'from_id,from_lon,from_lat,from_height_m,to_id,to_lon,to_lat,to_height_m';
function row(
  from: string,
  [x, y, z]: readonly number[],
  to: string,
  [toX, toY, toZ]: readonly number[],
): string {
  const [one, other] = [townPlace(x, y), townPlace(toX, toY)];
  return [from, one.lon, one.lat, z, to, other.lon, other.lat, toZ].join(',');
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-links-'));
  writeFileSync(
    at('dsm.tif'),
    townSurface((x, y) => x < 10 && y < 10),
  );
  writeFileSync(at('dtm.tif'), townGround());
  writeFileSync(at('houses.geojson'), townFootprints());
  writeFileSync(at('radio.json'), writeDeviceCatalogue([genericDevice('generic-60-ghz-multipoint')]));
  writeFileSync(at('radios.json'), writeDeviceCatalogue(GENERIC_DEVICES));
  writeFileSync(
    at('links.csv'),
    [
      HEAD,
      row('tower', [60.5, 60.5, 33], 'street', [45, 45, 5]),
      row('depot', [29.5, 29.5, 12], 'school', [60.5, 29.5, 12]),
      row('depot', [25, 25, 12], 'library', [25, 95, 3]),
      row('depot', [25, 25, 12], 'depot too', [28, 28, 12]),
      row('depot', [25, 25, 12], 'depot', [25, 25, 20]),
      row('depot', [25, 25, 12], 'hole', [5, 5, 12]),
      row('depot', [25, 25, 12], 'outside', [300, 5, 12]),
      'depot,-0.1,,12,odd,-0.1,51.5,3',
    ].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (over: Readonly<Record<string, string | null>> = {}) => {
  const options: Record<string, string | null> = {
    input: at('links.csv'),
    surface: at('dsm.tif'),
    ground: at('dtm.tif'),
    'heights-above': 'ground',
    device: at('radio.json'),
    'own-roof-m': '0',
    out: at('out.csv'),
    ...over,
  };
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`--${name}`, value],
  );
  return runCommand(['links', ...words]);
};

describe('notspot links', () => {
  it('writes a row per link, in order, each judged or with a reason, and prints what it reckoned with', async () => {
    const { code, printed, told } = await run({ buildings: at('houses.geojson') });
    expect(told).not.toMatch(/not read|error/i);
    expect(code).toBe(0);
    const rows = readRows(at('out.csv'));
    expect(rows.map((one) => [one.from_id, one.to_id, one.class])).toEqual([
      ['tower', 'street', 'clear'],
      ['depot', 'school', 'clear'],
      ['depot', 'library', 'blocked'],
      ['depot', 'depot too', 'no link'],
      ['depot', 'depot', 'no link'],
      ['depot', 'hole', 'not known'],
      ['depot', 'outside', 'not known'],
      ['depot', 'odd', 'not read'],
    ]);
    const [first, , blocked, sameHouse, samePlace, hole, outside, odd] = rows;
    expect(Number(first.distance_m)).toBeCloseTo(Math.hypot(15.5, 15.5), 1);
    expect(first).toMatchObject({
      from_antenna_m: '35',
      to_antenna_m: '7',
      counts_as_gigabit: 'yes',
      reason: '',
    });
    const losses = ['free_space_db', 'oxygen_db', 'water_vapour_db', 'rain_db', 'diffraction_db'];
    for (const name of losses) expect(Number(first[name])).toBeGreaterThanOrEqual(0);
    // What is sent and received by the catalogue, less the losses that are printed: 16 + 30 + 30.
    const lost = losses.reduce((sum, name) => sum + Number(first[name]), 0);
    const turnedDown = 16 + 30 + 30 - lost - Number(first.level_dbm);
    expect(turnedDown).toBeGreaterThanOrEqual(-0.05);
    expect(Number(first.snr_db)).toBeCloseTo(Number(first.level_dbm) - Number(first.noise_dbm), 1);
    expect(Number(blocked.clearance_m)).toBeLessThan(0);
    expect(Number(blocked.diffraction_db)).toBeGreaterThan(10);
    for (const one of [sameHouse, samePlace, hole, outside, odd]) {
      expect(one.level_dbm).toBe('');
      expect(one.rate_mbps).toBe('');
      expect(one.reason).not.toBe('');
    }
    expect(sameHouse.reason).toMatch(/on one building/);
    expect(samePlace.reason).toMatch(/at one place/);
    expect(odd.reason).toMatch(/^Data row 8: from_lat "" is no number/);
    for (const line of [
      /^heights of antennas: above ground$/m,
      /^k: 1\.33333 \(Rec\. ITU-R P\.530-18/m,
      /^rain rate R0\.01: 26\.5 mm\/h \(assumed\)$/m,
      /^rain worse than reckoned with: 0\.01 % of the year/m,
      /^air: 1013\.25 hPa, 288\.15 K, 7\.5 g\/m³/m,
      /^own roof: nothing blocks within: 0 m of either antenna \(stated by --own-roof-m\)$/m,
      /^8 links: 2 clear, 1 blocked, 2 no link, 2 not known, 1 not read; 2 count as gigabit\.$/m,
    ])
      expect(printed).toMatch(line);
  });

  it('takes k, rain and the device of several from the command line', async () => {
    await run();
    const before = Number(readRows(at('out.csv'))[0].rain_db);
    const { code } = await run({
      'rain-rate': '60',
      k: '0.6667',
      device: `${at('radios.json')}#generic-60-ghz-multipoint`,
    });
    expect(code).toBe(0);
    const [after] = readRows(at('out.csv'));
    expect(Number(after.rain_db)).toBeGreaterThan(before);
    expect(after.k).toBe('0.6667');
    const bad = await run({ 'rain-rate': 'heavy' });
    expect([bad.code, bad.told]).toEqual([
      2,
      expect.stringMatching(/--rain-rate heavy: give a number from 0 to 250 mm\/h/),
    ]);
  });

  it.each([
    [{ 'heights-above': 'ground', ground: null }, 2, /needs a ground model: give one with --ground/],
    [{ 'heights-above': 'roof' }, 2, /say ground, surface or sea/],
    [{ 'heights-above': null }, 2, /--heights-above is missing/],
    [{ surface: null }, 2, /--surface is missing/],
    [{ device: null }, 2, /--device is missing/],
    [{ out: null }, 2, /--out is missing/],
    [{ nonsense: '1' }, 2, /nonsense/],
    [{ 'premises-mast-m': '3' }, 2, /premises-mast-m/],
    [{ 'leaf-margin-m': '3' }, 2, /--leaf-margin-m is added over trees/],
    [
      { canopy: 'trees.tif', ground: null, 'heights-above': 'sea' },
      2,
      /--canopy is counted above the ground/,
    ],
  ] as const)('is told what to give: %j', async (over, wanted, words) => {
    const { code, told } = await run(over as Record<string, string | null>);
    expect(code).toBe(wanted);
    expect(told).toMatch(words);
  });

  it('refuses files that are not what they should be, by name and remedy', async () => {
    const several = await run({ device: at('radios.json') });
    expect([several.code, several.told]).toEqual([1, expect.stringMatching(/holds 5 devices: .*Say which/)]);
    const generic = await run({ device: 'generic-5.8-ghz' });
    expect([generic.code, generic.printed]).toEqual([
      0,
      expect.stringMatching(/^device: 5\.8 GHz .*assumed: /m),
    ]);
    const none = await run({ device: `${at('radios.json')}#x` });
    expect(none.told).toMatch(/holds no device "x"/);
    writeFileSync(at('short.csv'), 'from_id,to_id\na,b\n');
    const short = await run({ input: at('short.csv') });
    expect([short.code, short.told]).toEqual([
      1,
      expect.stringMatching(/short\.csv: there is no column "from_lon"/),
    ]);
    const away = await run({ surface: at('away.tif') });
    expect([away.code, away.told]).toEqual([1, expect.stringMatching(/away\.tif: there is no such file/)]);
    writeFileSync(at('far.csv'), `${HEAD}\na,-3,55,10,b,-3.001,55,10\n`);
    const far = await run({ input: at('far.csv') });
    expect([far.code, far.told]).toEqual([1, expect.stringMatching(/holds no heights of the area asked/)]);
  });

  it('explains itself', async () => {
    const { code, told } = await runCommand(['links', '--help']);
    expect(code).toBe(0);
    expect(told).toMatch(/--heights-above A/);
    expect(readFileSync(at('out.csv'), 'utf8').split('\r\n')[0]).toMatch(/^from_id,to_id,class,distance_m/);
  });
});
