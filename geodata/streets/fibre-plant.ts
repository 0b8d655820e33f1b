import { type Blackspot, blackspotsOf, depthIn } from '../coverage/blackspots.ts';
import { cabinetOf, cabinetSalt } from '../coverage/gigabit.ts';
import { lengthMetres, pointAlong } from '../ground/cut-line.ts';
import { PointGrid } from '../ground/point-grid.ts';
import { at, distanceMetres, headingTo, moved, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import type { TownPlan } from '../plan/town-plan.ts';
import type { StreetPiece } from './street-pieces.ts';
import { type RouteTree, StreetRoutes } from './street-routes.ts';

/** A place that fibre can come from. Invented. */
export interface PlantPoint {
  readonly kind: 'exchange' | 'cabinet' | 'spine chamber' | 'existing route';
  readonly name: string;
  readonly owner: string;
  readonly position: Position;
}

/** A line that cable can be drawn along, beside one piece of street. Invented. */
export interface PlantRoute {
  readonly kind: 'duct' | 'pole route';
  readonly owner: string;
  /** From junction to junction. */
  readonly line: readonly Position[];
  /** Poles along it; 0 for ducts. */
  readonly poles: number;
}

export interface FibrePlant {
  readonly points: readonly PlantPoint[];
  readonly routes: readonly PlantRoute[];
}

/**
 * The incumbent's exchanges, and its routes from them to the cabinets that have fibre: in ducts beside main roads and through towns,
 * on poles through villages. No cabinet stands where the networks passed by, and some routes end short of where they were to go.
 */
export function fibrePlantOf(plan: TownPlan, pieces: readonly StreetPiece[], seed: string): FibrePlant {
  const random = new Random(`${seed} fibre plant`);
  const routes = new StreetRoutes(
    pieces.map(({ line }) => line),
    (i) => WEIGHTS[pieces[i].class] ?? Number.POSITIVE_INFINITY,
  );
  const main = new Set(routes.from([nodeNear(routes, plan.settlements[0].centre)]).reached());
  const junctions = new PointGrid<number>(120);
  routes.nodes.forEach((position, node) => {
    if (main.has(node) && routes.degree(node) > 1) junctions.add(position, node);
  });
  const namesAt = streetNamesAt(routes, pieces);
  const exchanges = exchangeNodes(plan, junctions);
  const tree = routes.from(exchanges.map(({ node }) => node));
  const laid = new Set<number>();
  const points: PlantPoint[] = exchanges.map(({ node, name }) => ({
    kind: 'exchange',
    name: `${name} exchange`,
    owner: OWNER,
    position: besideNode(routes.nodes[node], 9, random),
  }));
  // The exchanges themselves hang together, by way of the largest town's.
  const backbone = routes.from([exchanges[0].node]);
  for (const { node } of exchanges.slice(1)) for (const piece of backbone.to(node)) laid.add(piece);
  const spots = blackspotsOf(plan, seed);
  const stops: PlantPoint[] = [];
  let number = 0;
  for (const place of cabinetPlaces(plan, spots, seed)) {
    const node = nearestIn(junctions, place, 200);
    if (node < 0 || exchanges.some((exchange) => exchange.node === node)) continue;
    if (depthIn(spots, routes.nodes[node]) > PASSED_BY) continue;
    number++;
    const route = tree.to(node);
    const endsShort = random.chance(0.09) && route.length > 4;
    const kept = endsShort ? route.slice(0, -random.whole(2, 3)) : route;
    for (const piece of kept) laid.add(piece);
    const end = endsShort ? endOf(routes, tree, node, kept.length) : node;
    stops.push(
      endsShort
        ? {
            kind: 'existing route',
            name: `End of route, ${namesAt[end] ?? 'unnamed street'}`,
            owner: OWNER,
            position: routes.nodes[end],
          }
        : {
            kind: 'cabinet',
            name: `Cabinet ${number}, ${namesAt[end] ?? 'unnamed street'}`,
            owner: OWNER,
            position: besideNode(routes.nodes[end], 5, random),
          },
    );
  }
  points.push(...spineChambers(routes, pieces, laid, namesAt), ...stops);
  return {
    points,
    routes: [...laid]
      .sort((a, b) => a - b)
      .map((piece) => routeBeside(pieces[piece], plan.settlements[pieces[piece].settlement].kind)),
  };
}

const OWNER = 'Fenline Fibre';
const WEIGHTS: Partial<Record<StreetPiece['class'], number>> = {
  'A road': 1,
  'B road': 1,
  'minor road': 1.1,
  'local street': 1.5,
};
/** Homes that a cabinet serves, at least; and of a village that has an exchange. */
const LEAST_HOMES = 30;
const EXCHANGE_PREMISES = 550;
/** A blackspot this deep has seen no fibre. */
const PASSED_BY = 0.25;
const SPINE_METRES = 420;
const POLE_METRES = 45;

function exchangeNodes(
  { settlements }: TownPlan,
  junctions: PointGrid<number>,
): { readonly node: number; readonly name: string }[] {
  const chosen: { node: number; name: string }[] = [];
  for (const { index, name, kind, centre, premises, radiusMetres } of settlements) {
    if (index > 0 && kind === 'village' && premises < EXCHANGE_PREMISES) continue;
    // A street or two off the middle, as they were built.
    const node = nearestIn(junctions, moved(centre, 2, Math.min(220, 0.18 * radiusMetres)), 900);
    if (node >= 0) chosen.push({ node, name });
  }
  return chosen;
}

/** The middle of the homes of each cabinet that the networks did not pass by. */
function cabinetPlaces(plan: TownPlan, spots: readonly Blackspot[], seed: string): Position[] {
  const salt = cabinetSalt(seed);
  const cells = new Map<string, { homes: number; x: number; y: number; passedBy: number }>();
  for (const { position } of plan.premises) {
    const key = cabinetOf(position, salt).join(' ');
    const cell = cells.get(key) ?? { homes: 0, x: 0, y: 0, passedBy: 0 };
    cell.homes++;
    cell.x += position[0];
    cell.y += position[1];
    if (depthIn(spots, position) > PASSED_BY) cell.passedBy++;
    cells.set(key, cell);
  }
  return [...cells.values()]
    .filter(({ homes, passedBy }) => homes >= LEAST_HOMES && 2 * passedBy < homes)
    .map(({ homes, x, y }) => at(x / homes, y / homes));
}

/** Where routes part, no two nearer than a few streets. */
function spineChambers(
  routes: StreetRoutes,
  pieces: readonly StreetPiece[],
  laid: ReadonlySet<number>,
  namesAt: readonly (string | undefined)[],
): PlantPoint[] {
  const ends = new Map<number, number>();
  for (const piece of [...laid].sort((a, b) => a - b)) {
    const { line } = pieces[piece];
    for (const end of [line[0], line[line.length - 1]])
      ends.set(routes.at(end), (ends.get(routes.at(end)) ?? 0) + 1);
  }
  const chambers: PlantPoint[] = [];
  for (const [node, count] of ends) {
    const position = routes.nodes[node];
    if (count < 3 || chambers.some((other) => distanceMetres(other.position, position) < SPINE_METRES))
      continue;
    chambers.push({
      kind: 'spine chamber',
      name: `Chamber ${chambers.length + 1}, ${namesAt[node] ?? 'unnamed street'}`,
      owner: OWNER,
      position,
    });
  }
  return chambers;
}

/** Beside the street by a footway's width, from junction to junction; overhead where a village street has houses. */
function routeBeside(piece: StreetPiece, place: 'town' | 'village'): PlantRoute {
  const { line, isBuiltUp } = piece;
  const length = lengthMetres(line);
  const isOverhead = place === 'village' && isBuiltUp && piece.over.length === 0;
  const inner = length < 16 ? [] : besideLine(line, length);
  return {
    kind: isOverhead ? 'pole route' : 'duct',
    owner: OWNER,
    line: [line[0], ...inner, line[line.length - 1]],
    poles: isOverhead ? Math.max(1, Math.round(length / POLE_METRES)) : 0,
  };
}

function besideLine(line: readonly Position[], length: number): Position[] {
  const points: Position[] = [];
  const steps = Math.max(1, Math.round((length - 10) / 60));
  for (let i = 0; i <= steps; i++) {
    const along = 5 + ((length - 10) * i) / steps;
    const heading = headingTo(pointAlong(line, along - 2), pointAlong(line, along + 2));
    points.push(moved(pointAlong(line, along), heading, 0, 3.6));
  }
  return points;
}

function endOf(routes: StreetRoutes, tree: RouteTree, node: number, steps: number): number {
  let end = node;
  while (tree.to(end).length > steps) end = tree.before(end);
  return routes.at(routes.nodes[end]);
}

/** At the back of the footway, on any side. */
function besideNode(position: Position, metres: number, random: Random): Position {
  return moved(position, random.between(-Math.PI, Math.PI), metres);
}

function nearestIn(junctions: PointGrid<number>, place: Position, withinMetres: number): number {
  let best = -1;
  let nearest = Number.POSITIVE_INFINITY;
  junctions.near(place, withinMetres, (_, node, squared) => {
    if (squared < nearest) {
      nearest = squared;
      best = node;
    }
    return false;
  });
  return best;
}

function nodeNear(routes: StreetRoutes, place: Position): number {
  let best = 0;
  routes.nodes.forEach((position, node) => {
    if (distanceMetres(position, place) < distanceMetres(routes.nodes[best], place)) best = node;
  });
  return best;
}

/** The first named street at each node. */
function streetNamesAt(routes: StreetRoutes, pieces: readonly StreetPiece[]): (string | undefined)[] {
  const names: (string | undefined)[] = new Array(routes.nodes.length).fill(undefined);
  for (const { name, line } of pieces)
    for (const end of [line[0], line[line.length - 1]]) if (name) names[routes.at(end)] ??= name;
  return names;
}
