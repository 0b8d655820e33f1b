import { hasBit } from '../coverage/bitset.ts';
import { type Built, pointKey } from './built-together.ts';
import type { RecipeLift } from './evaluation.ts';
import type { AskedPlace, EvaluationInput } from './evaluation-input.ts';
import {
  type AskedRows,
  askedRows,
  type Delivery,
  deliveryOf,
  type RecipeGround,
  recipeGround,
} from './recipe-ground.ts';
import { type WirelessAlready, wirelessAlready } from './wireless-already.ts';

/** What the project's definitions say of the places asked, before anything is built. */
export interface AskedGround {
  readonly places: readonly AskedPlace[];
  readonly asked: AskedRows;
  readonly units: readonly number[];
  readonly recipes: readonly RecipeGround[];
  /** Who has gigabit already, and who has fixed wireless. */
  readonly gigabit: RecipeGround;
  readonly wireless: WirelessAlready;
}

/** Gathers what the definitions say of the places asked. Without coverage each says why it says nothing. */
export function askedGround({ places, coverage }: EvaluationInput): AskedGround {
  const asked = askedRows(places);
  const ground = (recipe: {
    readonly id: string;
    readonly name: string;
    readonly text: string;
  }): RecipeGround => recipeGround(recipe, coverage ?? NO_COVERAGE, asked);
  const units = asked.rows.map((row) => coverage?.unitsAt(row) ?? 1);
  return {
    places,
    asked,
    units,
    recipes: (coverage?.recipes ?? []).map(ground),
    gigabit: ground({ id: 'gigabit', name: 'No gigabit', text: 'no gigabit' }),
    wireless: wirelessAlready(coverage ?? NO_COVERAGE, asked, units),
  };
}

const NO_COVERAGE = { layers: [], answers: new Map(), rows: 0, unitsAt: () => 1, recipes: [] };

/** How each definition's not-spots among the places asked change. What is lifted is surely no not-spot any more. */
export function recipeLifts(built: Built, ground: AskedGround): RecipeLift[] {
  const deliveries = deliveriesOf(built, ground.places);
  return ground.recipes.map(({ recipeId, name, why, notSpot, notKnown, isLiftedBy }) => {
    const sums = { notSpots: 0, lifted: 0, left: 0, notKnown: 0 };
    if (why === null)
      for (const [place, delivery] of deliveries.entries())
        for (let at = ground.asked.starts[place]; at < ground.asked.starts[place + 1]; at++) {
          const units = ground.units[at];
          if (hasBit(notKnown, at)) sums.notKnown += units;
          if (!hasBit(notSpot, at)) continue;
          sums.notSpots += units;
          if (delivery !== null && isLiftedBy(delivery, at)) sums.lifted += units;
          else sums.left += units;
        }
    return { recipeId, name, ...sums, why };
  });
}

/** Units that get gigabit and are known to have none now; null: nothing tells who has. */
export function eligibleUnits(
  built: Built,
  { places, asked, units, gigabit }: AskedGround,
): { readonly units: number | null; readonly why: string | null } {
  if (gigabit.why !== null) return { units: null, why: gigabit.why };
  let sum = 0;
  for (const [place, delivery] of deliveriesOf(built, places).entries())
    if (delivery === 'fibre' || delivery === 1000)
      for (let at = asked.starts[place]; at < asked.starts[place + 1]; at++)
        if (hasBit(gigabit.notSpot, at)) sum += units[at];
  return { units: sum, why: null };
}

/** By place asked, what it gets; null: nothing. */
function deliveriesOf({ fibre, radio }: Built, places: readonly AskedPlace[]): (Delivery | null)[] {
  const got = new Map<string, Delivery>([
    ...fibre.map((place): [string, Delivery] => [pointKey(place), 'fibre']),
    ...radio.map(({ place, megabitsPerSecond }): [string, Delivery] => [
      pointKey(place),
      deliveryOf(megabitsPerSecond),
    ]),
  ]);
  return places.map((place) => got.get(pointKey(place)) ?? null);
}
