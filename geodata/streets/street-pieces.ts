import { lengthMetres, pointAlong, straightened } from '../ground/cut-line.ts';
import { distanceMetres, type Position } from '../ground/position.ts';
import { hashOf, latticeChance } from '../ground/random.ts';
import type { Character, StreetClass, TownPlan } from '../plan/town-plan.ts';
import {
  cutAtMeetings,
  type Meeting,
  meetingsOf,
  type Obstacle,
  ObstacleGrid,
} from './obstacle-crossings.ts';
import { pathsOf } from './paths.ts';
import { streetLinksOf } from './street-links.ts';
import { type TrunkRoad, trunkRoadOf } from './trunk-road.ts';

/** A piece of a street that is of one kind from end to end: between junctions, on a bridge or on the ground. */
export interface StreetPiece {
  /**
   * Of its street, of the part of a long road that lies in one settlement, of a bridge or a level crossing: what a register
   * would number.
   */
  readonly id: string;
  /** Blank: it has none. */
  readonly name: string;
  readonly class: PieceClass;
  readonly character: Character;
  readonly settlement: number;
  /** Whether it lies among the houses of its settlement. */
  readonly isBuiltUp: boolean;
  readonly isPaved: boolean;
  readonly line: readonly Position[];
  readonly level: 0 | 1;
  /** What its bridge passes over; empty where it is on the ground. */
  readonly over: readonly Obstacle['kind'][];
  /** Whether it is part of a level crossing. */
  readonly meetsRails: boolean;
}

export type PieceClass =
  | 'motorway'
  | 'A road'
  | 'B road'
  | 'minor road'
  | 'local street'
  | 'footpath'
  | 'track'
  | 'steps';

/** A line that is no street and that streets get across: rails and water. Railways have a bridge where a street passes under. */
export interface CrossedLine {
  readonly class: 'railway' | 'river' | 'tram';
  readonly name: string;
  readonly line: readonly Position[];
  readonly level: 0 | 1;
}

export interface StreetPlan {
  readonly pieces: readonly StreetPiece[];
  readonly crossed: readonly CrossedLine[];
  readonly trunkRoad: TrunkRoad | null;
}

/** All streets of a borough in pieces that hang together, and what lies across them. Each step has a seed of its own. */
export function streetPlanOf(plan: TownPlan, seed: string): StreetPlan {
  const trunkRoad = trunkRoadOf(plan, seed);
  const crossings = new Crossings(plan, trunkRoad, seed);
  const links = streetLinksOf(plan);
  const lines = links.map(({ line }) => line);
  const paths = pathsOf(
    plan,
    lines,
    crossings.obstacles.list.map(({ line }) => line),
    seed,
  );
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `ZX${100_001 + ids.size}`;
    ids.set(key, id);
    return id;
  };
  const pieces: StreetPiece[] = links.flatMap(({ street, line }) => {
    const { name, class: planned, character, settlement } = plan.streets[street];
    const place = placeOf(plan, character, settlement, line);
    return crossings.cut(line, planned, `${street}`).map((piece) => ({
      ...piece,
      ...place,
      id: idOf(`${street} ${place.isBuiltUp ? place.settlement : 'between'}${structureOf(piece)}`),
      name,
      class: CLASSES[planned],
      isPaved: true,
    }));
  });
  paths.forEach(({ kind, name, isPaved, settlement, line }, i) => {
    for (const piece of crossings.cut(line, 'close', `path ${i}`))
      pieces.push({
        ...piece,
        id: idOf(`path ${i}`),
        name,
        class: kind === 'missing street' ? 'local street' : kind,
        character: kind === 'missing street' ? 'terrace' : 'rural',
        settlement,
        isBuiltUp: kind !== 'track',
        isPaved,
      });
  });
  const crossed = crossings.crossedLines();
  for (const carriageway of trunkRoad?.carriageways ?? [])
    for (const piece of crossings.cutTrunk(carriageway))
      pieces.push({
        ...piece,
        id: idOf(`trunk road${structureOf(piece)}`),
        name: trunkRoad?.name ?? '',
        class: 'motorway',
        character: 'rural',
        settlement: 0,
        isBuiltUp: false,
        isPaved: true,
      });
  return { pieces, crossed, trunkRoad };
}

const CLASSES: Record<StreetClass, PieceClass> = {
  'A road': 'A road',
  'B road': 'B road',
  'minor road': 'minor road',
  street: 'local street',
  close: 'local street',
};

/** A bridge and a level crossing are numbered by themselves: what restricts them restricts no more of the street. */
function structureOf({ over, meetsRails }: Pick<StreetPiece, 'over' | 'meetsRails'>): string {
  return over.length > 0 ? ` over ${over.join(' ')}` : meetsRails ? ' on rails' : '';
}

/** Lines are drawn this near to how the plan has them. */
const TOLERANCE_METRES = 0.15;

