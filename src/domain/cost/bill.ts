import type { Unit } from '../premises/premises-table.ts';
import type { Crossing, EdgeKind } from '../streets/street-network.ts';
import type { Surface } from '../streets/surface.ts';
import type { Method, Spread } from './rate-card.ts';
import type { CostPart } from './trench-piece.ts';

/** What a route takes and costs. Money in whole pence, metres on the ground; lists in a fixed order. */
export interface BillOfQuantities {
  /** Metres by what is dug or used, in surfaces and by methods. */
  readonly metres: readonly BillMetres[];
  readonly trenchMetres: number;
  readonly ductMetres: number;
  readonly poleMetres: number;
  readonly poles: number;
  readonly leadIns: number;
  readonly leadInMetres: number;
  /** Reckoned from metres and spacing, so not whole. */
  readonly chambers: Spread;
  readonly crossings: readonly BillCrossing[];
  /** By part, those that cost nothing left out; together they are `whole`. */
  readonly parts: readonly BillPart[];
  /** What is paid once: all parts that are not yearly. */
  readonly capital: Spread;
  /** What is paid each year: rents and maintenance. */
  readonly runningAYear: Spread;
  /** What the yearly sums over the term are worth today. */
  readonly presentValueOfRunning: Spread;
  /** `capital` and `presentValueOfRunning`. */
  readonly whole: Spread;
  readonly termYears: number;
  readonly discountPercent: number;
  /** Dearest first; what lies in no street (lead-ins) last. Together they are `whole` less the connections. */
  readonly streets: readonly BillStreet[];
  /** Days that one gang digs in streets. Lead-ins, and cables in ducts and on poles, take none of them. */
  readonly days: Spread;
  /** Days that streets are up: each named street's days made whole upwards, and those of all lines without a name together, added. */
  readonly streetDays: Spread;
  /** Lines known by their id alone in which something is dug, and their days; null where there are none. */
  readonly nameless: { readonly lines: number; readonly days: Spread } | null;
  readonly trafficSensitive: TrafficSensitive;
  /** Carbon of what is dug by the metre and of lead-ins, however those are dug, kg CO₂e. */
  readonly carbonKilograms: Spread;
  /** Metres whose surface and method the card has no rate for: they are in neither days nor carbon. */
  readonly metresWithoutRate: number;
  readonly premises: BillPremises;
  /** Capital less connections, for each premises passed; null where none is. */
  readonly pencePerPassed: Spread | null;
  /** Capital for each premises connected; null where none is. */
  readonly pencePerConnected: Spread | null;
  /** Ids of barriers whose owner's price is not known: it is in no sum of these, which are at least what they say. */
  readonly ownersUnpriced: readonly string[];
  /** Rates that went into it and that nobody sourced, by name. */
  readonly assumed: readonly string[];
}

export interface BillMetres {
  readonly kind: EdgeKind;
  readonly surface: Surface;
  /** null: nothing is dug by the metre (ducts, poles, lead-ins). */
  readonly method: Method | null;
  readonly metres: number;
  readonly pieces: number;
  /** All parts of these pieces, and those of them that are paid once. */
  readonly pence: Spread;
  readonly capital: Spread;
}

export interface BillCrossing {
  readonly crossing: Exclude<Crossing, 'none'>;
  readonly count: number;
  readonly pence: Spread;
}

export interface BillPart {
  readonly what: CostPart['what'];
  readonly isYearly: boolean;
  /** Present value where it is yearly. */
  readonly pence: Spread;
}

export interface BillStreet {
  /** null: of no street. */
  readonly street: string | null;
  readonly name: string | null;
  readonly metres: number;
  /** Metres dug in it by surface, those of none left out. */
  readonly surfaces: readonly { readonly surface: Surface; readonly metres: number }[];
  /** All of it with the yearly sums as present value, and what of it is paid once. */
  readonly pence: Spread;
  readonly capital: Spread;
  readonly days: Spread;
  /** Ids of the barriers on its pieces. */
  readonly barriers: readonly string[];
}

export interface TrafficSensitive {
  /** Hours of work within stated traffic-sensitive hours. */
  readonly hours: Spread;
  /** Streets of the route that are traffic-sensitive at stated hours, and at hours not known. */
  readonly streetsWithHours: number;
  readonly streetsWithoutHours: number;
}

export interface BillPremises {
  /** What is counted. */
  readonly unit: Unit;
  /** With a lead-in. */
  readonly served: number;
  readonly passed: number;
  /** `served` times take-up (the middle), to whole premises; the bill has this share of a connection for each served. */
  readonly connected: number;
  readonly takeUpPercent: number;
  /** The rule of what is passed, in words. */
  readonly passedRule: string;
}
