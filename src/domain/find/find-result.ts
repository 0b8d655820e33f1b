import type { Box } from '../geo/geometry.ts';

/** A place that was asked for and is no premises itself, and how far the premises shown is from it. */
export interface AskedPlace {
  readonly title: string;
  readonly lon: number;
  readonly lat: number;
  readonly distanceMetres: number;
}

/** One thing found. */
export interface FindResult {
  readonly kind: 'ward' | 'area' | 'postcodes' | 'postcode' | 'premises' | 'place' | 'coordinate';
  /** "Abbey", "M15 4AB", "12 High Street" */
  readonly title: string;
  /** What it is and where, in one line. */
  readonly detail: string;
  readonly lon: number;
  readonly lat: number;
  /** null: a point. */
  readonly box: Box | null;
  /** For a ward: its code. */
  readonly wardCode: string | null;
  /** Premises rows that it stands for; none for areas and named places. */
  readonly rows: readonly number[];
  /** For a place that is no premises: `rows` is then the nearest one. */
  readonly asked: AskedPlace | null;
  /** For a group of postcodes: where each of them is. For a place that is no premises: the place, and the nearest one. */
  readonly marks?: readonly { readonly lon: number; readonly lat: number; readonly label: string }[];
}

/** What a search gave. */
export interface FindAnswer {
  readonly query: string;
  /** What the query was taken for: "Postcode M15 4AB"; '' for an empty one. */
  readonly understood: string;
  /** What is wrong with it, or that it is not in the data; '' where nothing is. */
  readonly problem: string;
  /** The best first. */
  readonly results: readonly FindResult[];
  /** How many there are, those not listed included. */
  readonly total: number;
}
