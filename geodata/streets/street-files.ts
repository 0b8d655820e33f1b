import { plannedExcavationContent, plannedExcavationsOf } from '../barriers/planned-excavations.ts';
import { protectedPlaceContents } from '../barriers/protected-places.ts';
import { roofAccessContent } from '../barriers/roof-access.ts';
import type { Borough } from '../borough.ts';
import type { BoroughContent } from '../borough-files.ts';
import { type FibrePlant, fibrePlantOf } from './fibre-plant.ts';
import { restrictionsOf, type StreetRestrictions } from './restrictions.ts';
import { streetAttributes } from './street-attributes.ts';
import { type CrossedLine, type StreetPlan, streetPlanOf } from './street-pieces.ts';
import { type Tram, tramOf } from './tram.ts';

/**
 * The files that digging is planned with: streets and what they cross, fibre points, ducts and poles, restrictions; and what
 * else stands in the way: who lets antennas on roofs, what is protected, who will dig where.
 */
export function streetContents(
  borough: Borough,
  seed: string,
  made: BoroughStreets = streetsOf(borough, seed),
): BoroughContent[] {
  return [
    {
      contentId: 'street-links',
      title: 'Streets to dig',
      description:
        'Streets in pieces between junctions, with what is known of how they are made and restricted; and the railways, river and tramway that they cross.',
      make: () => ({
        fileName: 'street-links.geojson',
        columns: STREET_COLUMNS,
        rows: [
          ...made.plan.pieces.map((piece, place) => {
            const says = streetAttributes(piece, borough.plan, seed);
            return {
              cells: [
                piece.id,
                piece.name,
                piece.class,
                says.surface,
                String(piece.level),
                piece.level > 0 ? 'yes' : 'no',
                says.widthMetres,
                says.footways,
                says.microtrench,
                made.restrictions.protectedUntil.get(piece.id) ?? '',
                says.trafficSensitive,
                says.laneRental,
                says.conservationArea,
                made.tram?.pieces.has(place) ? 'yes' : 'no',
              ],
              shape: { kind: 'line' as const, line: piece.line },
            };
          }),
          ...crossedLines(made).map((crossed, i) => ({
            cells: [
              `ZX${900_001 + i}`,
              crossed.name,
              crossed.class,
              '',
              String(crossed.level),
              crossed.level > 0 ? 'yes' : 'no',
              ...new Array<string>(STREET_COLUMNS.length - 6).fill(''),
            ],
            shape: { kind: 'line' as const, line: crossed.line },
          })),
        ],
      }),
    },
    {
      contentId: 'fibre-points',
      title: 'Fibre points',
      description: 'Exchanges, cabinets with fibre, spine chambers and ends of routes.',
      make: () => ({
        fileName: 'fibre-points.geojson',
        columns: ['id', 'name', 'kind', 'owner'],
        rows: made.plant.points.map(({ name, kind, owner, position }, i) => ({
          cells: [`FP${String(i + 1).padStart(4, '0')}`, name, kind, owner],
          shape: { kind: 'point', position },
        })),
      }),
    },
    {
      contentId: 'ducts-and-poles',
      title: 'Ducts and poles',
      description: 'Existing ducts beside streets, and pole routes in villages, piece by piece.',
      make: () => ({
        fileName: 'ducts-and-poles.geojson',
        columns: ['id', 'kind', 'owner', 'poles'],
        rows: made.plant.routes.map(({ kind, owner, poles, line }, i) => ({
          cells: [`D${String(i + 1).padStart(4, '0')}`, kind, owner, String(poles)],
          shape: { kind: 'line', line },
        })),
      }),
    },
    {
      contentId: 'street-restrictions',
      title: 'Street restrictions',
      description:
        'What restricts works in a street, by its id, with dates, hours, who can lift it and where it is written.',
      make: () => ({
        fileName: 'street-restrictions.csv',
        columns: ['street', 'kind', 'from', 'until', 'hours', 'owner', 'source'],
        rows: made.restrictions.table.map(({ street, kind, from, until, hours, owner, source }) => ({
          cells: [street, kind, from, until, hours, owner, `${source} (fictional)`],
          shape: null,
        })),
      }),
    },
    plannedExcavationContent(() => plannedExcavationsOf(made.plan.pieces, protectedStreets(made), seed)),
    roofAccessContent(borough, seed),
    ...protectedPlaceContents(borough, seed),
  ];
}

/** Streets that recent works protect, until whatever day. */
function protectedStreets({ restrictions }: BoroughStreets): Set<string> {
  return new Set([
    ...restrictions.table.flatMap(({ kind, street }) => (kind === 'section 58' ? [street] : [])),
    ...[...restrictions.protectedUntil].flatMap(([street, until]) => (/^\d/.test(until) ? [street] : [])),
  ]);
}

/** Streets of a borough with all that lies in and across them. */
export interface BoroughStreets {
  readonly plan: StreetPlan;
  readonly tram: Tram | null;
  readonly restrictions: StreetRestrictions;
  readonly plant: FibrePlant;
}

export function streetsOf(borough: Borough, seed: string): BoroughStreets {
  const plan = streetPlanOf(borough.plan, seed);
  const tram = tramOf(borough.plan, plan.pieces);
  const restrictions = restrictionsOf(borough.plan, plan.pieces, { authority: borough.name, seed });
  return { plan, tram, restrictions, plant: fibrePlantOf(borough.plan, plan.pieces, seed) };
}

/** What streets get across: rails, water, tramway. */
export function crossedLines({ plan, tram }: BoroughStreets): CrossedLine[] {
  return [...plan.crossed, ...(tram?.rails ?? [])];
}

const STREET_COLUMNS = [
  'id',
  'name',
  'class',
  'surface',
  'level',
  'bridge',
  'width_m',
  'footways',
  'microtrench',
  'section58_until',
  'traffic_sensitive',
  'lane_rental',
  'conservation_area',
  'tram',
];
