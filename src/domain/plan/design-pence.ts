import { connectionPence } from '../cost/connection-pence.ts';
import { hubWithTerms, type RadioPrices } from '../cost/radio-prices.ts';
import type { TrenchPiece } from '../cost/trench-piece.ts';
import type { DigResult } from '../dig/dig-design.ts';
import type { AskedDig, AskedPlan, AskedRadio } from './asked-plan.ts';
import type { PlanDesign } from './plan-design.ts';
import type { RadioDesign, RadioPlace } from './radio-design.ts';

/** What designs of the same question are compared by: units served, then mid whole-life pence. */
export interface Standing {
  readonly units: number;
  readonly pence: number;
}

/** Units that a design serves, and what it comes to at the prices of now. */
export function standingOf({ trench, radio }: PlanDesign, { dig, radio: asked }: AskedPlan): Standing {
  return {
    units: unitsOf(trench?.served) + unitsOf(radio?.served),
    pence: (trench && dig ? trenchPence(trench, dig) : 0) + (radio && asked ? hubsPence(radio, asked) : 0),
  };
}

/** Whether one serves more, or as many for less. */
export function isBetter(one: Standing, other: Standing): boolean {
  return one.units > other.units || (one.units === other.units && one.pence < other.pence);
}

/** A trench with its connections, mid: the bill's `whole`. */
export function trenchPence(
  { pieces, served }: Pick<DigResult, 'pieces' | 'served'>,
  { rates, question }: Pick<AskedDig, 'rates' | 'question'>,
): number {
  const connection = connectionPence(rates, question.takeUpPercent).mid;
  return pieces.reduce((sum, piece) => sum + midOf(piece), 0) + unitsOf(served) * connection;
}

/** Mid pence of a piece. */
export function midOf({ parts }: TrenchPiece): number {
  return parts.reduce((sum, { pence }) => sum + pence.mid, 0);
}

/** Hubs, their links and those they serve, mid, without any trench. */
export function hubsPence(
  { hubs, served }: Pick<RadioDesign, 'hubs' | 'served'>,
  { prices, termsOf }: AskedRadio,
): number {
  const ofHubs = hubs.reduce(
    (sum, { roof, backhaul }) =>
      sum +
      hubWithTerms(prices, roof, termsOf(roof)).mid +
      (backhaul.kind === 'link' ? prices.linkPence.mid : 0),
    0,
  );
  return served.reduce((sum, place) => sum + unitPenceAt(place, prices) * place.units, ofHubs);
}

/** What a unit that a hub serves comes to where it is, mid: in the hub's own building it needs no radio. */
export function unitPenceAt(
  { metres }: Pick<RadioPlace, 'metres'>,
  { unitPence, cabledPence }: Pick<RadioPrices, 'unitPence' | 'cabledPence'>,
): number {
  return (metres > 0 ? unitPence : cabledPence).mid;
}

function unitsOf(places: readonly { readonly units: number }[] = []): number {
  return places.reduce((sum, { units }) => sum + units, 0);
}
