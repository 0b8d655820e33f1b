import type { Hub, RadioPlace } from './radio-design.ts';

/** Who hubs serve, as their rates are shared. */
export interface SharedDesign {
  readonly hubs: readonly Pick<Hub, 'backhaul' | 'sectors'>[];
  readonly served: readonly Pick<RadioPlace, 'hub' | 'sector' | 'units' | 'metres' | 'megabitsPerSecond'>[];
}

/**
 * What each place served gets, Mbit/s, when all who take the service draw at once: an equal share of its sector's time at its
 * own rate, and of what its hub's backhaul link carries. Take-up is that of the sectors' clients; where no sector has any,
 * everybody. Nobody gets more than alone. Fibre at the hub is taken to be enough (assumed). In the order of `served`.
 */
export function sharedRates({ hubs, served }: SharedDesign): Float64Array {
  const takers = takersOf({ hubs, served });
  return Float64Array.from(served, ({ hub, sector, metres, megabitsPerSecond }) => {
    const own = hubs[hub];
    if (!own) return megabitsPerSecond;
    const inSector = metres > 0 ? (own.sectors[sector]?.clients ?? takers[hub]) : 1;
    const { backhaul } = own;
    const most =
      backhaul.kind === 'link' ? backhaul.megabitsPerSecond / Math.max(1, takers[hub]) : megabitsPerSecond;
    return Math.min(megabitsPerSecond / Math.max(1, inSector), most);
  });
}

/** By hub, those who take the service, by radio and by cable indoors: they share its backhaul. */
export function takersOf({ hubs, served }: SharedDesign): Float64Array {
  const sectors = hubs.flatMap((hub) => hub.sectors);
  const units = sum(sectors.map((sector) => sector.units));
  const takeUp = units > 0 ? sum(sectors.map(({ clients }) => clients)) / units : 1;
  const takers = new Float64Array(hubs.length);
  for (const place of served) if (place.hub >= 0) takers[place.hub] += place.units * takeUp;
  return takers;
}

/** By hub, the least that somebody it serves gets when all draw at once; null: it serves nobody. */
export function leastShares(design: SharedDesign): (number | null)[] {
  const least = design.hubs.map((): number | null => null);
  for (const [at, rate] of sharedRates(design).entries()) {
    const { hub } = design.served[at];
    if (hub >= 0) least[hub] = Math.min(least[hub] ?? rate, rate);
  }
  return least;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
