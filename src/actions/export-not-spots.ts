import type { NotSpotsFormat } from '../formats/not-spots-file.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';

/** A format in which the not-spots can be downloaded, and what a reader of such a file must know. */
export interface ExportFormat {
  readonly format: NotSpotsFormat;
  readonly label: string;
  readonly says: string;
  readonly type: string;
}

/** The formats on offer, the one that keeps the most first. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    format: 'geojson',
    label: 'GeoJSON',
    says: 'GeoJSON keeps numbers, text and places, and carries the definition, the sources and the date.',
    type: 'application/geo+json',
  },
  {
    format: 'csv',
    label: 'CSV table',
    says: 'CSV has no map shapes: places are the columns "lon" and "lat". It does not say that these are WGS84 degrees.',
    type: 'text/csv;charset=utf-8',
  },
  {
    format: 'kml',
    label: 'KML',
    says: 'KML keeps every value as text, so units and chances are no numbers in it. The definition stands in its description.',
    type: 'application/vnd.google-earth.kml+xml',
  },
  {
    format: 'gpkg',
    label: 'GeoPackage',
    says: 'GeoPackage keeps numbers, text and places. The definition, the sources and the date stand in its description.',
    type: 'application/geopackage+sqlite3',
  },
  {
    format: 'fgb',
    label: 'FlatGeobuf',
    says: 'FlatGeobuf keeps numbers, text and places, without an index. The definition stands in its description.',
    type: 'application/octet-stream',
  },
];

/** Downloads the not-spots as points with definition, sources and date. */
export async function exportNotSpots(
  context: AppContext,
  { format, type }: ExportFormat,
): Promise<DownloadOutcome> {
  const { project } = context.project.getState();
  const file = await context.compute.run((api, job, onStep) =>
    api.exportNotSpots(job, project, format, onStep),
  );
  return download(file, { project, what: 'not-spots', extension: format, type });
}
