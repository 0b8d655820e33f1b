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
  const first = ends.at(0);
  if (!first) return null;
  const last = ends.reduce((best, zone) =>
    distanceMetres(zone.centre, first.centre) > distanceMetres(best.centre, first.centre) ? zone : best,
  );
  const middle = nearest(town.centre);
  const tree = routes.from([middle]);
  const [out, back] = [nearest(first.centre), nearest(last.centre)];
  const inwards = tree.to(out).reverse();
  const route = [...inwards, ...tree.to(back).filter((piece) => !inwards.includes(piece))];
  if (inwards.length === 0 || route.length === inwards.length) return null;
  const name = `${town.name} Tramway`;
  return {
    name,
    rails: railsAlong(
      routes.joined(route, out),
      route.map((piece) => pieces[piece]),
      name,
    ),
    pieces: new Set(route),
  };
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
