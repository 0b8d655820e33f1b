/**
 * Why something in a file was repaired, left out or refused. One code, one meaning, across all formats; the sentence
 * shown is built where the reader knows the place.
 */
export type IssueCode =
  | 'NOT_JSON'
  | 'NOT_GEOJSON'
  | 'BAD_GEOMETRY'
  | 'BAD_TYPE'
  | 'BAD_BBOX'
  | 'NO_PROPERTIES'
  | 'WINDING'
  | 'RING_NOT_CLOSED'
  | 'SELF_INTERSECTION'
  | 'OUT_OF_RANGE'
  | 'CRS_MEMBER'
  | 'CRS_UNKNOWN'
  | 'CRS_CONVERTED'
  | 'NO_LOCATION'
  | 'ANTIMERIDIAN'
  | 'EXTRA_ORDINATES'
  | 'EMPTY'
  | 'ZERO_LENGTH'
  | 'CSV_RAGGED'
  | 'CSV_QUOTES'
  | 'NON_FINITE'
  | 'HEADER_ASSUMED'
  | 'TITLE_LINES'
  | 'DECIMAL_COMMA'
  | 'ALREADY_LOADED'
  | 'OTHER_DATA'
  | 'TAKES_PLACE'
  | 'DUPLICATE_ID'
  | 'DUPLICATE_COLUMN'
  | 'UNMATCHED_ID'
  | 'BAD_ENCODING'
  | 'BAD_VALUE'
  | 'NO_ROLE'
  | 'GZIP_CORRUPT'
  | 'ZIP_CORRUPT'
  | 'ZIP_UNSAFE_PATH'
  | 'ZIP_ENCRYPTED'
  | 'ZIP_SIZE_MISMATCH'
  | 'ZIP_NO_MAP_DATA'
  | 'ZIP_ENTRY_SKIPPED'
  | 'SHP_CORRUPT'
  | 'DBF_CORRUPT'
  | 'NO_ATTRIBUTES'
  | 'GPKG_CORRUPT'
  | 'NO_VECTOR_LAYER'
  | 'CURVE_GEOMETRY'
  | 'XML_MALFORMED'
  | 'XML_DTD'
  | 'LINKS_NOT_FOLLOWED'
  | 'HEIGHTS_READ'
  | 'NO_HEIGHTS'
  | 'HEIGHTS_KIND'
  | 'HEIGHT_UNIT'
  | 'HEIGHTS_NOT_KNOWN'
  | 'PROJECT_FILE'
  | 'BASEMAP'
  | 'CRS_GUESSED'
  | 'AXES_SWAPPED'
  | 'TERMINATED'
  | 'SUMMED'
  | 'CODED_VALUE'
  | 'VINTAGE'
  | 'AMBIGUOUS_ID'
  | 'FILE_CORRUPT'
  | 'TECHNOLOGY_UNKNOWN'
  | 'TECHNOLOGY_BY_FILE_NAME'
  | 'WRONG_EXTENSION'
  | 'TOO_LARGE'
  | 'UNKNOWN_FORMAT'
  | 'UNKNOWN_RESTRICTION'
  | 'UNKNOWN_WAYLEAVE'
  | 'BAD_DATE'
  | 'DATES_REVERSED'
  | 'NOT_LINES';

/** What was done about it. */
export type IssueOutcome = 'note' | 'repaired' | 'left-out' | 'refused';

/** One kind of trouble in one file. `message` names place, reason and remedy in plain words (≤ 25 words). */
export interface FileIssue {
  readonly code: IssueCode;
  readonly outcome: IssueOutcome;
  readonly message: string;
  /** Rows, shapes or cells concerned. */
  readonly count: number;
  /** A few places as a person would look them up: "row 12", "feature 3", "line 4, column 9". At most five. */
  readonly examples: readonly string[];
}

/** What became of one file's rows. rowsUsed + rowsLeftOut = rowsRead; repaired rows are among the used. */
export interface FileReport {
  readonly fileName: string;
  readonly bytes: number;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsRepaired: number;
  readonly rowsLeftOut: number;
  readonly issues: readonly FileIssue[];
}

/** A file that is not taken. Carries the report, so that the screen and the command line say the same. */
export class FileRefused extends Error {
  readonly report: FileReport;

  constructor(report: FileReport) {
    super(
      report.issues.find((issue) => issue.outcome === 'refused')?.message ??
        `${report.fileName} was not taken.`,
    );
    this.name = 'FileRefused';
    this.report = report;
  }
}
