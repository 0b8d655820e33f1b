import type { Spread } from '../domain/cost/rate-card.ts';
import type { CostPart, TrenchPiece } from '../domain/cost/trench-piece.ts';
import type { Detour, DigDesign, DigPlace, MissedPlace } from '../domain/dig/dig-design.ts';
import { restrictionWords } from '../domain/plan/barrier-words.ts';
import { SURFACES } from '../domain/streets/surface.ts';
import {
  columnsOf,
  type DigColumn,
  degrees,
  hundredths,
  PIECE_COLUMNS,
  POUNDS_COLUMNS,
  positionsOf,
  pounds,
  sumOf,
} from './dig-columns.ts';
import { type DigTold, digResultOf, digToldMembers } from './dig-told.ts';
import { toldTable } from './told-table.ts';

/** Days of works by id of street; null: of no street. */
export type DaysByStreet = ReadonlyMap<string | null, Spread>;

/**
 * The streets of a dig as CSV, a line each in the order of the design's pieces, then those that it goes round: metres by
 * surface, pounds, days of works, restrictions. Works of no street are a line with no id; days not known are blank.
 * Throws RangeError where the design has no result.
 */
export function digStreetsCsv(design: DigDesign, told: DigTold, days: DaysByStreet): string {
  const { pieces, barriers, detours } = digResultOf(design);
  const byStreet = new Map<string | null, TrenchPiece[]>();
  for (const piece of pieces) {
    const list = byStreet.get(piece.street);
    if (list) list.push(piece);
    else byStreet.set(piece.street, [piece]);
  }
  for (const { street } of detours) if (!byStreet.has(street)) byStreet.set(street, []);
  const streets = Array.from(byStreet, ([street, list]): StreetWorks => {
    const around = detours.filter((detour) => detour.street === street);
    const on = new Set([...list.flatMap((piece) => piece.barriers), ...around.map(({ barrier }) => barrier)]);
    return {
      street,
      pieces: list,
      around,
      restrictions: restrictionWords(
        barriers.filter(({ id }) => on.has(id)),
        design.question.worksFrom,
      ),
      days: days.get(street) ?? null,
    };
  });
  return toldTable(STREET_COLUMNS, streets, digToldMembers(design, told, STREETS_LACK));
}

/**
 * The pieces of a dig as CSV, a line each in the design's order, with the line each runs along (WGS84, as well-known
 * text) and its price by part. Throws RangeError where the design has no result.
 */
export function digPiecesCsv(design: DigDesign, told: DigTold): string {
  const { pieces } = digResultOf(design);
  return toldTable(PIECE_LINES, pieces, digToldMembers(design, told, PIECES_LACK));
}

/**
 * The premises that a dig serves, then those that it does not, a line for each place (WGS84), with the reason and the
 * nearest street. Throws RangeError where the design has no result.
 */
export function digPremisesCsv(design: DigDesign, told: DigTold): string {
  const { served, missed } = digResultOf(design);
  const places = [
    ...served.map((place) => ({ place, missed: null })),
    ...missed.map((place) => ({ place, missed: place })),
  ];
  return toldTable(PLACE_COLUMNS, places, digToldMembers(design, told, PREMISES_LACK));
}

interface StreetWorks {
  readonly street: string | null;
  readonly pieces: readonly TrenchPiece[];
  /** What going round it costs. */
  readonly around: readonly Detour[];
  readonly restrictions: string;
  readonly days: Spread | null;
}

/** What is not dug along the street by the metre. */
const KINDS_APART = [
  ['lead_in_metres', 'lead-in'],
  ['in_ducts_metres', 'duct'],
  ['on_poles_metres', 'pole route'],
] as const;

const STREET_COLUMNS: readonly DigColumn<StreetWorks>[] = [
  ['street_id', ({ street }) => street],
  ['street', ({ pieces, around }) => pieces[0]?.streetName ?? around[0]?.streetName ?? null],
  ['pieces', ({ pieces }) => pieces.length],
  ['metres', ({ pieces }) => hundredths(sumOf(pieces, ({ metres }) => metres))],
  ...SURFACES.map(
    (surface): DigColumn<StreetWorks> => [
      `dug_${surface.replace(' ', '_')}_metres`,
      ({ pieces }) =>
        hundredths(sumOf(pieces, (one) => (one.method && one.surface === surface ? one.metres : 0))),
    ],
  ),
  ...KINDS_APART.map(
    ([name, kind]): DigColumn<StreetWorks> => [
      name,
      ({ pieces }) => hundredths(sumOf(pieces, (one) => (one.kind === kind ? one.metres : 0))),
    ],
  ),
  ['poles', ({ pieces }) => sumOf(pieces, ({ poles }) => poles)],
  ...columnsOf(POUNDS_COLUMNS, ({ pieces }: StreetWorks) => pieces.flatMap(({ parts }) => parts)),
  ['works_days_low', ({ days }) => days && hundredths(days.low)],
  ['works_days', ({ days }) => days && hundredths(days.mid)],
  ['works_days_high', ({ days }) => days && hundredths(days.high)],
  ['restrictions', ({ restrictions }) => restrictions],
  [
    'going_round_pounds',
    ({ around }) => (around.length > 0 ? pounds(sumOf(around, ({ pence }) => pence)) : null),
  ],
];

const PARTS: readonly CostPart['what'][] = [
  'trench',
  'chambers',
  'crossing',
  'lead-in',
  'cable',
  'connection',
  'permit',
  'traffic management',
  'lane rental',
  'consents',
  'design and survey',
  'duct rent',
  'pole rent',
  'maintenance',
];

const PIECE_LINES: readonly DigColumn<TrenchPiece>[] = [
  ...PIECE_COLUMNS,
  ['barriers', ({ barriers }) => barriers.join('; ')],
  ...columnsOf(POUNDS_COLUMNS, ({ parts }: TrenchPiece) => parts),
  ...PARTS.map(
    (what): DigColumn<TrenchPiece> => [
      `${what.replaceAll(/[ -]/g, '_')}_pounds`,
      ({ parts }) => pounds(sumOf(parts, (part) => (part.what === what ? part.pence.mid : 0))),
    ],
  ),
  [
    'wkt',
    ({ line }) =>
      `LINESTRING (${positionsOf(line)
        .map((position) => position.join(' '))
        .join(', ')})`,
  ],
];

interface PlaceLine {
  readonly place: DigPlace;
  /** null: it is served. */
  readonly missed: MissedPlace | null;
}

const PLACE_COLUMNS: readonly DigColumn<PlaceLine>[] = [
  ['premises', ({ place }) => place.ids.join('; ')],
  ['units', ({ place }) => place.units],
  ['served', ({ missed }) => (missed ? 'no' : 'yes')],
  ['reason', ({ missed }) => missed?.reason ?? null],
  ['nearest_street', ({ missed }) => missed?.nearestStreet ?? null],
  [
    'nearest_street_metres',
    ({ missed }) => (missed?.nearestMetres == null ? null : hundredths(missed.nearestMetres)),
  ],
  ['lon', ({ place }) => degrees(place.lon)],
  ['lat', ({ place }) => degrees(place.lat)],
];

const WHOLE = 'the design as GeoJSON holds all of it';
const STREETS_LACK = `the line of the route, its pieces, the premises, where fibre comes from, and what was asked; ${WHOLE}`;
const PIECES_LACK = `low and high of each part of a price, the premises, where fibre comes from, what the barriers say, and what was asked; ${WHOLE}`;
const PREMISES_LACK = `the route, its price, and what was asked; ${WHOLE}`;
