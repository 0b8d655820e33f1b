import { lengthMetres } from '../ground/cut-line.ts';
import { distanceMetres, type Position } from '../ground/position.ts';
import type { TownPlan } from '../plan/town-plan.ts';
import type { CrossedLine, StreetPiece } from './street-pieces.ts';
import { StreetRoutes } from './street-routes.ts';
import { aside } from './trunk-road.ts';

export interface Tram {
  readonly name: string;
  /** Its rails, a little to the side of the middle of their streets. */
  readonly rails: readonly CrossedLine[];
  /** Places in the list of pieces of the streets it runs in. */
  readonly pieces: ReadonlySet<number>;
}

/** A tramway through the High Street of the largest town, out to two of its edges; null where the town is too small for one. */
export function tramOf(plan: TownPlan, pieces: readonly StreetPiece[]): Tram | null {
  const town = plan.settlements[0];
  if (town.premises < LEAST_PREMISES) return null;
  const ends = plan.zones.filter(
    ({ settlement, kind }) => settlement === town.index && (kind === 'estate' || kind === 'business park'),
  );
  const routes = new StreetRoutes(
    pieces.map(({ line }) => line),
    (i) => WEIGHTS[pieces[i].class] ?? Number.POSITIVE_INFINITY,
  );
  const nearest = (place: Position): number => {
    let best = 0;
    routes.nodes.forEach((position, node) => {
      if (routes.degree(node) < 2) return;
      if (distanceMetres(position, place) < distanceMetres(routes.nodes[best], place)) best = node;
    });
    return best;
  };
  const tree = routes.from([nearest(town.centre)]);
  const ways = ends.map(({ centre }) => {
    const node = nearest(centre);
    return { node, route: tree.to(node) };
  });
  const line = throughLine(ways, pieces);
  if (!line) return null;
  const name = `${town.name} Tramway`;
  return {
    name,
    rails: railsAlong(
      routes.joined(line.route, line.node),
      line.route.map((piece) => pieces[piece]),
      name,
    ),
    pieces: new Set(line.route),
  };
}

/** A way out from the middle of the town: the junction it leads to and the pieces it takes. */
interface WayOut {
  readonly node: number;
  readonly route: readonly number[];
}

/** Two ways out end to end, from the end of one: those that have little in common, and are long. */
function throughLine(ways: readonly WayOut[], pieces: readonly StreetPiece[]): WayOut | null {
  const metresOf = (route: readonly number[]): number =>
    route.reduce((sum, piece) => sum + lengthMetres(pieces[piece].line), 0);
  let best: (WayOut & { readonly worth: number }) | null = null;
  for (const [i, first] of ways.entries())
    for (const second of ways.slice(i + 1)) {
      const differs = first.route.findIndex((piece, step) => piece !== second.route[step]);
      if (differs < 0 || second.route.length <= differs) continue;
      const [out, back] = [first.route.slice(differs), second.route.slice(differs)];
      const worth = metresOf(out) + metresOf(back) - 20 * metresOf(first.route.slice(0, differs));
      if (best && worth <= best.worth) continue;
      best = { node: first.node, route: [...out.toReversed(), ...back], worth };
    }
  return best;
}

const LEAST_PREMISES = 10_000;
/** Trams keep to main roads where they can. */
const WEIGHTS: Partial<Record<StreetPiece['class'], number>> = {
  'A road': 1,
  'B road': 1,
  'minor road': 1.2,
  'local street': 2.5,
};
/** From the middle of the street to the rails, so that they cross only what joins on that side. */
const ASIDE_METRES = 1.6;

/** The route moved aside and cut where it goes onto a bridge and off again. */
function railsAlong(route: readonly Position[], pieces: readonly StreetPiece[], name: string): CrossedLine[] {
  const moved = aside(route, ASIDE_METRES);
  const rails: CrossedLine[] = [];
  let from = 0;
  let at = 0;
  pieces.forEach(({ line, level }, i) => {
    at += line.length - 1;
    if (i + 1 < pieces.length && pieces[i + 1].level === level) return;
    rails.push({ class: 'tram', name, level, line: moved.slice(from, at + 1) });
    from = at;
  });
  return rails;
}
