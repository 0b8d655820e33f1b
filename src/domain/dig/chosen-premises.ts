import type { Box } from '../geo/geometry.ts';
import { ROW_NOT_KNOWN, ROW_SHARE } from '../not-spots/count-shares.ts';
import { type Unit, unitsAt } from '../premises/premises-table.ts';
import type { Prepared } from '../project/prepared.ts';
import { selectedRows } from '../project/selected-rows.ts';
import type { Selection } from '../project/selection.ts';

/** What is asked of a choice of premises: how many they are and where. */
export interface ChosenQuestion {
  readonly selection: Selection;
  /** Only those that are not-spots of the definition in force. */
  readonly onlyNotSpots: boolean;
}

/** How many premises a choice names, before a dig is asked of them. Counts are of units. */
export interface ChosenPremises {
  readonly unit: Unit;
  /** All that the selection names. */
  readonly all: number;
  /** Those of them that are not-spots; null where no definition says so of each. */
  readonly notSpots: number | null;
  /** Those of `notSpots` that are so only perhaps, for a pair of confidences. */
  readonly perhaps: number;
  /** Why they are not told, in words with what to do; null where they are. */
  readonly whyNotTold: string | null;
  /** Those of which it is not known. */
  readonly notKnown: number;
  /** Those that a dig would be asked for. */
  readonly asked: number;
  /** Where they stand, degrees: one point for each row. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Around them; null where there are none. */
  readonly box: Box | null;
}

/** The not-spots of the definition in force, row by row. */
export interface NotSpotsInForce {
  /** Ascending; null where no definition says it of each row. */
  readonly rows: Uint32Array | null;
  readonly whyNotTold: string | null;
  /** ROW_… of count-shares per row; empty where nothing could be counted. */
  readonly rowState: Uint8Array;
}

/** Counts the premises of a choice, and says where those are that a dig would be asked for. */
export function chosenPremises(
  { selection, onlyNotSpots }: ChosenQuestion,
  prepared: Pick<Prepared, 'premises' | 'wards' | 'membership'>,
  inForce: NotSpotsInForce,
): ChosenPremises {
  const { premises } = prepared;
  const rows = selectedRows(selection, prepared);
  const sum = (some: Uint32Array): number => some.reduce((total, row) => total + unitsAt(premises, row), 0);
  const told = inForce.rows && new Set(inForce.rows);
  const notSpots = told && rows.filter((row) => told.has(row));
  const asked = onlyNotSpots ? (notSpots ?? new Uint32Array(0)) : rows;
  const lon = Float64Array.from(asked, (row) => premises.lon[row]);
  const lat = Float64Array.from(asked, (row) => premises.lat[row]);
  return {
    unit: premises.unit,
    all: sum(rows),
    notSpots: notSpots && sum(notSpots),
    perhaps: notSpots ? sum(notSpots.filter((row) => inForce.rowState[row] === ROW_SHARE)) : 0,
    whyNotTold: inForce.whyNotTold,
    notKnown: sum(rows.filter((row) => inForce.rowState[row] === ROW_NOT_KNOWN)),
    asked: sum(asked),
    lon,
    lat,
    box: boxAround(lon, lat),
  };
}

function boxAround(lon: Float64Array, lat: Float64Array): Box | null {
  if (lon.length === 0) return null;
  const least = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b));
  return [least(lon), least(lat), most(lon), most(lat)];
}
