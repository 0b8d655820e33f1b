import type { DigPlace, DigResult } from '../dig/dig-design.ts';
import { type DigInput, digOver } from '../dig/dig-over.ts';
import type { DigPace } from '../dig/search-dig.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { AskedDig } from './asked-plan.ts';
import { midOf } from './design-pence.ts';
import { knownTrench, type TrenchInput } from './known-trenches.ts';
import { isWaived } from './levered-dig.ts';
import type { RadioDesign } from './radio-design.ts';
import { withConsents } from './street-consents.ts';

/** Whom a trench of a plan is for. */
export interface TrenchAsked {
  /** Rows of the premises. */
  readonly rows: Uint32Array | readonly number[];
  /** Whose hubs are reached, as far as they have a trench. */
  readonly radio?: Pick<RadioDesign, 'hubs'>;
  /** What leaving a place to radio costs, whole pence; Infinity: it is to be reached. Left out: all are. */
  readonly prizeOf?: (place: DigPlace) => number;
}

/**
 * The trench of a plan, with what consents to dig cost: of these the search knows nothing. One made of the same before is not
 * looked for again. Throws DigImpossible, RateMissing.
 */
export function* digAnswer(
  asked: AskedDig,
  { rows, radio, prizeOf }: TrenchAsked,
  pace: DigPace,
): Generator<WorkStep, DigResult> {
  const hubs = (radio?.hubs ?? [])
    .filter(({ backhaul }) => backhaul.kind === 'trench')
    .map(({ roof }) => roof);
  const input = { rows, hubs, ...(prizeOf && { prizeOf }) };
  return yield* knownTrench({ asked, input, pace }, () => trenchMade(asked, input, pace));
}

function* trenchMade(
  { question, ...ground }: AskedDig,
  whom: TrenchInput,
  pace: DigPace,
): Generator<WorkStep, DigResult> {
  const input: DigInput = { ...ground, ...whom };
  const found = yield* digOver(question, input, pace);
  const pieces = withConsents(found.pieces, {
    barriers: found.barriers,
    day: question.worksFrom,
    pence: ground.consentPence,
  });
  const consents = pieces.reduce((sum, piece, at) => sum + midOf(piece) - midOf(found.pieces[at]), 0);
  const barriers = found.barriers.filter((barrier) => !isWaived(barrier));
  return { ...found, pieces, barriers, searchedPence: found.searchedPence + consents };
}
