import type { DigResult } from '../../domain/dig/dig-design.ts';
import { metresOf } from './dig-headline.ts';
import {
  ROUTE_LOOK_NAMES,
  ROUTE_LOOKS,
  type RouteLook,
  type RouteLookName,
  routeLookOf,
} from './dig-looks.ts';
import { rememberLast } from './remember-last.ts';

/** A kind of line that a route is drawn with. */
export interface RouteKeyLine {
  readonly name: RouteLookName;
  readonly look: RouteLook;
  /** "1,240 m" */
  readonly note: string;
}

/** The kinds of line that a route has, with how much of each. */
export const routeKey = rememberLast(({ pieces }: Pick<DigResult, 'pieces'>): readonly RouteKeyLine[] => {
  const metres = new Map<RouteLookName, number>();
  for (const piece of pieces) {
    const name = routeLookOf(piece);
    metres.set(name, (metres.get(name) ?? 0) + piece.metres);
  }
  return ROUTE_LOOK_NAMES.filter((name) => (metres.get(name) ?? 0) >= LEAST_METRES).map((name) => ({
    name,
    look: ROUTE_LOOKS[name],
    note: metresOf(metres.get(name) ?? 0),
  }));
});

/** A hair of a line prints as nothing. */
const LEAST_METRES = 0.5;
