import { fingerprintMembers } from '../domain/project/fingerprints.ts';
import { writeCsv } from './csv.ts';
import { geoJsonPieces, type WritableFeature } from './geojson.ts';
import { type CountedPremises, notSpotFeatures } from './not-spot-features.ts';
import type { Provenance } from './provenance-columns.ts';
import { PROVENANCE_COLUMNS, provenanceCells } from './provenance-columns.ts';
import type { OpenDatabase } from './sqlite-database.ts';
import { writeKml } from './write-kml.ts';

/** The formats in which not-spots can leave, by the ending of their files. */
export type NotSpotsFormat = 'geojson' | 'csv' | 'kml' | 'gpkg' | 'fgb';

/** What a file of not-spots is made of. */
export interface NotSpotsFile extends CountedPremises {
  readonly format: NotSpotsFormat;
  readonly provenance: Provenance;
}

/** What the making of a file needs: databases are opened by `openDatabase`, the signal stops it. */
export interface WritingWith {
  readonly openDatabase: OpenDatabase;
  readonly signal: AbortSignal;
}

/**
 * The not-spots (as `notSpotFeatures` tells) as a file in WGS84 degrees. Definition, sources and date stand in it: as
 * members of GeoJSON, on every line of CSV, in the description of the others. Throws the signal's reason on an abort.
 */
export async function notSpotsFile(file: NotSpotsFile, given: WritingWith): Promise<string | Uint8Array> {
  const pieces = await notSpotsPieces(file, given);
  const [first, ...rest] = pieces;
  return typeof first === 'string' ? [first, ...rest].join('') : first;
}

/** The same in pieces, end to end: GeoJSON's are made one by one as they are asked for. Bytes are one piece. */
export async function notSpotsPieces(
  file: NotSpotsFile,
  { openDatabase, signal }: WritingWith,
): Promise<Iterable<string | Uint8Array>> {
  signal.throwIfAborted();
  const { format, analysis, provenance } = file;
  const features = notSpotFeatures(file);
  const name = `Not-spots: ${analysis.recipeText}`;
  const description = descriptionOf(file);
  switch (format) {
    case 'geojson':
      return geoJsonPieces(features, {
        name,
        definition: provenance.definition,
        sources: provenance.sources,
        counted_on: provenance.countedOn,
        remark: provenance.remark,
        ...fingerprintMembers(provenance.fingerprints),
        unit: analysis.unit,
      });
    case 'csv':
      return [notSpotsCsv([...features], file)];
    case 'kml':
      return [
        writeKml(
          Array.from(features, (feature) => ({ ...feature, name: String(feature.properties.id) })),
          { name, description: `${description} KML keeps every value as text.` },
        ),
      ];
    case 'gpkg': {
      const { writeGeoPackage } = await import('./geopackage-write.ts');
      const layer = {
        name: 'not_spots',
        description: `${name}. ${description}`,
        columns: COLUMNS,
        features: [...features],
      };
      return [await writeGeoPackage([layer], openDatabase, { signal, date: new Date(provenance.countedOn) })];
    }
    case 'fgb': {
      const { writeFlatGeobuf } = await import('./flatgeobuf-write.ts');
      return [writeFlatGeobuf(name, [...features], description)];
    }
  }
}

const COLUMNS = ['id', 'units', 'ward_code', 'answer', 'expected'] as const;

function notSpotsCsv(features: readonly WritableFeature[], { analysis, provenance }: NotSpotsFile): string {
  const told = [analysis.unit, ...provenanceCells(analysis.recipeText, provenance)];
  return writeCsv(
    [...COLUMNS, 'lon', 'lat', 'unit', ...PROVENANCE_COLUMNS],
    features.map(({ geometry, properties }) => {
      const [lon, lat] = (geometry ? geometry.coordinates : [null, null]) as (number | null)[];
      return [...COLUMNS.map((column) => cell(properties[column])), lon, lat, ...told];
    }),
  );
}

function cell(value: WritableFeature['properties'][string] | undefined): string | number {
  return typeof value === 'number' ? value : String(value ?? '');
}

function descriptionOf({ analysis, provenance }: NotSpotsFile): string {
  const { definition, sources, countedOn, remark, fingerprints } = provenance;
  return [
    `Definition: ${definition}.`,
    `Sources: ${sources}.`,
    `Counted on ${countedOn} in ${analysis.unit}.`,
    remark === '' ? '' : `Remark: ${remark}.`,
    fingerprints ? `Inputs SHA-256 ${fingerprints.inputs}, project SHA-256 ${fingerprints.project}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
