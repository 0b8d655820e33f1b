/** A column of a table that is sorted by any of its columns. */
export interface TableColumn {
  readonly key: string;
  readonly header: string;
  readonly meaning: string;
  readonly numeric: boolean;
  readonly sortable: true;
  /** A CSS length. */
  readonly width: string;
}
