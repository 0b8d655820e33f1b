import { BRITISH_NATIONAL_GRID_DEFINITION } from './british-national-grid.ts';
import { converterToDegrees } from './convert-coordinates.ts';
import {
  BRITISH_NATIONAL_GRID,
  BRITISH_NATIONAL_GRID_FEET,
  type CoordinateSystem,
  systemFromEpsg,
} from './coordinate-system.ts';
import { readWkt, type WktNode } from './wkt-node.ts';

/**
 * The system of a .prj file's or a GeoPackage's well-known text, WKT 1 or 2: by its code, else by its name, else as the
 * projection library reads it. Known systems come with our own datum parameters, which ESRI's texts leave out (100 m in
 * Britain). Null where the text is none or says nothing that can be converted. Needs `loadGrid`.
 */
export function systemFromWkt(text: string): CoordinateSystem | null {
  if (text.length > MAX_CHARACTERS) return null;
  const root = readWkt(text.replace(/^\uFEFF/, '').trim());
  const node = root && horizontalPart(root);
  if (!node) return null;
  const known = knownByCode(node) ?? knownByName(node);
  return (known && inUnits(known, node)) ?? readByLibrary(node, text);
}

const MAX_CHARACTERS = 20_000;
const PROJECTED = new Set(['PROJCS', 'PROJCRS', 'PROJECTEDCRS']);
const GEOGRAPHIC = new Set(['GEOGCS', 'GEOGCRS', 'GEOGRAPHICCRS', 'GEODCRS', 'GEODETICCRS']);
const WRAPPED = new Set(['COMPD_CS', 'COMPOUNDCRS', 'BOUNDCRS', 'SOURCECRS']);

/** The projected or geographic system itself, without a height system or a transformation around it. */
function horizontalPart(node: WktNode): WktNode | null {
  if (PROJECTED.has(node.keyword) || GEOGRAPHIC.has(node.keyword)) return node;
  if (!WRAPPED.has(node.keyword)) return null;
  for (const child of children(node)) {
    const part = horizontalPart(child);
    if (part) return part;
  }
  return null;
}

function children(node: WktNode): WktNode[] {
  return node.values.filter((value): value is WktNode => typeof value === 'object');
}

function knownByCode(node: WktNode): CoordinateSystem | null {
  for (const { keyword, values } of children(node)) {
    if (keyword !== 'AUTHORITY' && keyword !== 'ID') continue;
    const [authority, code] = values;
    if (typeof authority === 'string' && /^(?:EPSG|ESRI)$/i.test(authority))
      return systemFromEpsg(Number(code));
  }
  return null;
}

function knownByName(node: WktNode): CoordinateSystem | null {
  const name = String(node.values[0] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  const utm = /^(wgs1984|wgs84|etrs1989|etrs89)utmzone(\d{1,2})([ns])$/.exec(name);
  if (utm) {
    const base = utm[1].startsWith('etrs') ? 25_800 : utm[3] === 'n' ? 32_600 : 32_700;
    return systemFromEpsg(base + Number(utm[2]));
  }
  const code = CODE_BY_NAME.get(name);
  return code === undefined ? null : systemFromEpsg(code);
}

/** Names as ESRI, GDAL, QGIS, MapInfo and the EPSG registry write them, letters and digits only. */
const CODE_BY_NAME = new Map<string, number>([
  ['britishnationalgrid', 27_700],
  ['osgb1936britishnationalgrid', 27_700],
  ['osgb36britishnationalgrid', 27_700],
  ['britishnationalgridosgb36', 27_700],
  ['osgbgrid', 27_700],
  ['tm65irishgrid', 29_902],
  ['tm75irishgrid', 29_903],
  ['tm1965irishgrid', 29_902],
  ['irishgrid', 29_903],
  ['irishnationalgrid', 29_903],
  ['tm65irishnationalgrid', 29_900],
  ['osni1952irishnationalgrid', 29_901],
  ['irenet95irishtransversemercator', 2157],
  ['irenet95irishtranversemercator', 2157],
  ['irenet95irishtransversemercatoritm', 2157],
  ['irishtransversemercator', 2157],
  ['wgs1984webmercatorauxiliarysphere', 3857],
  ['wgs1984webmercator', 3857],
  ['wgs84pseudomercator', 3857],
  ['wgs84webmercator', 3857],
  ['popularvisualisationcrsmercator', 3857],
  ['googlemapsglobalmercator', 3857],
  ['gcswgs1984', 4326],
  ['wgs1984', 4326],
  ['wgs84', 4326],
  ['gcsetrs1989', 4258],
  ['etrs1989', 4258],
  ['etrs89', 4258],
  ['gcsosgb1936', 4277],
  ['osgb1936', 4277],
  ['osgb36', 4277],
  ['gcstm65', 4299],
  ['tm65', 4299],
  ['tm75', 4300],
  ['etrs1989laea', 3035],
  ['etrs89laea', 3035],
  ['etrs89laeaeurope', 3035],
  ['etrs89extendedlaeaeurope', 3035],
  ['etrs1989lcc', 3034],
  ['etrs89lcceurope', 3034],
  ['etrs89extendedlcceurope', 3034],
]);

/** A known system in the unit the text names; null where that is neither its own nor one we can state. */
function inUnits(system: CoordinateSystem, node: WktNode): CoordinateSystem | null {
  const unit = unitFactor(node);
  if (unit === null || GEOGRAPHIC.has(node.keyword)) return system;
  if (Math.abs(unit - 1) < 1e-9) return system;
  if (system.kind !== BRITISH_NATIONAL_GRID.kind) return null;
  return {
    ...BRITISH_NATIONAL_GRID_FEET,
    definition: `${BRITISH_NATIONAL_GRID_DEFINITION.replace(' +units=m', '')} +to_meter=${unit}`,
  };
}

/** Metres (or radians) in the unit of the system's axes; null where the text does not say. */
function unitFactor(node: WktNode): number | null {
  let factor: number | null = null;
  // The last one counts: in WKT 2 each axis may carry its own unit, and a unit for all follows the axes.
  for (const { keyword, values } of [...children(node), ...children(node).flatMap(axisUnits)]) {
    if (!UNITS.has(keyword) || typeof values[1] !== 'number') continue;
    factor ??= values[1];
  }
  return factor;
}

const UNITS = new Set(['UNIT', 'LENGTHUNIT', 'ANGLEUNIT']);

function axisUnits(node: WktNode): WktNode[] {
  return node.keyword === 'AXIS' ? children(node) : [];
}

function readByLibrary(node: WktNode, text: string): CoordinateSystem | null {
  const unit = unitFactor(node);
  const isDegrees = unit === null || Math.abs(unit - Math.PI / 180) < 1e-6;
  if (GEOGRAPHIC.has(node.keyword) && !isDegrees) return null;
  const system: CoordinateSystem = {
    kind: 'other',
    name: String(node.values[0] ?? '').replaceAll('_', ' ') || 'a system without a name',
    epsg: null,
    definition: text.replace(/^\uFEFF/, '').trim(),
  };
  try {
    const [lon, lat] = converterToDegrees(system)(1, 1);
    return Number.isFinite(lon) && Number.isFinite(lat) ? system : null;
  } catch {
    return null;
  }
}
