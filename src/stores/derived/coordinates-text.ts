import { COORDINATE_CHOICES, type CoordinateChoice } from '../../domain/geo/coordinate-choice.ts';
import type { CoordinatesView } from '../../domain/project/coordinates-view.ts';
import type { Mark } from '../marks-store.ts';

/** How a file's coordinates are read, as one line: "British National Grid, guessed from the numbers, converted (±5 m)". */
export function coordinatesLine({ reading, accuracyMetres }: CoordinatesView): string {
  const { system, swapped, by } = reading;
  const order = system.kind === 'degrees' ? 'latitude before longitude' : 'northing before easting';
  const parts = [system.name];
  if (swapped) parts.push(`${order}: changed over`);
  if (by === 'guess') parts.push('guessed from the numbers');
  if (by === 'person') parts.push('as you said');
  if (system.kind !== 'degrees')
    parts.push(
      `converted (${accuracyMetres === null ? 'accuracy not stated' : `±${Math.max(1, accuracyMetres)} m`})`,
    );
  return parts.join(', ');
}

/** What a person may choose: null is what the file names or its numbers show. */
export const COORDINATE_OPTIONS: readonly {
  readonly choice: CoordinateChoice | null;
  readonly label: string;
}[] = [null, ...COORDINATE_CHOICES].map((choice) => ({
  choice,
  label: choice === null ? 'As the file and its numbers say' : labelOf(choice),
}));

/** The choice as a person knows it. */
export function coordinateLabel(choice: CoordinateChoice | undefined): string {
  return COORDINATE_OPTIONS.find((option) => option.choice === (choice ?? null))?.label ?? '';
}

/** A file's places as marks: before, its numbers taken as longitude and latitude; after, as they are read. */
export function coordinateMarks({ places }: CoordinatesView, when: 'before' | 'after'): readonly Mark[] {
  return places.flatMap(({ row, written, read }) => {
    const place = when === 'after' ? read : isDegrees(written) ? written : null;
    if (!place) return [];
    return [{ lon: place[0], lat: place[1], kind: 'changed', label: `row ${row + 1}: ${numbers(written)}` }];
  });
}

/** Says of places that cannot be shown why not: "As written, 382,806 and 396,569 are no place on the map." Null where all can. */
export function nowhereText(view: CoordinatesView, when: 'before' | 'after'): string | null {
  const lost = view.places.filter(({ written, read }) =>
    when === 'after' ? read === null : !isDegrees(written),
  );
  if (lost.length === 0) return null;
  const some =
    lost.length === view.places.length ? '' : `${lost.length} of ${view.places.length} places looked at: `;
  const how = when === 'after' ? 'As read' : 'As written';
  return `${some}${how}, ${numbers(lost[0].written)} is no place on the map.`;
}

function labelOf(choice: CoordinateChoice): string {
  switch (choice) {
    case 'degrees':
      return 'Longitude, latitude (WGS84), as written';
    case 'degrees-swapped':
      return 'Latitude, longitude (WGS84)';
    case 'british':
      return 'British National Grid';
    case 'british-swapped':
      return 'British National Grid, northing first';
    case 'irish':
      return 'Irish Grid';
    case 'irish-transverse':
      return 'Irish Transverse Mercator (ITM)';
    case 'web-mercator':
      return 'Web mercator';
    case 'british-feet':
      return 'British National Grid in feet';
  }
}

function isDegrees([x, y]: readonly [number, number]): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

function numbers(pair: readonly [number, number]): string {
  return pair.map((number) => number.toLocaleString('en-GB', { maximumFractionDigits: 5 })).join(' / ');
}
