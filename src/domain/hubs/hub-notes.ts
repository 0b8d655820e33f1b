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
  notes.push(...servedNotes({ hubs, served }, { unit, mostUnits }));
  if (meter.device.kind === 'point-to-point' && hubs.length > 0)
    notes.push(`${meter.device.name} is made for single links: each hub serves as many as it has radios.`);
  return [...new Set(notes)];
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}
