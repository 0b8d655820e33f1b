import type { Hub, RadioPlace } from '../plan/radio-design.ts';
import type { HubInput } from './hub-input.ts';
import type { JudgedRoofs } from './judged-roofs.ts';
import { servedNotes } from './served-notes.ts';

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
  const crowded = hubs.filter((hub) => looksTwice(hub, meter.device.hub.beamwidthDegrees.value)).length;
  if (crowded > 0)
    notes.push(
      `${crowded === 1 ? 'One hub has sectors whose beams overlap' : `${number(crowded)} hubs have sectors whose beams overlap`}: each sector is assumed to have a channel of its own, and no interference is reckoned with.`,
    );
  notes.push(...servedNotes({ hubs, served }, { unit, mostUnits }));
  if (meter.device.kind === 'point-to-point' && hubs.length > 0)
    notes.push(`${meter.device.name} is made for single links: each hub serves as many as it has radios.`);
  return [...new Set(notes)];
}

/** Whether two sectors of a hub look so much the same way that their beams overlap. */
function looksTwice({ sectors }: Hub, beamDegrees: number): boolean {
  const own = sectors.filter(({ units }) => units > 0);
  return own.some(({ azimuthDegrees }, at) =>
    own.slice(at + 1).some((other) => {
      const apart = Math.abs(azimuthDegrees - other.azimuthDegrees) % 360;
      return Math.min(apart, 360 - apart) < beamDegrees;
    }),
  );
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}
