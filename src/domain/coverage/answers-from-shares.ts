import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { type Found, findOwner, NO_OWNER } from '../geo/polygon-index.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import { idKey } from '../tables/id-key.ts';
import { keyReader } from './key-join.ts';
import type { ShareAnswers } from './layer-answers.ts';
import type { ShareCoverage } from './layer-data.ts';

/**
 * Places every premises in its area of a share layer: by shape where the layer has shapes (edges: lowest code), else by
 * the code that `keyAt` gives for a row, or the one the premises carry in `joinColumn`, compared by `idKey`.
 */
export function placeInShares(
  shares: ShareCoverage,
  premises: PremisesTable,
  keyAt?: (row: number) => string,
): ShareAnswers {
  const area = shares.areas ? areasByShape(shares, premises) : areasByCode(shares, premises, keyAt);
  const unitsInArea = new Float64Array(shares.codes.length);
  for (let i = 0; i < premises.count; i++) {
    if (area[i] < 0) continue;
    if (!isKnown(shares, area[i])) area[i] = -1;
    else unitsInArea[area[i]] += unitsAt(premises, i);
  }
  return {
    kind: 'share',
    area,
    codes: shares.codes,
    percent: shares.percent,
    step: shares.step,
    ...(shares.exactly ? { exactly: shares.exactly } : {}),
    unitsInArea,
  };
}

/** Whether an area's share is known; of shares by number of operators all must be. */
function isKnown({ percent, exactly }: ShareCoverage, area: number): boolean {
  if (Number.isNaN(percent[area])) return false;
  return !exactly?.some((column) => Number.isNaN(column[area]));
}

function areasByShape(shares: ShareCoverage, premises: PremisesTable): Int32Array {
  const area = new Int32Array(premises.count).fill(-1);
  const { areas } = shares;
  if (!areas) return area;
  const numbers = new Map(shares.codes.map((code, i) => [idKey(code), i]));
  const shareOfArea = areas.codes.map((code) => numbers.get(idKey(code)) ?? -1);
  const index = buildPolygonIndex(areas.polygons, { owners: areas.polygonArea });
  const found: Found = { owner: NO_OWNER, twice: false };
  for (let i = 0; i < premises.count; i++) {
    findOwner(index, premises.lon[i], premises.lat[i], found);
    if (found.owner !== NO_OWNER) area[i] = shareOfArea[found.owner];
  }
  return area;
}

function areasByCode(
  shares: ShareCoverage,
  premises: PremisesTable,
  keyAt?: (row: number) => string,
): Int32Array {
  const area = new Int32Array(premises.count).fill(-1);
  const { joinColumn } = shares;
  const read =
    keyAt ?? (joinColumn === null ? null : keyReader({ kind: 'column', name: joinColumn }, premises));
  if (!read) return area;
  const numbers = new Map(shares.codes.map((code, i) => [idKey(code), i]));
  numbers.delete('');
  for (let i = 0; i < premises.count; i++) area[i] = numbers.get(read(i)) ?? -1;
  return area;
}
