import type { Position } from '../ground/position.ts';

/** How a neighbourhood was built, which decides its streets and houses. */
export type Character =
  | 'centre'
  | 'terrace'
  | 'semi'
  | 'modern'
  | 'estate'
  | 'village'
  | 'business'
  | 'rural';

export interface Settlement {
  readonly index: number;
  readonly name: string;
  readonly kind: 'town' | 'village';
  readonly centre: Position;
  /** Premises to build. */
  readonly premises: number;
  readonly radiusMetres: number;
}

/** A patch of ground with a use of its own. */
export interface Zone {
  readonly kind: 'park' | 'water' | 'wood' | 'estate' | 'business park' | 'conservation area';
  readonly name: string;
  readonly settlement: number;
  readonly centre: Position;
  readonly radiusMetres: number;
  /** Distance from the centre to the outline in a direction (radians). */
  readonly reach: (heading: number) => number;
  /** Anticlockwise, open. */
  readonly outline: readonly Position[];
}

export type StreetClass = 'A road' | 'B road' | 'minor road' | 'street' | 'close';

export interface Street {
  readonly index: number;
  name: string;
  readonly class: StreetClass;
  readonly settlement: number;
  readonly character: Character;
  readonly line: readonly Position[];
}

export interface Building {
  readonly kind: 'terrace' | 'semi-detached' | 'detached' | 'flats' | 'shop' | 'works' | 'public' | 'farm';
  /** Anticlockwise, open. */
  readonly outline: readonly Position[];
}

export interface Premises {
  readonly position: Position;
  readonly building: number;
  readonly street: number;
  readonly settlement: number;
  readonly address: string;
  readonly use: 'home' | 'business' | 'public';
}

/** The borough's edge as the plan sees it; wards give it its final shape. */
export interface Site {
  readonly centre: Position;
  readonly radiusMetres: number;
  /** Distance from the centre to the edge in a direction (radians). */
  readonly reach: (heading: number) => number;
}

export interface TownPlan {
  readonly site: Site;
  readonly settlements: readonly Settlement[];
  readonly zones: readonly Zone[];
  readonly rivers: readonly {
    readonly name: string;
    readonly line: readonly Position[];
    readonly widthMetres: number;
  }[];
  readonly railways: readonly { readonly name: string; readonly line: readonly Position[] }[];
  readonly streets: readonly Street[];
  readonly buildings: readonly Building[];
  readonly premises: readonly Premises[];
}
