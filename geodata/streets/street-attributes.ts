import { lengthMetres, pointAlong } from '../ground/cut-line.ts';
import { hashOf, latticeChance } from '../ground/random.ts';
import type { Character, TownPlan, Zone } from '../plan/town-plan.ts';
import { zoneHolds } from '../plan/zones.ts';
import type { StreetPiece } from './street-pieces.ts';

/** What the streets' file says of a piece besides name and class; blank where nobody has written it down. */
export interface StreetAttributes {
  readonly surface: '' | 'carriageway' | 'footway' | 'verge' | 'soft';
  /** Across the carriageway, one decimal. */
  readonly widthMetres: string;
  readonly footways: '' | 'both' | 'left' | 'right' | 'none';
  readonly microtrench: '' | 'yes' | 'no';
  /** Hours, "no", or blank. */
  readonly trafficSensitive: string;
  readonly laneRental: '' | 'yes' | 'no';
  /** The area's name or "no". */
  readonly conservationArea: string;
}

/** How a piece is made, by class and neighbourhood; what its records lack is drawn from `seed`. */
export function streetAttributes(piece: StreetPiece, plan: TownPlan, seed: string): StreetAttributes {
  const area = conservationAreaOf(piece, plan.zones);
  return {
    ...makeOf(piece, area !== null, seed),
    trafficSensitive: trafficSensitive(piece, plan),
    laneRental: laneRental(piece, plan),
    conservationArea: area?.name ?? 'no',
  };
}

export function isOnFoot({ class: kind }: StreetPiece): boolean {
  return kind === 'footpath' || kind === 'steps' || kind === 'track';
}

function laneRental(piece: StreetPiece, plan: TownPlan): StreetAttributes['laneRental'] {
  if (isOnFoot(piece) || isRing(piece, plan)) return '';
  return piece.class === 'A road' ? 'yes' : 'no';
}

/** The inner ring and the High Street of the largest town: the table of restrictions says at which hours their lanes are let. */
export function isRing(
  { name, settlement, isBuiltUp, class: kind }: StreetPiece,
  { settlements }: TownPlan,
): boolean {
  const isOfTown = isBuiltUp && settlements[settlement].kind === 'town' && settlement === 0;
  return isOfTown && kind === 'B road' && (name === 'Walls Road' || name === 'High Street');
}

type Make = Pick<StreetAttributes, 'surface' | 'widthMetres' | 'footways' | 'microtrench'>;

function makeOf(piece: StreetPiece, isConserved: boolean, seed: string): Make {
  const { class: kind, character, isBuiltUp, isPaved, over } = piece;
  switch (kind) {
    case 'motorway':
      return { surface: 'carriageway', widthMetres: '11.0', footways: 'none', microtrench: 'no' };
    case 'steps':
      return { surface: 'footway', widthMetres: '2.0', footways: 'none', microtrench: 'no' };
    case 'track':
      return { surface: 'soft', widthMetres: '4.0', footways: 'none', microtrench: 'no' };
    case 'footpath':
      return {
        surface: isPaved ? 'footway' : 'soft',
        widthMetres: isPaved ? '1.8' : '2.5',
        footways: 'none',
        microtrench: 'no',
      };
    default:
  }
  const luck = latticeChance(hashOf(`${seed} records`), hashOf(piece.id), 0);
  const widthMetres = (MAIN_WIDTHS[kind] ?? WIDTHS[character]).toFixed(1);
  if (over.length > 0) return { surface: 'carriageway', widthMetres, footways: 'both', microtrench: 'no' };
  if (!isBuiltUp)
    return {
      surface: kind === 'minor road' && luck < 0.4 ? 'carriageway' : 'verge',
      widthMetres,
      footways: 'none',
      microtrench: kind === 'A road' ? 'no' : '',
    };
  return {
    surface: 'carriageway',
    widthMetres: luck > 0.97 ? '' : widthMetres,
    footways: footwaysOf(piece, luck),
    microtrench: microtrenchOf(piece, isConserved, luck),
  };
}

const MAIN_WIDTHS: Partial<Record<StreetPiece['class'], number>> = {
  'A road': 7.3,
  'B road': 6.7,
  'minor road': 5.8,
};

const WIDTHS: Record<Character, number> = {
  centre: 5,
  terrace: 6,
  semi: 5.5,
  modern: 4.8,
  estate: 5.5,
  village: 4.6,
  business: 7,
  rural: 4.8,
};

/** Old rows have both; newer closes share their surface or have one; village lanes have few. */
function footwaysOf({ class: kind, character }: StreetPiece, luck: number): StreetAttributes['footways'] {
  if (luck > 0.985) return '';
  if (character === 'village') {
    if (kind !== 'local street') return luck < 0.5 ? 'both' : luck < 0.75 ? 'left' : 'right';
    return luck < 0.5 ? 'none' : luck < 0.75 ? 'left' : 'right';
  }
  if (character === 'modern') return luck < 0.35 ? 'none' : luck < 0.5 ? 'left' : 'both';
  if (character === 'business') return luck < 0.5 ? 'left' : 'both';
  return 'both';
}

function microtrenchOf(
  { class: kind, character }: StreetPiece,
  isConserved: boolean,
  luck: number,
): StreetAttributes['microtrench'] {
  if (isConserved || kind === 'A road' || character === 'centre') return 'no';
  if (character === 'village') return luck < 0.4 ? '' : luck < 0.7 ? 'yes' : 'no';
  return luck < 0.1 ? '' : luck < 0.75 ? 'yes' : 'no';
}

function trafficSensitive(piece: StreetPiece, { settlements }: TownPlan): string {
  const { class: kind, isBuiltUp, settlement, character, name } = piece;
  if (isOnFoot(piece) || character === 'business') return '';
  if (kind === 'motorway' || kind === 'A road') return '06:30-09:30 and 15:30-18:30';
  const isTown = isBuiltUp && settlements[settlement].kind === 'town';
  if (isTown && name === 'High Street') return '10:00-16:00';
  if (isTown && kind === 'B road') return '07:30-09:30 and 16:00-18:00';
  // Nobody has surveyed the villages; the table of restrictions has a few of their main streets.
  if (isBuiltUp && !isTown) return '';
  return 'no';
}

function conservationAreaOf({ line }: StreetPiece, zones: readonly Zone[]): Zone | null {
  const middle = pointAlong(line, lengthMetres(line) / 2);
  return zones.find((zone) => zone.kind === 'conservation area' && zoneHolds(zone, middle)) ?? null;
}
