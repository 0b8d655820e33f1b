import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { holderOf, readAreas, readRows } from './count-areas.ts';

const data = join(projectRoot, '..', 'shared', 'data');

/** The real pilot's three files; they stand beside the repository, or nowhere. */
export const westminster = {
  wards: join(data, 'boundaries', 'westminster_wards_2022_generalised.geojson'),
  postcodes: join(data, 'premises', 'codepoint_open_2025-11_westminster_E09000033.csv'),
  shares: join(data, 'coverage', 'westminster_lsoa21_gigabit_cn2025.geojson'),
};

/** Whether the three files are there. A test that skips says so by its own name. */
export const hasWestminster = Object.values(westminster).every((path) => existsSync(path));

/** A place's postcodes, those in no LSOA, and the bands of covered and of not-spots. */
export interface WestminsterCount {
  units: number;
  notKnown: number;
  covered: Band;
  notSpots: Band;
}

export interface Band {
  low: number;
  mid: number;
  high: number;
}

/**
 * Westminster's counts by Turf, plain loops and whole numbers: nothing of ours is used. By ward code, then 'outside' and
 * 'total'. Edges count as inside, and where areas meet or overlap the lowest code has the postcode. Shares are printed
 * to a tenth of a percent, so half a tenth to each side is possible.
 */
export function countWestminster(): Map<string, WestminsterCount> {
  const wards = readAreas(westminster.wards, 'WD22CD');
  const lsoas = readAreas(westminster.shares, 'code');
  const rows = readRows(westminster.postcodes);
  const counts = new Map<string, WestminsterCount>();
  for (const code of [...wards.map((ward) => ward.code), 'outside', 'total']) counts.set(code, nothing());
  const inLsoa = new Map<string, { tenths: number; units: number; parts: Map<string, number> }>();
  for (const row of rows) {
    const point = [Number(row.lon), Number(row.lat)];
    const place = holderOf(wards, point)?.code ?? 'outside';
    const lsoa = holderOf(lsoas, point);
    for (const one of [place, 'total']) {
      const count = countOf(counts, one);
      count.units++;
      if (!lsoa) count.notKnown++;
    }
    if (!lsoa) continue;
    const area = inLsoa.get(lsoa.code) ?? {
      tenths: Math.round(Number(lsoa.properties.gigabit) * 10),
      units: 0,
      parts: new Map(),
    };
    area.units++;
    area.parts.set(place, (area.parts.get(place) ?? 0) + 1);
    inLsoa.set(lsoa.code, area);
  }
  for (const { tenths, units, parts } of inLsoa.values()) {
    for (const [place, part] of [...parts, ['total', units] as const]) {
      const count = countOf(counts, place);
      add(count.covered, bandOf(2 * tenths, units, part));
      add(count.notSpots, bandOf(2000 - 2 * tenths, units, part));
    }
  }
  return counts;
}

/** `share` in two-thousandths: a printed tenth of a percent is two of them, the rounding one to each side. */
function bandOf(share: number, units: number, part: number): Band {
  const least = Math.max(0, share - 1) * units;
  const most = Math.min(2000, share + 1) * units;
  return {
    low: Math.max(0, Math.floor(least / 2000) - (units - part)),
    mid: (share * part) / 2000,
    high: Math.min(part, Math.ceil(most / 2000)),
  };
}

function add(to: Band, band: Band): void {
  to.low += band.low;
  to.mid += band.mid;
  to.high += band.high;
}

function countOf(counts: ReadonlyMap<string, WestminsterCount>, place: string): WestminsterCount {
  const count = counts.get(place);
  if (!count) throw new Error(`No count for ${place}.`);
  return count;
}

function nothing(): WestminsterCount {
  const none = (): Band => ({ low: 0, mid: 0, high: 0 });
  return { units: 0, notKnown: 0, covered: none(), notSpots: none() };
}
