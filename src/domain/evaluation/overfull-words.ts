import { unitWord } from '../not-spots/headline.ts';
import { type SharedDesign, takersOf } from '../plan/shared-rates.ts';
import type { Unit } from '../premises/premises-table.ts';
import { formulaNumber } from '../project/formula-number.ts';
import { USABLE_MEGABITS } from './service-speeds.ts';

/**
 * What the high end of a take-up does to hubs that were sized for its middle, as a sentence: sectors with more clients than the
 * radio holds, backhaul links that leave each less than is usable where at the middle they do not. null: it fits.
 */
export function overfullWords(
  { hubs, served }: SharedDesign,
  {
    takeUp,
    clientsPerSector,
    unit,
  }: {
    /** Per cent. */
    readonly takeUp: { readonly mid: number; readonly high: number };
    readonly clientsPerSector: number;
    readonly unit: Unit;
  },
): string | null {
  if (takeUp.high <= takeUp.mid) return null;
  const sectors = hubs.flatMap((hub, at) => {
    const own = served.filter((place) => place.hub === at && place.metres > 0);
    const isWhole = unitsOf(own) === unitsOf(hub.sectors);
    // Who takes the fibre of another design is in a sector no more.
    return hub.sectors.map(({ units }, sector) =>
      isWhole ? units : unitsOf(own.filter((place) => place.sector === sector)),
    );
  });
  const beyond = sectors.map((units) => (units * takeUp.high) / 100 - clientsPerSector);
  const full = beyond.filter((clients) => clients > ROUNDING);
  const more = takeUp.mid > 0 ? takeUp.high / takeUp.mid : 1;
  const takers = takersOf({ hubs, served });
  const links = hubs.flatMap(({ backhaul }, at) =>
    backhaul.kind === 'link'
      ? [[1, more].map((times) => backhaul.megabitsPerSecond / Math.max(1, takers[at] * times))]
      : [],
  );
  const slow = links.filter(([mid, high]) => mid >= USABLE_MEGABITS && high < USABLE_MEGABITS);
  const number = (one: number): string => formulaNumber(Math.ceil(one - ROUNDING));
  const parts = [
    ...(full.length > 0
      ? [
          `${full.length} of ${sectors.length} sectors would have more clients than the ${formulaNumber(clientsPerSector)} that the radio holds, by ${number(full.reduce((sum, one) => sum + one, 0))} ${unitWord(unit, 2)} together`,
        ]
      : []),
    ...(slow.length > 0
      ? [
          `${slow.length} of ${links.length} backhaul ${links.length === 1 ? 'link' : 'links'} would leave each less than ${USABLE_MEGABITS} Mbit/s when all draw at once, the least ${formulaNumber(Math.floor(Math.min(...slow.map(([, high]) => high))))}`,
        ]
      : []),
  ];
  return parts.length === 0
    ? null
    : `Hubs are sized for the middle take-up (${formulaNumber(takeUp.mid)} %): at its high end (${formulaNumber(takeUp.high)} %) ${parts.join(', and ')}.`;
}

/** Clients are told to hundredths. */
const ROUNDING = 0.005;

function unitsOf(all: readonly { readonly units: number }[]): number {
  return all.reduce((sum, { units }) => sum + units, 0);
}
