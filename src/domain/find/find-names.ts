import { capitalised } from '../capitalised.ts';
import type { AreaTable } from '../geo/area-table.ts';
import { type Box, polygonBox, polygonCount } from '../geo/geometry.ts';
import { areaKindOf } from '../geo/gss-code.ts';
import type { AreaName, FindIndex } from './find-index.ts';
import type { FindResult } from './find-result.ts';
import { foldText } from './fold-text.ts';
import { matchName, NAME_RANKS, type NameRank } from './match-name.ts';
import type { NamedPlace } from './named-places.ts';

/** Areas and places called so, and how many there are of each. */
export interface FoundNames {
  readonly areas: readonly FindResult[];
  readonly areasTotal: number;
  readonly places: readonly FindResult[];
  readonly placesTotal: number;
}

/** Wards, other areas and named places that a text may mean, `most` of each, the best first. */
export function findNames(index: FindIndex, query: string, most: number): FoundNames {
  const folded = foldText(query);
  const areas = ranked(index.areaNames, (one) => matchName(one.folded, folded) ?? codeRank(one, folded));
  const places = ranked(index.places, (one) => matchName(one.folded, folded));
  // Wards first: everything is counted by them.
  const wardsFirst = [
    ...areas.filter((one) => one.fileName === null),
    ...areas.filter((one) => one.fileName !== null),
  ];
  return {
    areas: wardsFirst.slice(0, most).flatMap((one) => areaResult(one) ?? []),
    areasTotal: areas.length,
    places: places.slice(0, most).map(placeResult),
    placesTotal: places.length,
  };
}

/** Codes are found from four characters on: "e05" begins all of them. */
const SHORTEST_CODE = 4;

function codeRank({ foldedCode }: AreaName, folded: string): NameRank | null {
  if (folded === '') return null;
  const compact = folded.replaceAll(' ', '');
  if (foldedCode.replaceAll(' ', '') === compact) return 'exact';
  return compact.length >= SHORTEST_CODE && foldedCode.startsWith(compact) ? 'start' : null;
}

function ranked<T extends { readonly folded: string }>(
  all: readonly T[],
  rankOf: (one: T) => NameRank | null,
): T[] {
  const byRank = new Map<NameRank, T[]>(NAME_RANKS.map((rank) => [rank, []]));
  for (const one of all) {
    const rank = rankOf(one);
    if (rank) byRank.get(rank)?.push(one);
  }
  return [...byRank.values()].flatMap((list) =>
    list.sort((one, other) => (one.folded < other.folded ? -1 : one.folded > other.folded ? 1 : 0)),
  );
}

function placeResult({ name, box, fileName }: NamedPlace): FindResult {
  const isPoint = box[0] === box[2] && box[1] === box[3];
  return {
    kind: 'place',
    title: name,
    detail: `From ${fileName}`,
    lon: (box[0] + box[2]) / 2,
    lat: (box[1] + box[3]) / 2,
    box: isPoint ? null : box,
    wardCode: null,
    rows: [],
    asked: null,
  };
}

function areaResult({ code, name, table, area, fileName }: AreaName): FindResult | null {
  const box = areaBox(table, area);
  if (!box) return null;
  const isWard = fileName === null;
  const kind = areaKindOf(code) ?? 'area';
  return {
    kind: isWard ? 'ward' : 'area',
    title: name,
    detail: isWard
      ? `Ward ${code}`
      : `${kind === 'other area' ? 'Area' : capitalised(kind)} ${code}, from ${fileName}`,
    lon: (box[0] + box[2]) / 2,
    lat: (box[1] + box[3]) / 2,
    box,
    wardCode: isWard ? code : null,
    rows: [],
    asked: null,
  };
}

function areaBox(table: AreaTable, area: number): Box | null {
  let box: Box | null = null;
  for (let polygon = 0; polygon < polygonCount(table.polygons); polygon++) {
    if (table.polygonArea[polygon] !== area) continue;
    const own = polygonBox(table.polygons, polygon);
    if (own && box)
      box = [
        Math.min(box[0], own[0]),
        Math.min(box[1], own[1]),
        Math.max(box[2], own[2]),
        Math.max(box[3], own[3]),
      ];
    else box = own ?? box;
  }
  return box;
}
