/** A path from one end to another, seen from the side; heights go with `distances`, NaN is not known. */
export interface ProfileDrawing {
  readonly length: number;
  readonly low: number;
  readonly high: number;
  readonly distances: Float64Array;
  readonly surface: Float64Array;
  readonly ground: Float64Array | null;
  readonly earth: Float64Array;
  readonly line: { readonly first: number; readonly last: number } | null;
  /** Half widths round the line. */
  readonly zone: Float64Array;
  readonly innerZone: Float64Array;
  readonly notKnown: readonly (readonly [number, number])[];
  readonly ownRoofs: readonly (readonly [number, number])[];
}

/** A place to mark: how far along, and heights there as drawn; null: not known. */
export interface ProfileMark {
  readonly distance: number;
  readonly surface: number | null;
  readonly line: number | null;
}

export interface ProfileChartProps {
  readonly caption: string;
  readonly drawing: ProfileDrawing;
  /** Names of the ends. */
  readonly ends: readonly [string, string];
  /** How the line looks: a custom property and dashes in widths of the line. */
  readonly look: { readonly token: string; readonly dashes: readonly number[] };
  readonly worst: (ProfileMark & { readonly label: string }) | null;
  readonly cursor: ProfileMark | null;
  /** What the cursor says: "412 m". */
  readonly cursorText: string;
  /** Where the pointer or a key put the cursor, or null. */
  readonly onCursor: (distance: number | null) => void;
  readonly distanceText: (distance: number) => string;
  readonly heightText: (height: number) => string;
  readonly words: {
    readonly line: string;
    readonly surface: string;
    readonly ground: string;
    readonly zone: string;
    readonly innerZone: string;
    readonly notKnown: string;
    readonly ownRoof: string;
    readonly earth: string;
  };
}
