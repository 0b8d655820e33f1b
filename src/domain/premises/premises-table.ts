import { cellText, type TextColumn, textColumn } from '../tables/text-column.ts';

/** What one row, or one count of a row, stands for. Words in product.md; printed as they are. */
export type Unit = 'premises' | 'postcodes' | 'households';

/**
 * The premises of a project in tile order (ascending Morton key at zoom 16), so that neighbours in space are
 * neighbours in memory and every map tile is one contiguous range. All arrays have `count` entries.
 */
export interface PremisesTable {
  readonly unit: Unit;
  readonly count: number;
  /** Degrees, WGS84. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Metres, OSGB36 / British National Grid (EPSG:27700), Helmert, within 5 m. */
  readonly easting: Float64Array;
  readonly northing: Float64Array;
  /** Units that stand at the row (households of an output area); null where each row is one. Fractions only while weighed by need. */
  readonly units: Uint32Array | Float64Array | null;
  /** UPRN, postcode or area code: identifiers, always text. In the file's order, like `columns`: read with `premisesCell`. */
  readonly ids: TextColumn;
  /** Every other column of the file, as text, for roles given later. The file's own buffers, not a copy. */
  readonly columns: readonly TextColumn[];
  /** 0-based row in the file, by row here. */
  readonly sourceRow: Uint32Array;
  /** Morton key of the zoom-16 tile, ascending. */
  readonly tileKeys: Uint32Array;
}

/** Text of a premises row in one of its columns. */
export function premisesCell(premises: PremisesTable, column: TextColumn, row: number): string {
  return cellText(column, premises.sourceRow[row]);
}

/** Units in row `row`: its count, or one. */
export function unitsAt(premises: PremisesTable, row: number): number {
  return premises.units === null ? 1 : premises.units[row];
}

/** Sum of units over all rows. */
export function totalUnits(premises: PremisesTable): number {
  if (premises.units === null) return premises.count;
  let sum = 0;
  for (let i = 0; i < premises.count; i++) sum += premises.units[i];
  return sum;
}

/** A table of no premises. */
export function emptyPremises(): PremisesTable {
  const none = new Float64Array(0);
  return {
    unit: 'premises',
    count: 0,
    lon: none,
    lat: none,
    easting: none,
    northing: none,
    units: null,
    ids: textColumn('', []),
    columns: [],
    sourceRow: new Uint32Array(0),
    tileKeys: new Uint32Array(0),
  };
}
