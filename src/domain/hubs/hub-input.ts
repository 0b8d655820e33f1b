import type { RadioPrices } from '../cost/radio-prices.ts';
import type { DigPlace } from '../dig/dig-design.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import type { PlanRadio } from '../plan/plan-question.ts';
import type { RoofTerms } from '../plan/roof-terms.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { LinkMeter } from '../radio/link-meter.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import type { Roofs } from '../terrain/roofs.ts';

/** Which roofs are judged, and by what. */
export interface RoofsToJudge {
  /** Who is asked: points with premises. */
  readonly places: readonly DigPlace[];
  /** Ids are unique. */
  readonly candidates: readonly HubRoof[];
  readonly question: Pick<PlanRadio, 'radiusMetres' | 'leastMegabitsPerSecond'>;
  readonly model: HeightModel;
  /** Of the plan's device. */
  readonly meter: LinkMeter;
  /** Null where no footprints are loaded: premises are then taken at their own places. */
  readonly roofs: Roofs | null;
}

/** All that hubs are chosen by. */
export interface HubInput extends RoofsToJudge {
  readonly question: PlanRadio;
  /** What units are; absent: premises. */
  readonly unit?: Unit;
  /** Per cent of the units served that take the service, 0 to 100: these are a sector's clients. */
  readonly takeUpPercent: number;
  /** What stands in a roof's way under the levers that are pulled. */
  readonly termsOf: (roof: HubRoof) => RoofTerms;
  /** Of the plan's device, at the same take-up. */
  readonly prices: RadioPrices;
  /** Of links between hubs (`backhaulMeter`), and how long one may be at most, metres. */
  readonly linkMeter: LinkMeter;
  readonly mostLinkMetres: number;
  /** Whole-life pence of a trench from a roof's foot to the nearest fibre; Infinity where none leads there. */
  readonly trenchPence: (roof: HubRoof) => number;
}
