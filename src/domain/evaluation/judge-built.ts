import { ratesInBill, type UsedRate } from '../cost/assumed-rates.ts';
import type { Spread } from '../cost/rate-card.ts';
import { mapSpread } from '../cost/spread.ts';
import type { Barrier } from '../plan/barrier.ts';
import { leversInForce } from '../plan/pulled-for.ts';
import { sharedRates } from '../plan/shared-rates.ts';
import { takeUpOf } from '../plan/take-up.ts';
import { withLacks } from '../project/lacks.ts';
import type { WorkStep } from '../project/work-step.ts';
import { type Built, pointKey } from './built-together.ts';
import { type CostsOf, costsOf } from './costs-of.ts';
import type { PointOfFailure, RecipeLift, WardLift } from './evaluation.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import { failurePoints } from './failure-points.ts';
import { type FundingOf, fundingOf } from './funding-of.ts';
import { type LeadInsOf, leadInsOf } from './lead-ins-of.ts';
import { type LeverCosts, leverCosts } from './lever-costs.ts';
import { metBarriers } from './met-barriers.ts';
import { overfullWords } from './overfull-words.ts';
import { type AskedGround, eligibleUnits, recipeLifts } from './recipe-lifts.ts';
import { GIGABIT_MEGABITS, USABLE_MEGABITS } from './service-speeds.ts';
import { trenchTree } from './trench-tree.ts';
import { wardLifts } from './ward-lifts.ts';
import { type WeeksOf, weeksOf } from './weeks-of.ts';
import { servedWithWireless, type WirelessAlready } from './wireless-already.ts';

/** What is built, judged in numbers: counts are of units, money in whole pence. */
export interface Judged {
  readonly built: Built;
  readonly asked: number;
  readonly served: number;
  /** Low: when all who take the service draw at once; else each drawing alone. */
  readonly usable: Spread;
  readonly gigabit: number;
  /** Of those served by radio, when all who take the service draw at once; null: nobody is. */
  readonly atOnce: AtOnce | null;
  /** Per cent that take the service, with what gathered demand adds. */
  readonly takeUpPercent: Spread;
  readonly connected: Spread;
  /** What the high end of the take-up does to hubs, in words; null: they hold it. */
  readonly overfull: string | null;
  /** Who of those asked has fixed wireless already, and how many of those are served. */
  readonly wireless: WirelessAlready & { readonly served: number };
  readonly costs: CostsOf;
  /** Of the rate card, what the trench was priced with. */
  readonly rates: readonly UsedRate[];
  readonly weeks: WeeksOf;
  /** Named streets that are dug, and lines known by their id alone, of which several may be one street. */
  readonly streetsDug: number;
  readonly linesDug: number;
  readonly barriers: readonly Barrier[];
  readonly failures: readonly PointOfFailure[];
  /** Units that get gigabit and are known to have none; null: nothing tells, for `whyNotEligible`. */
  readonly eligible: number | null;
  /** Of those (of `gigabit` where nothing tells), how many have it by radio. */
  readonly gigabitByRadio: number;
  /** What digging would cost with lead-ins to those alone who take the service. */
  readonly leadIns: LeadInsOf;
  readonly whyNotEligible: string | null;
  readonly funding: FundingOf;
  readonly levers: LeverCosts;
  readonly byWard: readonly WardLift[];
  readonly byRecipe: readonly RecipeLift[];
}

/** What is left of the rates of radio when all draw at once. */
export interface AtOnce {
  /** Units that then have less than is usable, though alone they have it. */
  readonly slow: number;
  readonly leastMegabits: number;
  readonly leastAt: string;
}

