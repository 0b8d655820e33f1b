import { lengthMetres } from '../ground/cut-line.ts';
import { PointGrid } from '../ground/point-grid.ts';
import {
  at,
  curveThrough,
  distanceMetres,
  headingTo,
  moved,
  type Position,
  resampled,
} from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import { crossingOf, SegmentGrid } from '../ground/segment-grid.ts';
import type { TownPlan, Zone } from '../plan/town-plan.ts';
import { zoneHolds } from '../plan/zones.ts';
import { StreetRoutes } from './street-routes.ts';

/** A way on foot or over land, from one junction to another; or one that touches no street. */
export interface Path {
  readonly kind: 'footpath' | 'steps' | 'track' | 'missing street';
  /** Blank: paths have seldom one. */
  readonly name: string;
  readonly isPaved: boolean;
  readonly settlement: number;
  readonly line: readonly Position[];
}

/**
 * Short ways between streets: what joins a street that would touch nothing, cut-throughs from the ends of closes, steps in the
 * old towns, ways across parks; and the perimeter track of an old airfield, which touches nothing.
 */
export function pathsOf(
  plan: TownPlan,
  links: readonly (readonly Position[])[],
  avoided: readonly (readonly Position[])[],
  seed: string,
): Path[] {
  const ground = new Ground(plan, links, avoided);
  const random = new Random(`${seed} paths`);
  return [
    ...missingStreets(ground),
    ...cutThroughs(ground, random),
    ...parkPaths(ground),
    ...airfieldTrack(ground, random),
  ];
}

/** Streets, houses and what is not to be crossed, so that a new way keeps clear of them. */
class Ground {
  readonly plan: TownPlan;
  readonly routes: StreetRoutes;
  readonly nodes = new PointGrid<number>(80);
  readonly points = new PointGrid<null>(100);
  private readonly walls = new SegmentGrid<null>(40);
  private readonly ways = new SegmentGrid<null>(40);

  constructor(
    plan: TownPlan,
    links: readonly (readonly Position[])[],
    avoided: readonly (readonly Position[])[],
  ) {
    this.plan = plan;
    this.routes = new StreetRoutes(links);
    this.routes.nodes.forEach((position, node) => {
      this.nodes.add(position, node);
    });
    for (const { outline } of plan.buildings) this.walls.addLine([...outline, outline[0]], null);
    for (const line of [...links, ...avoided]) {
      this.ways.addLine(line, null);
      for (const point of resampled(line, 60)) this.points.add(point, null);
    }
  }

  /** Whether a straight way from one node to another meets no wall, and no other street but at its ends. */
  isOpen(from: Position, to: Position): boolean {
    const heading = headingTo(from, to);
    const [a, b] = [moved(from, heading, 0.5), moved(to, heading, -0.5)];
    let open = true;
    for (const grid of [this.walls, this.ways])
      grid.crossing(a, b, (segment) => {
        if (crossingOf(a, b, segment.from, segment.to) !== null) open = false;
      });
    return open;
  }

  settlementNear(position: Position): number {
    return this.plan.settlements.reduce((best, other) =>
      distanceMetres(other.centre, position) < distanceMetres(best.centre, position) ? other : best,
    ).index;
  }

  take(line: readonly Position[]): void {
    this.ways.addLine(line, null);
  }
}

/** A straight way that joins each part that touches nothing to what is around it, where one is open. */
function missingStreets(ground: Ground): Path[] {
  const [main, ...strays] = ground.routes.components();
  const isMain = new Set(main);
  const paths: Path[] = [];
  for (const part of strays) {
    let best: [Position, Position] | null = null;
    for (const node of part) {
      const from = ground.routes.nodes[node];
      ground.nodes.near(from, 120, (to, other) => {
        const isShorter = best === null || distanceMetres(from, to) < distanceMetres(...best);
        if (isMain.has(other) && isShorter && ground.isOpen(from, to)) best = [from, to];
        return false;
      });
    }
    if (best)
      paths.push({
        kind: 'missing street',
        name: '',
        isPaved: true,
        settlement: ground.settlementNear(best[0]),
        line: best,
      });
  }
  for (const { line } of paths) ground.take(line);
  return paths;
}

