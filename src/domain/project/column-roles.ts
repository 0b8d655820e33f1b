/** Columns that carry a meaning, by what they mean. Values are column names of the file. */
export interface ColumnRoles {
  readonly id?: string;
  readonly code?: string;
  readonly name?: string;
  readonly lon?: string;
  readonly lat?: string;
  readonly easting?: string;
  readonly northing?: string;
  /** Units at a row. */
  readonly units?: string;
  readonly address?: string;
  readonly use?: string;
  readonly building?: string;
  readonly weight?: string;
  /** Not blank: the postcode is no longer in use (ONSPD's doterm), and its row is left out. */
  readonly terminated?: string;
  /** Long form: what tells the rows of one code apart (dwelling type); their units are summed. */
  readonly dimension?: string;
  /** Metres from the ground to the top of a building or tree. */
  readonly height?: string;
  /** Levels of a building above ground, where no height is stated. */
  readonly levels?: string;
  /** Metres from a tree's trunk to the edge of its crown. */
  readonly crown?: string;
  /** What a street is classed as ("residential", "A road"). */
  readonly class?: string;
  /** What would be broken to lay a duct along a street. */
  readonly surface?: string;
  /** Level of a street above (1, 2 …) or below (−1 …) the ground (0): lines of other levels cross without meeting. */
  readonly level?: string;
  /** Metres across the carriageway of a street. */
  readonly width?: string;
  /** Kind of a fibre point, a duct, a restriction or a roof; what planned excavations are for. */
  readonly kind?: string;
  /** Of planned excavations: who digs. */
  readonly owner?: string;
  /** Restrictions and planned excavations: name, id or USRN of the street. */
  readonly street?: string;
  /** Restrictions and planned excavations: first and last day, ISO dates. */
  readonly from?: string;
  readonly until?: string;
  /** Planned excavations: whether who digs would let a duct in. */
  readonly shares?: string;
  /** Roof access: what came of asking its owner, when it was asked, and whether there is power. */
  readonly wayleave?: string;
  readonly asked?: string;
  readonly power?: string;
}
