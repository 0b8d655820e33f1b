import type { DigResult } from '../dig/dig-design.ts';
import type { DigInput } from '../dig/dig-over.ts';
import { digPlaces } from '../dig/dig-places.ts';
import type { DigPace } from '../dig/search-dig.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { AskedDig } from './asked-plan.ts';

/** Whom a trench reaches: rows that may be read more than once, roofs, and what leaving others costs. */
export interface TrenchInput extends Pick<DigInput, 'hubs' | 'prizeOf'> {
  readonly rows: Uint32Array | readonly number[];
}

/** All that a trench of a plan follows from. */
export interface TrenchMadeOf {
  readonly asked: AskedDig;
  readonly input: TrenchInput;
  readonly pace: DigPace;
}

/**
 * The trench that was made of the same before, else the one made now: the same streets, prices, premises, prizes and hubs give the same
 * trench, and a plan's barriers removed one by one ask for the same again and again. Kept are the MOST_KEPT asked for
 * last, as long as the streets are; one that a clock could end is not.
 */
export function* knownTrench(
  madeOf: TrenchMadeOf,
  make: () => Generator<WorkStep, DigResult>,
): Generator<WorkStep, DigResult> {
  const { asked, pace } = madeOf;
  if (pace.isTimeUp || pace.isByClock) return yield* make();
  const known = trenchesOver(asked);
  const key = keyOf(madeOf);
  const trench = known.get(key) ?? (yield* make());
  known.delete(key);
  known.set(key, trench);
  if (known.size > MOST_KEPT)
    for (const [oldest] of Array.from(known).slice(0, known.size - MOST_KEPT)) known.delete(oldest);
  return trench;
}

/** A duel makes up to 15, and its ledger a few more. */
export const MOST_KEPT = 24;

interface Kept {
  readonly premises: PremisesTable;
  /** Those asked for last come last. */
  readonly trenches: Map<string, DigResult>;
}

const kept = new WeakMap<StreetNetwork, Kept>();

function trenchesOver({ network, premises }: AskedDig): Kept['trenches'] {
  const known = kept.get(network);
  if (known?.premises === premises) return known.trenches;
  const trenches: Kept['trenches'] = new Map();
  kept.set(network, { premises, trenches });
  return trenches;
}

/** Equal where all is equal; streets and premises themselves aside. */
function keyOf({ asked, input, pace }: TrenchMadeOf): string {
  const { question, rates, contents, sharedStreets, consentPence } = asked;
  const { selection: _, ...rest } = question;
  const { prizeOf, hubs = [] } = input;
  const rows = Array.from(input.rows);
  const prizes = prizeOf ? digPlaces(asked.premises, rows).map((place) => String(prizeOf(place))) : null;
  const shared = Array.from(sharedStreets);
  const roofs = hubs.map(({ lon, lat }) => [lon, lat]);
  return JSON.stringify([rest, rates, contents, shared, consentPence, rows, prizes, roofs, pace]);
}