/** From the ends of closes and, as steps, between lanes of the old towns: where the way round is much longer. */
function cutThroughs(ground: Ground, random: Random): Path[] {
  const { plan, routes } = ground;
  const oldTowns = plan.zones.filter(({ kind }) => kind === 'conservation area');
  const stepsIn = new Map<Zone, number>();
  const paths: Path[] = [];
  routes.nodes.forEach((from, node) => {
    const oldTown = oldTowns.find((zone) => zoneHolds(zone, from, 90));
    const isEnd = routes.degree(node) === 1;
    if (!isEnd && !oldTown) return;
    const wanted = random.chance(oldTown ? 0.6 : 0.3);
    if (!wanted || (oldTown && (stepsIn.get(oldTown) ?? 0) >= STEPS_EACH)) return;
    let found: Position | null = null;
    let way: ReturnType<StreetRoutes['from']> | null = null;
    ground.nodes.near(from, oldTown ? 100 : 75, (to, other) => {
      const away = distanceMetres(from, to);
      if (away < 18 || (found && away >= distanceMetres(from, found)) || !ground.isOpen(from, to))
        return false;
      way ??= routes.from([node], 300);
      if (way.metres[other] > (oldTown ? 1.8 : 3.5) * away) found = to;
      return false;
    });
    if (!found) return;
    if (oldTown) stepsIn.set(oldTown, (stepsIn.get(oldTown) ?? 0) + 1);
    paths.push({
      kind: oldTown ? 'steps' : 'footpath',
      name: oldTown ? `${STEP_NAMES[paths.length % STEP_NAMES.length]} Steps` : '',
      isPaved: true,
      settlement: ground.settlementNear(from),
      line: [from, found],
    });
    ground.take([from, found]);
  });
  return paths;
}

/** Across each park of a town from the junction nearest on one side to the one nearest on the other. */
function parkPaths(ground: Ground): Path[] {
  const { plan, routes } = ground;
  const paths: Path[] = [];
  for (const park of plan.zones) {
    if (park.kind !== 'park') continue;
    const around: { readonly position: Position; readonly away: number }[] = [];
    ground.nodes.near(park.centre, 1.6 * park.radiusMetres + 90, (position, node) => {
      if (routes.degree(node) > 0 && ground.isOpen(position, park.centre))
        around.push({ position, away: distanceMetres(position, park.centre) });
      return false;
    });
    around.sort((a, b) => a.away - b.away || a.position[0] - b.position[0] || a.position[1] - b.position[1]);
    const first = around.at(0);
    if (!first) continue;
    const heading = headingTo(park.centre, first.position);
    const far = around.find(({ position }) => Math.cos(headingTo(park.centre, position) - heading) < -0.35);
    if (!far) continue;
    const line = curveThrough(
      [
        first.position,
        swung(first.position, park.centre),
        park.centre,
        swung(park.centre, far.position),
        far.position,
      ],
      14,
    );
    if (line.slice(1).some((point, i) => !ground.isOpen(line[i], point))) continue;
    paths.push({ kind: 'footpath', name: park.name, isPaved: false, settlement: park.settlement, line });
    ground.take(line);
  }
  return paths;
}

/** A loop in open country, well away from everything. */
function airfieldTrack(ground: Ground, random: Random): Path[] {
  const { site, zones, settlements } = ground.plan;
  for (let attempt = 0; attempt < 400; attempt++) {
    const centre = moved(
      site.centre,
      random.between(-Math.PI, Math.PI),
      site.radiusMetres * random.between(0.25, 0.95),
    );
    const room = attempt < 200 ? 520 : 340;
    const isFree =
      !ground.points.any(centre, room) &&
      zones.every((zone) => distanceMetres(zone.centre, centre) > 1.5 * zone.radiusMetres + 0.6 * room);
    if (!isFree) continue;
    const turn = random.between(0, Math.PI);
    const line: Position[] = [];
    for (let i = 0; i <= 28; i++) {
      const angle = (2 * Math.PI * (i % 28)) / 28;
      line.push(moved(centre, turn, 0.55 * room * Math.cos(angle), 0.24 * room * Math.sin(angle)));
    }
    const near = settlements[ground.settlementNear(centre)];
    return [
      { kind: 'track', name: `${near.name} Airfield Track`, isPaved: false, settlement: near.index, line },
    ];
  }
  return [];
}

const STEPS_EACH = 4;
const STEP_NAMES = ['Church', 'Mill', 'Abbey', 'Lantern', 'Cobbler’s', 'Well', 'Jacob’s', 'Pudding'];

/** Half way, a little aside: paths are not ruled. */
function swung(a: Position, b: Position): Position {
  const middle = at((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
  return moved(middle, headingTo(a, b), 0, 0.08 * lengthMetres([a, b]));
}
