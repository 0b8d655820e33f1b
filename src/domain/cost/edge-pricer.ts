import { isInForce } from '../plan/is-in-force.ts';
import { EDGE_KINDS, type StreetNetwork } from '../streets/street-network.ts';
import { SURFACES } from '../streets/surface.ts';
import { LEVELS } from './check-rate-card.ts';
import { COST_PARTS } from './cost-parts.ts';
import { barriersOnEdges, IS_LANE_RENTAL, IS_SENSITIVE } from './edge-barriers.ts';
import { figuresOf, type LevelPrices, levelPrices } from './level-prices.ts';
import { METHODS, type Method, type RateCard, type Spread, type TrenchRate } from './rate-card.ts';
import { RateMissing } from './rate-missing.ts';
import type { CostPart } from './trench-piece.ts';
import { yearsWorth } from './years-worth.ts';

/** When works begin, and which streets' restrictions are lifted: a dig's question is one of these. */
export interface WorksAsked {
  /** ISO date, YYYY-MM-DD. */
  readonly worksFrom: string;
  readonly lifted: readonly { readonly street: string }[];
  /** By id of a street that others dig at the same time: the share of trench, permits and traffic saved there, 0 to 1, low the least. */
  readonly sharedStreets?: ReadonlyMap<string, Spread>;
}

/** Why an edge must not be dug. Places in this list are the codes of `EdgePricer.closed`. */
export const EDGE_CLOSED = ['open', 'crossing not priced', 'restricted'] as const;

/**
 * Prices of a network's edges: every part in whole pence, yearly ones as present value over the card's term. Of the methods
 * that may be used the one with the least mid sum is taken, at equal sums the first in METHODS, for low and high too.
 */
export class EdgePricer {
  readonly network: StreetNetwork;
  readonly card: RateCard;
  /** By edge, places in EDGE_CLOSED. */
  readonly closed: Uint8Array;
  /** By edge: the barrier of the network that closes it; −1: none does. */
  readonly closedBy: Int32Array;
  private readonly flags: Uint8Array;
  /** By surface. */
  private readonly rates: readonly (readonly TrenchRate[])[];
  private readonly levels: readonly LevelPrices[];
  private readonly yearsWorth: number;
  /** By level and place in the network's streets: the share of its trench that is paid, at low where most is saved. */
  private readonly paidShares: readonly Float64Array[];
  private readonly parts = new Float64Array(COST_PARTS.length);
  /** By edge: place in its surface's rates; −1: nothing is dug by the metre, or nothing may be. */
  private readonly ratePlaces: Int8Array;
  /** By edge: whole pence, mid; Infinity where it must not be dug. */
  private readonly midPence: Float64Array;

  /** Throws RateMissing where an open edge has a surface that no method may be used in. */
  constructor(network: StreetNetwork, card: RateCard, { worksFrom, lifted, sharedStreets }: WorksAsked) {
    this.network = network;
    this.card = card;
    this.paidShares = (['high', 'mid', 'low'] as const).map((saved) =>
      Float64Array.from(network.streets, ({ id }) => 1 - (sharedStreets?.get(id)?.[saved] ?? 0)),
    );
    this.yearsWorth = yearsWorth(card.termYears.value, card.discountPercent.value);
    this.levels = LEVELS.map((level) => levelPrices(card, level));
    this.rates = SURFACES.map((surface) => inOrder(card, surface));
    const inForce = network.barriers.map((barrier) => isInForce(barrier, worksFrom));
    const on = barriersOnEdges(network, inForce, new Set(lifted.map(({ street }) => street)));
    this.flags = on.flags;
    this.closedBy = on.closedBy;
    this.closed = Uint8Array.from(on.closedBy, (barrier, edge) =>
      barrier >= 0 ? RESTRICTED : this.crossingPrice(edge, 1) === null ? NOT_PRICED : 0,
    );
    this.ratePlaces = new Int8Array(network.edgeCount).fill(-1);
    this.midPence = new Float64Array(network.edgeCount).fill(Number.POSITIVE_INFINITY);
    for (let edge = 0; edge < network.edgeCount; edge++) if (this.closed[edge] === 0) this.price(edge);
  }

  /** Whole pence of an edge, mid; Infinity where it must not be dug. */
  pence(edge: number): number {
    return this.midPence[edge];
  }

  /** How an edge is dug; null: it is not. */
  methodOf(edge: number): Method | null {
    return this.rateOf(edge)?.method ?? null;
  }

  /** What an edge costs, part by part; those that cost nothing even at most are left out. The edge must be open. */
  partsOf(edge: number): CostPart[] {
    const rate = this.rateOf(edge);
    const [low, mid, high] = LEVELS.map((_, level) => {
      this.fill(edge, rate, level);
      return this.parts.slice();
    });
    return COST_PARTS.map(
      (part, at): CostPart => ({ ...part, pence: { low: low[at], mid: mid[at], high: high[at] } }),
    ).filter(({ pence }) => pence.high > 0);
  }

  private isDug(edge: number): boolean {
    const kind = this.network.kinds[edge];
    return kind === STREET || kind === CROSSING_EDGE;
  }

