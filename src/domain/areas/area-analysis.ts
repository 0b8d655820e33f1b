import type { Assumption } from '../project/figure.ts';

/** Areas in m² with their range: between the two confidences of a prediction; equal where there are none. */
export interface AreaRange {
  readonly low: Float64Array;
  readonly mid: Float64Array;
  readonly high: Float64Array;
}

/**
 * The not-spot as a surface. Places: wards in code order, then the total. All in m² on the WGS84 ellipsoid, with edges
 * straight in longitude and latitude. Per place: not-spots + covered + not known = area, whichever confidence is taken.
 */
export interface AreaAnalysis {
  readonly recipeText: string;
  /** The recipe as words after "have". */
  readonly recipeWords: string;
  /** Ids of the layers that the recipe asks about. */
  readonly layerIds: readonly string[];
  readonly wardCodes: readonly string[];
  readonly wardNames: readonly string[];
  readonly area: Float64Array;
  /** Null where the recipe cannot be drawn: see `refusals`. */
  readonly notSpots: AreaRange | null;
  readonly notKnown: Float64Array;
  readonly operators: readonly OperatorAreas[];
  /** Technologies that have no surface, and why. */
  readonly refusals: readonly AreaRefusal[];
  /** Sentences: which layers the recipe's names leave out, as the count does, and for which finer ones. */
  readonly leftAside: readonly string[];
  readonly assumptions: readonly Assumption[];
}

/** How much of each place exactly 0, 1 … n of a technology's operators cover, and where one of them does not say. */
export interface OperatorAreas {
  readonly technology: string;
  readonly label: string;
  readonly operators: readonly string[];
  /** exactly[n][place], n = 0 … operators. */
  readonly exactly: readonly Float64Array[];
  readonly notKnown: Float64Array;
}

/** A technology that cannot be drawn as an area. */
export interface AreaRefusal {
  readonly technology: string;
  readonly label: string;
  /** Whether the recipe asks for it: then there is no not-spot area at all. */
  readonly isAsked: boolean;
  readonly why: string;
  readonly remedy: string;
}

/** A ward whose shapes could not be drawn. Its areas stand: they are counted without joining shapes. */
export interface AreaFailure {
  readonly ward: number;
  readonly message: string;
  readonly remedy: string;
}
