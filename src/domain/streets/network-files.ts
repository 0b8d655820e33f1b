import type { ColumnRoles } from '../project/column-roles.ts';
import type { Source } from '../project/figure.ts';
import type { SourceTable } from '../tables/source-table.ts';

/** A file as streets are made of it. */
export interface NetworkFile {
  readonly table: SourceTable;
  readonly roles: ColumnRoles;
  /** null: not known. */
  readonly source: Source | null;
}

/** All files that a network is made of, each list in the order loaded. */
export interface NetworkFiles {
  /** Lines: streets, and the railways, trams, waterways and motorways that they cross. */
  readonly streets: readonly NetworkFile[];
  /** Places that fibre can come from: points, or columns of coordinates. */
  readonly fibrePoints: readonly NetworkFile[];
  /** Lines: ducts and pole routes. */
  readonly ducts: readonly NetworkFile[];
  /** Tables by street. */
  readonly restrictions: readonly NetworkFile[];
}
