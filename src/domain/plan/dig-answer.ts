import type { DigPlace, DigResult } from '../dig/dig-design.ts';
import { type DigInput, digOver } from '../dig/dig-over.ts';
import type { DigPace } from '../dig/search-dig.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { AskedDig } from './asked-plan.ts';
import type { RadioDesign } from './radio-design.ts';

/** Whom a trench of a plan is for. */
export interface TrenchAsked {
  /** Rows of the premises. */
  readonly rows: Iterable<number>;
  /** Whose hubs are reached, as far as they have a trench. */
  readonly radio?: Pick<RadioDesign, 'hubs'>;
  /** What leaving a place to radio costs, whole pence; Infinity: it is to be reached. Left out: all are. */
  readonly prizeOf?: (place: DigPlace) => number;
}

/** The trench of a plan. Throws DigImpossible, RateMissing. */
export function* digAnswer(
  { question, ...ground }: AskedDig,
  { rows, radio, prizeOf }: TrenchAsked,
  pace: DigPace,
): Generator<WorkStep, DigResult> {
  const input: DigInput = {
    ...ground,
    rows,
    hubs: (radio?.hubs ?? []).filter(({ backhaul }) => backhaul.kind === 'trench').map(({ roof }) => roof),
    ...(prizeOf && { prizeOf }),
  };
  return yield* digOver(question, input, pace);
}
