import type { Crossing, EdgeKind } from '../streets/street-network.ts';
import type { Surface } from '../streets/surface.ts';
import type { Method, Spread } from './rate-card.ts';

/** One named part of what a piece costs, pence; its sum over the parts is the piece's cost. */
export interface CostPart {
  readonly what:
    | 'trench'
    | 'chambers'
    | 'crossing'
    | 'lead-in'
    | 'cable'
    | 'connection'
    | 'permit'
    | 'traffic management'
    | 'lane rental'
    | 'consents'
    | 'design and survey'
    | 'duct rent'
    | 'pole rent'
    | 'maintenance';
  /** Whole pence: capital, and present value of what is paid each year. */
  readonly pence: Spread;
  readonly isYearly: boolean;
}

/** A piece of a route as it is built, and what it costs. */
export interface TrenchPiece {
  readonly kind: EdgeKind;
  /** Id of its street; null: of none. */
  readonly street: string | null;
  readonly streetName: string | null;
  readonly side: 'centre' | 'left' | 'right';
  readonly surface: Surface;
  /** null: nothing is dug (ducts, poles). */
  readonly method: Method | null;
  readonly crossing: Crossing;
  readonly metres: number;
  readonly poles: number;
  /** lon, lat, lon, lat …, degrees to 1e-7. */
  readonly line: readonly number[];
  /** Ids of barriers on it. */
  readonly barriers: readonly string[];
  readonly parts: readonly CostPart[];
}
