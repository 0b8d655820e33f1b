import type { AreaTable } from '../geo/area-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { DatasetRecord } from '../project/project.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import type { TextColumn } from '../tables/text-column.ts';
import type { ReleaseKind } from './comparison.ts';

/** Two releases, and the premises and wards that give their keys a place. */
export interface ReleaseInput {
  readonly kind: ReleaseKind;
  readonly before: Release;
  readonly after: Release;
  /** Column of the later release to compare in full; absent: the most telling one. */
  readonly column?: string;
  /** Where the counted premises lie; null where none are loaded. */
  readonly placed: PlacedPremises | null;
  readonly wards: Pick<AreaTable, 'codes' | 'names'>;
  readonly loadedAreas: readonly { readonly areas: AreaTable; readonly fileName: string }[];
  /** Premises column that holds an address or street, and one of postcodes; null where there is none. */
  readonly streets: { readonly address: string | null; readonly postcode: string | null };
  /** Technology of footprints: their columns do not tell. */
  readonly technology?: string;
}

export interface Release {
  readonly dataset: DatasetRecord;
  readonly table: SourceTable;
  /** For premises lists: its own places. */
  readonly placed?: PlacedPremises;
  /** For footprints: the answer of each counted premises row, 1 inside, 0 outside, −1 not known. */
  readonly answers?: Int8Array;
}

/** Premises and the ward number of each, −1 outside. */
export interface PlacedPremises {
  readonly premises: PremisesTable;
  readonly wardOf: Int32Array;
}

/** The column by which a release's rows are told apart. Throws RangeError where it has none. */
export function keyColumn({ dataset, table }: Release): TextColumn {
  const name = dataset.roles.id ?? dataset.roles.code;
  const column = name === undefined ? undefined : columnNamed(table.columns, name);
  if (!column)
    throw new RangeError(`${dataset.fileName} has no identifier column: choose one on the Data page.`);
  return column;
}
