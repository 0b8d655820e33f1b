import type { Feature, FeatureCollection } from 'geojson';
import { sourceLine } from '../domain/not-spots/provenance.ts';
import {
  FINGERPRINT_COLUMNS,
  type Fingerprints,
  fingerprintCells,
  fingerprintMembers,
} from '../domain/project/fingerprints.ts';
import type { Project } from '../domain/project/project.ts';
import type { Compared } from '../domain/releases/compared.ts';
import type { ReleaseChange } from '../domain/releases/comparison.ts';
import { writeCsv } from './csv.ts';

/** When the file is written (ISO day), and of what project; null where its fingerprints are not known. */
export interface Written {
  readonly writtenOn: string;
  readonly fingerprints: Fingerprints | null;
}

/** What changed between two releases as CSV: a line per id or area, with definition, both files and their sources. */
export function releaseChangesCsv(
  compared: Compared,
  project: Project,
  { writtenOn, fingerprints }: Written,
): string {
  const { definition, before, after, sources, remark } = provenance(compared, project);
  const header = [
    ...['id', 'outcome', 'before', 'after', 'units', 'ward_code', 'street', 'lon', 'lat'],
    ...['definition', 'earlier_release', 'later_release', 'sources', 'written_on', 'remark'],
    ...FINGERPRINT_COLUMNS,
  ];
  const rows = compared.changes.map((change) => [
    change.key,
    change.outcome,
    change.before,
    change.after,
    change.units,
    change.wardCode,
    change.street,
    degrees(change.lon),
    degrees(change.lat),
    ...[definition, before, after, sources, writtenOn, remark],
    ...fingerprintCells(fingerprints),
  ]);
  return writeCsv(header, rows);
}

/** What changed as GeoJSON points; what has no place has a null geometry. */
export function releaseChangesGeoJson(
  compared: Compared,
  project: Project,
  { writtenOn, fingerprints }: Written,
): string {
  const { definition, before, after, sources, remark } = provenance(compared, project);
  const collection: FeatureCollection<Feature['geometry'] | null> & Record<string, unknown> = {
    type: 'FeatureCollection',
    name: `${before} to ${after}`,
    definition,
    earlier_release: before,
    later_release: after,
    sources,
    written_on: writtenOn,
    remark,
    ...fingerprintMembers(fingerprints),
    unit: compared.comparison.unit,
    features: compared.changes.map((change) => ({
      type: 'Feature',
      geometry: Number.isNaN(change.lon)
        ? null
        : { type: 'Point', coordinates: [degrees(change.lon) ?? 0, degrees(change.lat) ?? 0] },
      properties: propertiesOf(change),
    })),
  };
  return `${JSON.stringify(collection)}\n`;
}

function propertiesOf({ key, outcome, before, after, units, wardCode, street }: ReleaseChange) {
  return { id: key, outcome, before, after, units, ward_code: wardCode, street };
}

function provenance({ comparison }: Compared, project: Project) {
  const name = ({ fileName, date }: { fileName: string; date: string | null }): string =>
    `${fileName} (${date ?? 'date not known'})`;
  const ids = [comparison.before.contentId, comparison.after.contentId];
  const datasets = project.datasets.filter(({ contentId }) => ids.includes(contentId));
  const what = comparison.column === null ? 'footprints or lists' : `column "${comparison.column}"`;
  const rounding =
    comparison.cannotTellPoints === null
      ? ''
      : ` Shares that moved by no more than ${comparison.cannotTellPoints} points, their rounding, are no change that can be told.`;
  const attributions = [...new Set(datasets.flatMap(({ source }) => source.attribution ?? []))];
  return {
    definition: `Differences between two releases in ${what}, joined by identifier; gained: ${comparison.words.gained}; lost: ${comparison.words.lost}.${rounding}`,
    before: name(comparison.before),
    after: name(comparison.after),
    sources: [...datasets.map(({ source }) => sourceLine(source)), ...attributions].join('; '),
    remark: [
      project.fictional ? 'fictional' : '',
      datasets.some(({ confidential }) => confidential) ? 'made from files marked confidential' : '',
    ]
      .filter(Boolean)
      .join('; '),
  };
}

/** Seven decimals: a centimetre; null where there is no place. */
function degrees(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 1e7) / 1e7;
}
