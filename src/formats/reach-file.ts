import type { PremisesTable } from '../domain/premises/premises-table.ts';
import {
  FINGERPRINT_COLUMNS,
  type Fingerprints,
  fingerprintMembers,
} from '../domain/project/fingerprints.ts';
import type { Sourced } from '../domain/project/sourced.ts';
import type { DeviceProfile } from '../domain/radio/device.ts';
import type { RadioChoices } from '../domain/radio/radio-choices.ts';
import type { ReachAnswer } from '../domain/radio/reach-answer.ts';
import { writeCsv } from './csv.ts';
import { type WritableFeature, writeGeoJson } from './geojson.ts';
import { REACH_COLUMNS, type ReachCell, reachCells } from './reach-csv.ts';

/** What a file of premises in reach is made of. */
export interface ReachFile {
  readonly reach: ReachAnswer;
  readonly premises: PremisesTable;
  readonly device: DeviceProfile;
  readonly radio: RadioChoices;
  readonly format: 'csv' | 'geojson';
  readonly provenance: {
    /** What counts as a not-spot; '' where nothing is counted. */
    readonly definition: string;
    readonly sources: string;
    /** ISO date. */
    readonly countedOn: string;
    readonly remark: string;
    readonly fingerprints: Fingerprints | null;
  };
}

/**
 * The premises within the radius with how each is reached and why not, WGS84 degrees. The site, radio, date and remark stand
 * on every line of CSV; what it was reckoned with, notes, definition, sources and fingerprints, which are long, on the first
 * line alone. All are members of GeoJSON.
 */
export function reachFile({ reach, premises, device, radio, format, provenance }: ReachFile): string {
  const lines = Array.from(reach.rows.row, (_, i) => reachCells(reach, premises, i));
  const { site, radiusMetres } = reach;
  const told: [string, ReachCell][] = [
    ['site', site.name],
    ['site_lon', site.lon],
    ['site_lat', site.lat],
    ['antenna_height_m', site.antennaMetres],
    ['antenna_above', site.above],
    ['radius_m', radiusMetres],
    ['radio', device.name],
    ['reckoned_with', choiceWords(radio)],
    ['notes', reach.notes.join(' ')],
    ['definition', provenance.definition],
    ['sources', provenance.sources],
    ['counted_on', provenance.countedOn],
    ['remark', provenance.remark],
    ...Object.entries(fingerprintMembers(provenance.fingerprints)),
  ];
  if (format === 'csv')
    return writeCsv(
      [...REACH_COLUMNS, ...told.map(([name]) => name)],
      lines.map((line, i) => [
        ...line,
        ...told.map(([name, value]) => (i > 0 && ONCE.has(name) ? null : value)),
      ]),
    );
  const features = lines.map((line): WritableFeature => {
    const cells = REACH_COLUMNS.map((name, i): [string, ReachCell] => [name, line[i]]);
    const { lon, lat, ...properties } = Object.fromEntries(cells);
    return { geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] }, properties };
  });
  return writeGeoJson(features, { name: `Reach of ${site.name}`, ...Object.fromEntries(told) });
}

/** Long words that are of the whole file, and once in it. */
const ONCE: ReadonlySet<string> = new Set([
  'reckoned_with',
  'notes',
  'definition',
  'sources',
  ...FINGERPRINT_COLUMNS,
]);

/** As many digits as the file of links has: 1.333333 */
function numberWords(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

/** Every physical choice with its source or "assumed". */
function choiceWords(radio: RadioChoices): string {
  const figure = ({ source, value }: Sourced<number>, what: string, unit: string): string =>
    `${what} ${numberWords(value)}${unit} (${source?.title ?? 'assumed'})`;
  const { earthFactor, air, leafMarginMetres, premisesMastMetres, ownRoofMetres } = radio;
  const { pressureHectopascals, temperatureKelvin, waterVapourGramsPerCubicMetre } = air.value;
  return [
    figure(earthFactor, 'k', ''),
    figure(radio.rainRateMillimetresPerHour, 'rain rate R0.01', ' mm/h'),
    `rain worse than reckoned with ${radio.rainTimePercent} % of the year`,
    `air ${pressureHectopascals} hPa, ${temperatureKelvin} K, ${waterVapourGramsPerCubicMetre} g/m³ (${air.source?.title ?? 'assumed'})`,
    figure(leafMarginMetres, 'leaf margin', ' m'),
    figure(premisesMastMetres, 'mast on the roofs of premises', ' m'),
    figure(ownRoofMetres, 'own roof', ' m'),
  ].join('; ');
}
