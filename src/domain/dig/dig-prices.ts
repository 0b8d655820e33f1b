import { EdgePricer } from '../cost/edge-pricer.ts';
import type { RateCard, Spread } from '../cost/rate-card.ts';
import type { WorkStep } from '../project/work-step.ts';
import { EDGE_KINDS, type StreetNetwork } from '../streets/street-network.ts';
import type { DigQuestion } from './dig-question.ts';

/** What the edges of a network cost in a dig, and which of them are closed to it. */
export interface DigPrices {
  /** Mid, whole pence by edge; Infinity: must not be dug. */
  readonly pence: Float64Array;
  readonly pricer: EdgePricer;
  /** By place in the network's streets: the barrier that closes it, by place in the network's barriers; −1: none does. */
  readonly closedBy: Int32Array;
}

/**
 * Prices all edges for a question: closed is what a barrier in force forbids unless its street is lifted, and what is to
 * be dug of the streets that are blocked (ducts, poles and lead-ins of a blocked street stay). Throws RateMissing.
 */
export function* digPrices(
  network: StreetNetwork,
  rates: RateCard,
  question: DigQuestion,
  sharedStreets?: ReadonlyMap<string, Spread>,
): Generator<WorkStep, DigPrices> {
  const what = 'Pricing the streets';
  yield { what, fraction: 0 };
  const pricer = new EdgePricer(network, rates, { ...question, sharedStreets });
  const pence = new Float64Array(network.edgeCount);
  const blocked = new Set(question.blocked);
  const isBlocked = network.streets.map(({ id }) => blocked.has(id));
  const closedBy = new Int32Array(network.streets.length).fill(-1);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (edge % EDGES_A_STEP === 0) yield { what, fraction: edge / network.edgeCount };
    pence[edge] = pricer.pence(edge);
    const street = network.streetOf[edge];
    if (street < 0 || !isDug(network, edge)) continue;
    if (isBlocked[street]) pence[edge] = Number.POSITIVE_INFINITY;
    else if (pricer.closedBy[edge] >= 0 && closedBy[street] < 0) closedBy[street] = pricer.closedBy[edge];
  }
  return { pence, pricer, closedBy };
}

const EDGES_A_STEP = 4096;

/** Whether ground is broken along an edge, lead-ins aside. */
export function isDug({ kinds }: StreetNetwork, edge: number): boolean {
  const kind = EDGE_KINDS[kinds[edge]];
  return kind === 'street' || kind === 'crossing';
}
