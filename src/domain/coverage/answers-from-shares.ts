import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { type Found, findOwner, NO_OWNER } from '../geo/polygon-index.ts';
import { type PremisesTable, premisesCell, unitsAt } from '../premises/premises-table.ts';
import type { TextColumn } from '../tables/text-column.ts';
import type { ShareAnswers } from './layer-answers.ts';
import type { ShareCoverage } from './layer-data.ts';

/**
 * Places every premises in its area of a share layer: by shape where the layer has shapes (edges: lowest code), else by
 * the code the premises carry in `joinColumn`, compared without spaces and in one case.
 */
export function placeInShares(shares: ShareCoverage, premises: PremisesTable): ShareAnswers {
  const area = shares.areas ? areasByShape(shares, premises) : areasByCode(shares, premises);
  const unitsInArea = new Float64Array(shares.codes.length);
  for (let i = 0; i < premises.count; i++) {
    if (area[i] < 0) continue;
    if (Number.isNaN(shares.percent[area[i]])) area[i] = -1;
    else unitsInArea[area[i]] += unitsAt(premises, i);
  }
  return {
    kind: 'share',
    area,
    codes: shares.codes,
    percent: shares.percent,
    step: shares.step,
    unitsInArea,
  };
}

/** Codes are compared so: 'sw1a 2aa' is 'SW1A2AA'. */
export function foldCode(code: string): string {
  return code.replaceAll(' ', '').toUpperCase();
}

function areasByShape(shares: ShareCoverage, premises: PremisesTable): Int32Array {
  const area = new Int32Array(premises.count).fill(-1);
  const { areas } = shares;
  if (!areas) return area;
  const numbers = new Map(shares.codes.map((code, i) => [foldCode(code), i]));
  const shareOfArea = areas.codes.map((code) => numbers.get(foldCode(code)) ?? -1);
  const index = buildPolygonIndex(areas.polygons, { owners: areas.polygonArea });
  const found: Found = { owner: NO_OWNER, twice: false };
  for (let i = 0; i < premises.count; i++) {
    findOwner(index, premises.lon[i], premises.lat[i], found);
    if (found.owner !== NO_OWNER) area[i] = shareOfArea[found.owner];
  }
  return area;
}

function areasByCode(shares: ShareCoverage, premises: PremisesTable): Int32Array {
  const area = new Int32Array(premises.count).fill(-1);
  const column = joinColumnOf(shares, premises);
  if (!column) return area;
  const numbers = new Map(shares.codes.map((code, i) => [foldCode(code), i]));
  for (let i = 0; i < premises.count; i++)
    area[i] = numbers.get(foldCode(premisesCell(premises, column, i))) ?? -1;
  return area;
}

function joinColumnOf(shares: ShareCoverage, premises: PremisesTable): TextColumn | undefined {
  if (shares.joinColumn === premises.ids.name) return premises.ids;
  return premises.columns.find((column) => column.name === shares.joinColumn);
}
