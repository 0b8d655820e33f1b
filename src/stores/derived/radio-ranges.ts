import type { Project } from '../../domain/project/project.ts';
import { clearRangeMetres } from '../../domain/radio/clear-range.ts';
import type { DeviceProfile } from '../../domain/radio/device.ts';
import { LinkMeter } from '../../domain/radio/link-meter.ts';
import { startingChoices } from '../../domain/radio/starting-choices.ts';
import { GIGABIT_MEGABITS_PER_SECOND } from '../../domain/units.ts';
import { rateText } from './rate-text.ts';
import { kilometres } from './reach-summary.ts';

/** What a radio is good for, before it is chosen. */
export interface RadioRanges {
  /** "Up to 1,800 Mbit/s. Over a free line in rain, gigabit to about 350 m, some rate to about 600 m." */
  readonly words: string;
  /** One roof serves many premises with it, at rates that count as gigabit: the one to begin with. */
  readonly isGoodStart: boolean;
}

/** How far a radio carries over a free line in the rain of the project's choices, or of those it would start with. */
export function radioRanges(device: DeviceProfile, { radio }: Pick<Project, 'radio'>): RadioRanges {
  const meter = new LinkMeter(device, radio ?? startingChoices(device.id));
  const most = Math.max(...device.steps.value.map(({ megabitsPerSecond }) => megabitsPerSecond));
  const gigabit = clearRangeMetres(meter, GIGABIT_MEGABITS_PER_SECOND, MOST_METRES);
  const usable = clearRangeMetres(meter, 0, MOST_METRES);
  const range =
    usable === 0
      ? 'no rate at 50 m'
      : `${gigabit === 0 ? 'never gigabit' : `gigabit to ${about(gigabit)}`}, some rate to ${about(usable)}`;
  return {
    words: `Up to ${rateText(most)}. Over a free line in rain: ${range}.`,
    isGoodStart: device.kind === 'point-to-multipoint' && gigabit > 0,
  };
}

/** Reaches are looked for no further. */
const MOST_METRES = 5_000;

function about(metres: number): string {
  return metres >= MOST_METRES ? `${kilometres(metres)} or more` : `about ${kilometres(metres)}`;
}
