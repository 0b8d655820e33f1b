import { unitWord } from '../not-spots/headline.ts';
import type { RadioDesign, RadioPlace } from '../plan/radio-design.ts';
import { takersOf } from '../plan/shared-rates.ts';
import type { Unit } from '../premises/premises-table.ts';

/**
 * What is to be said of those whom hubs serve, as sentences: they change with who is served.
 * @param given `mostUnits`: as many units as fill a sector
 */
export function servedNotes(
  { hubs, served }: Pick<RadioDesign, 'hubs' | 'served'>,
  { unit, mostUnits }: { readonly unit: Unit; readonly mostUnits: number },
): string[] {
  const notes: string[] = [];
  const under = sum(served.filter(({ metres }) => metres === 0));
  if (under > 0)
    notes.push(
      `${number(under)} ${unitWord(unit, under)} in the hubs’ own buildings ${under === 1 ? 'is' : 'are'} joined by a cable indoors, at the radio’s fastest rate (assumed), and ${under === 1 ? 'takes' : 'take'} no room in a sector. A footprint is taken to be one building where each of its points holds several ${unit}, as flats do, and else within 4 m of the hub’s point (assumed): neighbours in a row have a radio each.`,
    );
  const wide = served.filter(({ units, metres }) => units > mostUnits && metres > 0);
  if (wide.length > 0)
    notes.push(
      `${wide.length === 1 ? 'One point holds' : `${number(wide.length)} points hold`} more ${unit} than the clients of one sector (${number(mostUnits)} at this take-up): ${wide.length === 1 ? 'it' : 'each'} is shared between sectors of its hub.`,
    );
  const takers = takersOf({ hubs, served });
  const tight = hubs.flatMap(({ backhaul, roof }, hub) => {
    const clients = takers[hub];
    return backhaul.kind === 'link' && clients > 0
      ? [{ name: roof.name, clients, share: backhaul.megabitsPerSecond / Math.max(1, clients), ...backhaul }]
      : [];
  });
  if (tight.length > 0) {
    const { name, clients, share, megabitsPerSecond } = tight.reduce((worst, one) =>
      one.share < worst.share ? one : worst,
    );
    notes.push(
      `${tight.length === 1 ? `One hub hangs on a radio link, which is shared: that of ${name}` : `${number(tight.length)} hubs hang on radio links, which are shared: that of ${name}`} carries ${number(megabitsPerSecond)} Mbit/s for ${clientsText(Math.round(clients))}, ${number(Math.floor(share))} Mbit/s each when all draw at once. Rates served are what one alone would get.`,
    );
  }
  return notes;
}

function clientsText(clients: number): string {
  return clients === 1 ? '1 client' : `${number(clients)} clients`;
}

function sum(places: readonly RadioPlace[]): number {
  return places.reduce((total, { units }) => total + units, 0);
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}