  /** Takes the rate that makes an open edge cheapest. */
  private price(edge: number): void {
    if (!this.isDug(edge)) {
      this.midPence[edge] = this.fill(edge, null, MID);
      return;
    }
    const rates = this.rates[this.network.surfaces[edge]];
    for (let place = 0; place < rates.length; place++) {
      if (!rates[place].isAllowed) continue;
      if (rates[place].method === 'microtrench' && this.network.microtrench[edge] !== 1) continue;
      const pence = this.fill(edge, rates[place], MID);
      if (pence >= this.midPence[edge]) continue;
      this.midPence[edge] = pence;
      this.ratePlaces[edge] = place;
    }
    if (this.ratePlaces[edge] < 0) throw this.missing(this.network.surfaces[edge]);
  }

  private rateOf(edge: number): TrenchRate | null {
    return this.rates[this.network.surfaces[edge]][this.ratePlaces[edge]] ?? null;
  }

  private missing(surface: number): RateMissing {
    const methods = this.rates[surface].map(({ method }) => method);
    return new RateMissing(this.card.name, SURFACES[surface], methods);
  }

  /** Pence of what an edge crosses; null: it must not be crossed. What lies in ducts and on poles has crossed already. */
  private crossingPrice(edge: number, level: number): number | null {
    const { network, levels } = this;
    const kind = network.kinds[edge];
    const crossing = network.crossings[edge];
    if (crossing === 0 || kind === DUCT || kind === POLE_ROUTE) return 0;
    return levels[level].crossings[crossing];
  }

  /** Fills `parts` with whole pence and gives their sum. */
  private fill(edge: number, rate: TrenchRate | null, level: number): number {
    const { network, parts, flags } = this;
    const price = this.levels[level];
    const { items } = price;
    const metres = network.lengthMetres[edge];
    const kind = network.kinds[edge];
    parts.fill(0);
    parts[CROSSING] = Math.round(this.crossingPrice(edge, level) ?? 0);
    if (rate) {
      const [perMetre, perDay] = figuresOf(rate, level);
      const days = metres / perDay;
      const surface = network.surfaces[edge];
      const hasTraffic =
        surface === CARRIAGEWAY ||
        surface === NOT_KNOWN ||
        network.crossings[edge] > 0 ||
        (flags[edge] & IS_SENSITIVE) > 0;
      parts[TRENCH] = Math.round(metres * perMetre * 100);
      if (kind === STREET)
        parts[CHAMBERS] = Math.round((metres / items.metresBetweenChambers) * items.poundsPerChamber * 100);
      parts[PERMIT] = Math.round(days * items.poundsPerDayOfPermit * 100);
      if (hasTraffic) parts[TRAFFIC] = Math.round(days * items.poundsPerDayOfTrafficManagement * 100);
      if (flags[edge] & IS_LANE_RENTAL)
        parts[LANE_RENTAL] = Math.round(days * items.poundsPerDayOfLaneRental * 100);
    }
    if (kind === LEAD_IN_EDGE)
      parts[LEAD_IN] = Math.round((items.poundsPerLeadIn + metres * items.poundsPerMetreOfLeadIn) * 100);
    else parts[CABLE] = Math.round(metres * items.poundsPerMetreOfCable * 100);
    if (kind === DUCT)
      parts[DUCT_RENT] = Math.round(metres * items.poundsPerMetreOfDuctAYear * this.yearsWorth * 100);
    if (kind === POLE_ROUTE)
      parts[POLE_RENT] = Math.round(network.poles[edge] * items.poundsPerPoleAYear * this.yearsWorth * 100);
    const paid = network.streetOf[edge] >= 0 ? this.paidShares[level][network.streetOf[edge]] : 1;
    const works = parts[TRENCH] + parts[CHAMBERS] + parts[CROSSING] + parts[LEAD_IN] + parts[CABLE];
    parts[DESIGN] = Math.round((works * items.percentForDesignAndSurvey) / 100);
    parts[MAINTENANCE] = Math.round((works * items.percentOfCapitalToMaintainAYear * this.yearsWorth) / 100);
    if (rate && paid < 1) for (const part of SHARED) parts[part] = Math.round(parts[part] * paid);
    let sum = 0;
    for (let at = 0; at < parts.length; at++) sum += parts[at];
    return sum;
  }
}

/** A surface's rates in the order of METHODS: at equal sums the first is taken, however the card is ordered. */
function inOrder({ trench }: RateCard, surface: (typeof SURFACES)[number]): TrenchRate[] {
  return METHODS.flatMap((method) =>
    trench.filter((rate) => rate.surface === surface && rate.method === method),
  );
}

const [STREET, CROSSING_EDGE, DUCT, POLE_ROUTE, LEAD_IN_EDGE] = EDGE_KINDS.keys();
const CARRIAGEWAY = SURFACES.indexOf('carriageway');
const NOT_KNOWN = SURFACES.indexOf('not known');
const MID = LEVELS.indexOf('mid');
const NOT_PRICED = EDGE_CLOSED.indexOf('crossing not priced');
const RESTRICTED = EDGE_CLOSED.indexOf('restricted');
const [TRENCH, CHAMBERS, CROSSING, LEAD_IN, CABLE, DESIGN, PERMIT, TRAFFIC, LANE_RENTAL] = COST_PARTS.keys();
/** What is paid once where two dig together. What is designed and kept up is as much as ever. */
const SHARED = [TRENCH, PERMIT, TRAFFIC, LANE_RENTAL];
const DUCT_RENT = COST_PARTS.findIndex(({ what }) => what === 'duct rent');
const POLE_RENT = COST_PARTS.findIndex(({ what }) => what === 'pole rent');
const MAINTENANCE = COST_PARTS.findIndex(({ what }) => what === 'maintenance');