/** Judges what is built. `ground`: what the definitions say of the places asked. */
export function* judgeBuilt(
  built: Built,
  input: EvaluationInput,
  ground: AskedGround,
): Generator<WorkStep, Judged> {
  const { plan, card, termsOf, rates } = input;
  const { worksFrom } = plan.question;
  // Nothing that is not built pulls a lever.
  const levers = built.fibre.length + built.radio.length > 0 ? leversInForce(plan.levers, worksFrom) : [];
  const fibreUnits = unitsOf(built.fibre);
  const radioUnits = unitsOf(built.radio.map(({ place }) => place));
  const atLeast = (megabits: number): number =>
    fibreUnits +
    unitsOf(
      built.radio.flatMap(({ place, megabitsPerSecond }) => (megabitsPerSecond >= megabits ? [place] : [])),
    );
  const served = fibreUnits + radioUnits;
  const takeUpPercent = takeUpOf(plan.question, levers, card);
  const connected = mapSpread(takeUpPercent, (percent) => Math.round((served * percent) / 100));
  yield { what: 'Reckoning what is built', fraction: 0 };
  const costs = costsOf(built, input);
  yield { what: 'Following the trench', fraction: 0.3 };
  const tree = trenchTree(built.pieces, built.roots);
  yield { what: 'Following the trench', fraction: 0.5 };
  const failures = failurePoints(built, tree);
  yield { what: 'Adding up the weeks', fraction: 0.6 };
  const weeks = weeksOf(built, {
    ...{ tree, rates, card, termsOf, connected: connected.mid },
    day: worksFrom,
    sharedWith: input.sharedWith ?? new Map(),
  });
  yield { what: 'Asking the definitions', fraction: 0.8 };
  const byRecipe = recipeLifts(built, ground);
  yield { what: 'Asking the definitions', fraction: 0.9 };
  const { units: eligible, why: whyNotEligible } = eligibleUnits(built, ground);
  const byFibre = { ...built, radio: [] };
  const gigabit = atLeast(GIGABIT_MEGABITS);
  const gigabitByRadio =
    eligible === null ? gigabit - fibreUnits : eligible - (eligibleUnits(byFibre, ground).units ?? 0);
  const funding = fundingOf({
    capital: costs.capital,
    connected,
    eligible: mapSpread(takeUpPercent, (percent) => Math.round(((eligible ?? 0) * percent) / 100)),
    card,
    levers,
  });
  const [alone, atOnce] = [atLeast(USABLE_MEGABITS), atOnceOf(built)];
  const { streets, nameless } = costs.trench;
  const named = streets.filter(({ street, name, days }) => street !== null && name !== null && days.high > 0);
  return {
    built,
    asked: served + unitsOf(built.left),
    served,
    usable: { low: alone - (atOnce?.slow ?? 0), mid: alone, high: alone },
    gigabit,
    atOnce,
    takeUpPercent,
    connected,
    overfull: input.device
      ? overfullWords(
          { hubs: built.hubs, served: built.radio.map((one) => ({ ...one, units: one.place.units })) },
          { takeUp: takeUpPercent, clientsPerSector: input.device.clientsPerSector.value, unit: input.unit },
        )
      : null,
    wireless: {
      ...ground.wireless,
      served: servedWithWireless(built, ground.wireless, ground.places.map(pointKey)),
    },
    costs,
    rates: ratesInBill(rates, costs.trench),
    weeks,
    streetsDug: named.length,
    linesDug: nameless?.lines ?? 0,
    barriers: metBarriers(built, {
      levers,
      termsOf,
      day: worksFrom,
      gap: withLacks(funding.gap, costs.lacks),
    }),
    failures,
    eligible,
    gigabitByRadio,
    leadIns: leadInsOf(built, tree, takeUpPercent.mid),
    whyNotEligible,
    funding,
    levers: leverCosts(
      levers,
      {
        roofs: built.hubs.map(({ roof }) => roof),
        days: costs.trench.days,
        topUp:
          eligible === null && served > 0 && levers.some(({ kind }) => kind === 'voucher')
            ? null
            : funding.topUp,
      },
      { card, rates: input.ratesAsTheyAre },
    ),
    byWard: wardLifts(built, input.wards),
    byRecipe,
  };
}

function unitsOf(places: readonly { readonly units: number }[]): number {
  return places.reduce((sum, { units }) => sum + units, 0);
}

function atOnceOf({ hubs, radio }: Built): AtOnce | null {
  const served = radio.map((one) => ({ ...one, units: one.place.units }));
  if (served.length === 0) return null;
  const rates = sharedRates({ hubs, served });
  let least = 0;
  for (const [at, rate] of rates.entries()) if (rate < rates[least]) least = at;
  const isSlow = (at: number): boolean =>
    rates[at] < USABLE_MEGABITS && served[at].megabitsPerSecond >= USABLE_MEGABITS;
  return {
    slow: unitsOf(served.filter((_, at) => isSlow(at))),
    leastMegabits: rates[least],
    leastAt: hubs[served[least].hub]?.roof.name ?? 'a hub',
  };
}
