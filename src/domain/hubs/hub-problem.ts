/** A roof that a hub may stand on, as the choice sees it. */
export interface HubChoice {
  /** Whom it reaches, by place; and where they are from it, clockwise from north in degrees; NaN: any sector will do. */
  readonly place: Int32Array;
  readonly azimuthDegrees: Float64Array;
  /** Whole-life pence of the hub without its backhaul. */
  readonly pence: number;
  /** Of a trench to fibre; Infinity: none leads there. */
  readonly trenchPence: number;
}

/** What sectors a hub has. */
export interface SectorRule {
  readonly sectors: number;
  /** Degrees that one looks over, above 0, at most 360. */
  readonly beamDegrees: number;
  /** Units that one serves at most, whole; Infinity: any number. */
  readonly mostUnits: number;
}

/** Which hubs to build, without the world around. */
export interface HubProblem {
  /** Whole units at each place, above 0. */
  readonly units: Int32Array;
  readonly choices: readonly HubChoice[];
  readonly rule: SectorRule;
  readonly linkPence: number;
  /** What a unit in a hub's own building costs more than one by radio, whole-life pence; negative: less. */
  readonly cabledMorePence: number;
  /** Whether a link between two hubs carries backhaul; the same either way. */
  readonly isLinked: (one: number, other: number) => boolean;
  /** How good a link is: of equally dear ones the best is taken. */
  readonly linkQuality: (one: number, other: number) => number;
}

/** A choice of hubs. Arrays have an entry for each hub, in the order of `hubs`, or for each place. */
export interface HubAnswer {
  /** Places among the choices, ascending. */
  readonly hubs: readonly number[];
  /** By hub: the hub it is linked to as a place among the choices; −1: it has a trench. */
  readonly linkedTo: readonly number[];
  /** By hub: the middle of each of its sectors, degrees, and the units that each serves. */
  readonly sectors: readonly (readonly number[])[];
  readonly sectorUnits: readonly (readonly number[])[];
  /**
   * By place: the hub that serves it, as a place in `hubs`, and its sector; −1: nobody. Who lives in the hub's building takes no
   * room in a sector and has sector 0; who is more than a sector holds is shared between several, and has the first.
   */
  readonly hubOf: Int32Array;
  readonly sectorOf: Int32Array;
  readonly units: number;
  /** Of hubs and backhaul, and what those cost more whom a cable joins in their building. */
  readonly pence: number;
}
