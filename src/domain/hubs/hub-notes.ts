import type { Hub, RadioPlace } from '../plan/radio-design.ts';
import type { HubInput } from './hub-input.ts';
import type { JudgedRoofs } from './judge-roofs.ts';

/** What was assumed or not known in a choice of hubs, as sentences. */
export function hubNotes(
  input: HubInput,
  judged: JudgedRoofs,
  design: {
    readonly hubs: readonly Hub[];
    readonly served: readonly RadioPlace[];
    readonly mostUnits: number;
  },
): string[] {
  const { model, roofs, unit = 'premises', meter } = input;
  const { hubs, served, mostUnits } = design;
  const notes = [...model.notes, ...judged.faults];
  if (roofs === null)
    notes.push(
      'No building footprints are loaded: every premises is taken at its own place, which may be in the street beside its roof.',
    );
  const lost = judged.roofs.filter(({ antenna }) => antenna === null).length;
  if (lost > 0)
    notes.push(
      `${number(lost)} of the roofs compared could not be judged: no height is known at their place.`,
    );
  const under = sum(served.filter(({ metres }) => metres === 0));
  if (under > 0)
    notes.push(
      `${number(under)} ${unit} in the hubs’ own buildings are joined by a cable indoors, at the radio’s fastest rate (assumed); they take no room in a sector.`,
    );
  const wide = served.filter(({ units, metres }) => units > mostUnits && metres > 0);
  if (wide.length > 0)
    notes.push(
      `${number(wide.length)} points hold more ${unit} than the clients of one sector (${number(mostUnits)} at this take-up): each is shared between sectors of its hub.`,
    );
  const tight = hubs.flatMap(({ backhaul, sectors, roof }) => {
    const clients = sectors.reduce((total, one) => total + one.clients, 0);
    return backhaul.kind === 'link' && clients > 0
      ? [{ name: roof.name, clients, share: backhaul.megabitsPerSecond / clients, ...backhaul }]
      : [];
  });
  if (tight.length > 0) {
    const { name, clients, share, megabitsPerSecond } = tight.reduce((worst, one) =>
      one.share < worst.share ? one : worst,
    );
    notes.push(
      `${number(tight.length)} hubs hang on radio links, which are shared: that of ${name} carries ${number(megabitsPerSecond)} Mbit/s for ${number(Math.round(clients))} clients, ${number(Math.floor(share))} Mbit/s each when all draw at once. Rates served are what one alone would get.`,
    );
  }
  if (meter.device.kind === 'point-to-point' && hubs.length > 0)
    notes.push(`${meter.device.name} is made for single links: each hub serves as many as it has radios.`);
  return [...new Set(notes)];
}

function sum(places: readonly RadioPlace[]): number {
  return places.reduce((total, { units }) => total + units, 0);
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}