/** In which settlement a line lies, and whether among its houses: a main road runs through many. */
function placeOf(
  { settlements }: TownPlan,
  character: Character,
  settlement: number,
  line: readonly Position[],
): Pick<StreetPiece, 'settlement' | 'isBuiltUp' | 'character'> {
  if (character !== 'rural') return { settlement, isBuiltUp: true, character };
  const middle = pointAlong(line, lengthMetres(line) / 2);
  const home = settlements.find(
    ({ centre, radiusMetres }) => distanceMetres(centre, middle) < 1.1 * radiusMetres,
  );
  if (!home) return { settlement, isBuiltUp: false, character };
  return {
    settlement: home.index,
    isBuiltUp: true,
    character: home.kind === 'village' ? 'village' : 'terrace',
  };
}

/** How streets get across what lies in their way. */
class Crossings {
  readonly obstacles: ObstacleGrid;
  private readonly plan: TownPlan;
  private readonly salt: number;
  /** Where a street passes under a railway, or meets it on the level; by obstacle. */
  private readonly onRails = new Map<number, Meeting[]>();

  constructor(plan: TownPlan, trunkRoad: TrunkRoad | null, seed: string) {
    this.plan = plan;
    this.salt = hashOf(`${seed} crossings`);
    this.obstacles = new ObstacleGrid([
      ...plan.railways.map(({ name, line }): Obstacle => ({ kind: 'railway', name, line, halfMetres: 14 })),
      ...plan.rivers.map(
        ({ name, line, widthMetres }): Obstacle => ({
          kind: 'river',
          name,
          line,
          halfMetres: widthMetres / 2 + 6,
        }),
      ),
      ...(trunkRoad?.carriageways ?? []).map(
        (line): Obstacle => ({ kind: 'motorway', name: trunkRoad?.name ?? '', line, halfMetres: 16 }),
      ),
    ]);
  }

  cut(
    line: readonly Position[],
    streetClass: StreetClass,
    key: string,
  ): Pick<StreetPiece, 'line' | 'level' | 'over' | 'meetsRails'>[] {
    const meetings = meetingsOf(line, this.obstacles, ({ kind }) => this.wayOf(kind, streetClass, key));
    if (meetings.length === 0)
      return [{ line: straightened(line, TOLERANCE_METRES), level: 0, over: [], meetsRails: false }];
    for (const meeting of meetings)
      if (meeting.way !== 'over')
        this.onRails.set(meeting.obstacle, [...(this.onRails.get(meeting.obstacle) ?? []), meeting]);
    return cutAtMeetings(line, meetings, this.obstacles.list).map((piece) => ({
      line: straightened(piece.line, TOLERANCE_METRES),
      level: piece.over.length > 0 ? 1 : 0,
      over: piece.over,
      meetsRails: piece.meetsLevel,
    }));
  }

  /** The motorway is on bridges over water and rails; streets are on bridges over it. */
  cutTrunk(line: readonly Position[]): ReturnType<Crossings['cut']> {
    const { list } = this.obstacles;
    const meetings = meetingsOf(line, this.obstacles, () => 'over').filter(
      ({ obstacle }) => list[obstacle].kind !== 'motorway',
    );
    return cutAtMeetings(line, meetings, list).map((piece) => ({
      line: straightened(piece.line, TOLERANCE_METRES),
      level: piece.over.length > 0 ? 1 : 0,
      over: piece.over,
      meetsRails: false,
    }));
  }

  /** Rails and water as they lie once all streets are cut: rails on bridges over water and the streets that pass under them. */
  crossedLines(): CrossedLine[] {
    const rivers = new ObstacleGrid(this.obstacles.list.filter(({ kind }) => kind === 'river'));
    return this.obstacles.list.flatMap(({ kind, name, line }, i): CrossedLine[] => {
      if (kind === 'motorway') return [];
      if (kind === 'river')
        return [{ class: kind, name, line: straightened(line, TOLERANCE_METRES), level: 0 }];
      const ofStreets = (this.onRails.get(i) ?? []).map(
        (meeting): Meeting => ({
          ...meeting,
          alongMetres: meeting.obstacleMetres,
          halfMetres: UNDER_METRES,
          way: meeting.way === 'under' ? 'over' : 'level',
        }),
      );
      const meetings = [
        ...ofStreets,
        ...meetingsOf(line, rivers, () => 'over').map((one) => ({ ...one, obstacle: i })),
      ];
      return cutAtMeetings(
        line,
        meetings.toSorted((a, b) => a.alongMetres - b.alongMetres),
        this.obstacles.list,
      ).map((piece) => ({
        class: kind,
        name,
        line: straightened(piece.line, TOLERANCE_METRES),
        level: piece.over.length > 0 ? 1 : 0,
      }));
    });
  }

  private wayOf(kind: Obstacle['kind'], streetClass: StreetClass, key: string): Meeting['way'] {
    if (kind !== 'railway') return 'over';
    const draw = latticeChance(this.salt, hashOf(key), this.plan.streets.length);
    if (streetClass === 'A road') return 'over';
    if (streetClass === 'street' || streetClass === 'close') return 'under';
    if (streetClass === 'B road') return draw < 0.5 ? 'over' : draw < 0.85 ? 'under' : 'level';
    return draw < 0.65 ? 'level' : draw < 0.8 ? 'under' : 'over';
  }
}

/** Half the length of a railway's bridge over a street. */
const UNDER_METRES = 12;
