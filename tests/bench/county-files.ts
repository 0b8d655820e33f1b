import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Polygons, polygonCount } from '../../src/domain/geo/geometry.ts';
import type { County } from './county.ts';

/** A county's files, as a council has them. */
export interface CountyFiles {
  readonly wards: string;
  readonly premises: string;
  readonly footprints: readonly string[];
  /** Stands once the others are whole. */
  readonly done: string;
}

/** Where the files of a county in `folder` are. */
export function countyFiles(folder: string): CountyFiles {
  return {
    wards: join(folder, 'wards.geojson'),
    premises: join(folder, 'premises.csv'),
    footprints: [1, 2, 3, 4].map((i) => join(folder, `footprint-${i}.geojson`)),
    done: join(folder, 'done'),
  };
}

/**
 * Writes a made-up county into `folder`: wards and footprints as GeoJSON, premises as a CSV of nine columns (UPRN,
 * postcode, address, use …) of about 90 bytes a row, in the order they were made in, which is not that of the tiles.
 */
export function writeCountyFiles(county: County, folder: string): CountyFiles {
  mkdirSync(folder, { recursive: true });
  const { wards, footprints, premises } = county;
  const files = countyFiles(folder);
  writeShapes(files.wards, wards.polygons, (i) => `{"WD24CD":"${wards.codes[i]}","WD24NM":"Ward ${i + 1}"}`);
  for (const [i, path] of files.footprints.entries()) writeShapes(path, footprints[i], () => '{}');
  const rowAt = new Uint32Array(premises.count);
  premises.sourceRow.forEach((source, row) => {
    rowAt[source] = row;
  });
  writeLines(files.premises, function* () {
    yield 'uprn,postcode,easting,northing,address,use,building,longitude,latitude';
    for (let i = 0; i < premises.count; i++) {
      const street = Math.floor(i / 40);
      const postcode = `ZX${1 + (street % 89)} ${street % 10}${letter(street)}${letter(street >> 3)}`;
      const use = i % 12 === 0 ? 'business,shop' : i % 5 === 0 ? 'residential,flat' : 'residential,terraced';
      const place = `${premises.lon[rowAt[i]].toFixed(7)},${premises.lat[rowAt[i]].toFixed(7)}`;
      yield `${999_000_000_001 + i},${postcode},,,${1 + (i % 40)} Street ${street},${use},${place}`;
    }
  });
  writeFileSync(files.done, '');
  return files;
}

function writeShapes(path: string, polygons: Polygons, properties: (polygon: number) => string): void {
  const { coordinates, ringStarts, polygonStarts } = polygons;
  writeLines(path, function* () {
    yield '{"type":"FeatureCollection","features":[';
    for (let polygon = 0; polygon < polygonCount(polygons); polygon++) {
      const rings: string[] = [];
      for (let ring = polygonStarts[polygon]; ring < polygonStarts[polygon + 1]; ring++) {
        const points: string[] = [];
        for (let v = ringStarts[ring]; v < ringStarts[ring + 1]; v++)
          points.push(`[${coordinates[2 * v].toFixed(7)},${coordinates[2 * v + 1].toFixed(7)}]`);
        rings.push(`[${points.join(',')}]`);
      }
      const geometry = `{"type":"Polygon","coordinates":[${rings.join(',')}]}`;
      const comma = polygon + 1 < polygonCount(polygons) ? ',' : '';
      yield `{"type":"Feature","properties":${properties(polygon)},"geometry":${geometry}}${comma}`;
    }
    yield ']}';
  });
}

function writeLines(path: string, lines: () => Generator<string>): void {
  const file = openSync(path, 'w');
  let waiting: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (waiting.length > 0) writeSync(file, `${waiting.join('\n')}\n`);
    waiting = [];
    length = 0;
  };
  for (const line of lines()) {
    waiting.push(line);
    length += line.length;
    if (length > 1_000_000) flush();
  }
  flush();
  closeSync(file);
}

function letter(i: number): string {
  return String.fromCharCode(65 + (i % 26));
}
