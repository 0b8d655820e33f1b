import type { Analysis, LayerTally } from './analysis.ts';
import type { Tally } from './tally.ts';

/** A count of one place, with its band. *Not known* is apart: low ≤ mid ≤ high never contain it. */
export interface PlaceCount {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly notKnown: number;
}

/** One line of the ward table: a ward, "outside every ward", or the total. */
export interface WardRow {
  readonly kind: 'ward' | 'outside' | 'total';
  /** GSS code; '' for outside and total. */
  readonly code: string;
  readonly name: string;
  readonly units: number;
  readonly notSpots: PlaceCount;
  /** Not-spots (mid) as a share of units, 0–1; null where there are no units. */
  readonly share: number | null;
  /** Covered units per layer id. */
  readonly covered: ReadonlyMap<string, PlaceCount>;
}

/** The analysis as lines: wards by code, then outside, then total. */
export function wardRows(analysis: Analysis): WardRow[] {
  const wards = analysis.wardCodes.length;
  return Array.from(analysis.units, (units, place): WardRow => {
    const kind = place < wards ? 'ward' : place === wards ? 'outside' : 'total';
    const notSpots = countAt(analysis.notSpots, place);
    return {
      kind,
      code: analysis.wardCodes[place] ?? '',
      name: analysis.wardNames[place] ?? (kind === 'outside' ? 'Outside every ward' : 'Total'),
      units,
      notSpots,
      share: units === 0 ? null : notSpots.mid / units,
      covered: new Map(
        analysis.layers.map((layer: LayerTally) => [layer.layerId, countAt(layer.covered, place)]),
      ),
    };
  });
}

/** The tally at one place. */
export function countAt(tally: Tally, place: number): PlaceCount {
  return {
    low: tally.low[place],
    mid: tally.mid[place],
    high: tally.high[place],
    notKnown: tally.notKnown[place],
  };
}
