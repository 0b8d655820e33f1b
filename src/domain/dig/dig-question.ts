import type { Selection } from '../project/selection.ts';
import type { FibrePoint } from '../streets/fibre-point.ts';

/** Whom a dig is to reach. */
export type DigAim =
  | { readonly kind: 'serve all' }
  /** Premises are worth so much each, whole pence; who costs more is left out. */
  | { readonly kind: 'serve what is worth it'; readonly pencePerPremises: number }
  | { readonly kind: 'serve within a budget'; readonly pence: number };

/** What counts as passed: within so many metres of the trench, ducts and poles, or with a lead-in. */
export type PassedRule =
  | { readonly kind: 'within'; readonly metres: number }
  | { readonly kind: 'with a lead-in' };

/** What a person asks of a dig. A value: two that are equal have the same answer over the same files and rates. */
export interface DigQuestion {
  /** The premises that are to be served. */
  readonly selection: Selection;
  /** Content of the premises file, whose rows a cluster's selection means. */
  readonly premisesContentId: string;
  /** Only those of them that are not-spots of the definition in force when it was asked. */
  readonly onlyNotSpots: boolean;
  /** Ids of fibre points of the files that fibre may come from. */
  readonly rootIds: readonly string[];
  /** Fibre points that a person placed or moved: they stand in for those of the same id. */
  readonly ownRoots: readonly FibrePoint[];
  readonly aim: DigAim;
  /** Ids of streets that must not be dug, and that must be. */
  readonly blocked: readonly string[];
  readonly forced: readonly string[];
  /** Streets whose restriction is lifted, with the reason a person gives. */
  readonly lifted: readonly { readonly street: string; readonly reason: string }[];
  /** ISO date at which works are to begin: what protects a street until an earlier day is over. */
  readonly worksFrom: string;
  readonly passed: PassedRule;
  /** Per cent of the premises served that take the service: these are connected. */
  readonly takeUpPercent: number;
}
