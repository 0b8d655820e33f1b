import { CROSSINGS, EDGE_KINDS } from '../streets/street-network.ts';
import { SURFACES } from '../streets/surface.ts';
import { assumedInBill } from './assumed-rates.ts';
import type { BillCrossing, BillMetres, BillOfQuantities, BillPart, BillPremises } from './bill.ts';
import type { BillAsked } from './bill-asked.ts';
import { connectionPence } from './connection-pence.ts';
import { COST_PARTS } from './cost-parts.ts';
import { leadInCarbon } from './lead-in-carbon.ts';
import { ownersUnpriced } from './owners-unpriced.ts';
import { METHODS, type RateCard, type Spread } from './rate-card.ts';
import { addSpreads, divideSpreads, exactly, mapSpread, NO_SPREAD } from './spread.ts';
import { SpreadSum } from './spread-sum.ts';
import { streetWorks } from './street-works.ts';
import { trafficSensitiveHours } from './traffic-sensitive-hours.ts';
import type { CostPart, TrenchPiece } from './trench-piece.ts';
import { yearsWorth } from './years-worth.ts';

/**
 * The bill of quantities of a route. Costs are those the pieces carry; days, carbon and connections are reckoned with
 * `card`, which should be the one that the pieces were priced with.
 */
export function billOf(asked: BillAsked, card: RateCard): BillOfQuantities {
  const { pieces } = asked;
  const premises = premisesOf(asked);
  const connections = mapSpread(
    connectionPence(card, asked.takeUpPercent),
    (pence) => premises.served * pence,
  );
  const parts = partsOf(pieces, connections);
  const capital = sumOf(parts.filter(({ isYearly }) => !isYearly));
  const presentValueOfRunning = sumOf(parts.filter(({ isYearly }) => isYearly));
  const worth = yearsWorth(card.termYears.value, card.discountPercent.value);
  const works = streetWorks(pieces, card);
  const kindMetres = (kind: TrenchPiece['kind']): number =>
    metresOf(pieces.filter((one) => one.kind === kind));
  const chamberMetres = kindMetres('street');
  const leadIns = pieces.filter(({ kind }) => kind === 'lead-in');
  const civils = sumOf(parts.filter(({ what, isYearly }) => !isYearly && what !== 'connection'));
  const bill = {
    metres: metresBy(pieces),
    trenchMetres: kindMetres('street') + kindMetres('crossing'),
    ductMetres: kindMetres('duct'),
    poleMetres: kindMetres('pole route'),
    poles: pieces.reduce((sum, { kind, poles }) => sum + (kind === 'pole route' ? poles : 0), 0),
    leadIns: leadIns.length,
    leadInMetres: metresOf(leadIns),
    chambers: divideSpreads(
      { low: chamberMetres, mid: chamberMetres, high: chamberMetres },
      card.items.metresBetweenChambers.value,
    ),
    crossings: crossingsOf(pieces),
    parts,
    capital,
    runningAYear: mapSpread(presentValueOfRunning, (pence) => Math.round(pence / worth)),
    presentValueOfRunning,
    whole: addSpreads(capital, presentValueOfRunning),
    termYears: card.termYears.value,
    discountPercent: card.discountPercent.value,
    ...works,
    carbonKilograms: addSpreads(works.carbonKilograms, leadInCarbon(pieces, card)),
    trafficSensitive: trafficSensitiveHours(asked, card),
    premises,
    pencePerPassed: each(civils, premises.passed),
    pencePerConnected: each(capital, premises.connected),
    ownersUnpriced: ownersUnpriced(asked),
  };
  return { ...bill, assumed: assumedInBill(card, bill) };
}

/** Metres of pieces together. */
function metresOf(pieces: readonly TrenchPiece[]): number {
  return pieces.reduce((sum, { metres }) => sum + metres, 0);
}

function sumOf(parts: readonly { readonly pence: Spread }[]): Spread {
  const sum = new SpreadSum();
  for (const { pence } of parts) sum.add(pence);
  return sum.value;
}

function each(pence: Spread, premises: number): Spread | null {
  return premises > 0 ? mapSpread(pence, (one) => Math.round(one / premises)) : null;
}

function premisesOf({
  unit = 'premises',
  served,
  passedUnits,
  takeUpPercent,
  passed,
}: BillAsked): BillPremises {
  const percent = exactly(takeUpPercent).mid;
  const servedUnits = served.reduce((sum, { units }) => sum + units, 0);
  return {
    unit,
    served: servedUnits,
    passed: passedUnits,
    connected: Math.round((servedUnits * percent) / 100),
    takeUpPercent: percent,
    passedRule:
      passed.kind === 'within'
        ? `within ${passed.metres} m of the trench, ducts and poles`
        : 'with a lead-in',
  };
}

function partsOf(pieces: readonly TrenchPiece[], connections: Spread): BillPart[] {
  const sums = new Map(COST_PARTS.map(({ what }) => [what, new SpreadSum()]));
  for (const { parts } of pieces) for (const { what, pence } of parts) sums.get(what)?.add(pence);
  sums.get('connection')?.add(connections);
  return COST_PARTS.map((part) => ({ ...part, pence: sums.get(part.what)?.value ?? NO_SPREAD })).filter(
    ({ pence }) => pence.high > 0,
  );
}

function metresBy(pieces: readonly TrenchPiece[]): BillMetres[] {
  const groups = new Map<number, TrenchPiece[]>();
  for (const piece of pieces) {
    const { kind, surface, method } = piece;
    const key =
      (EDGE_KINDS.indexOf(kind) * SURFACES.length + SURFACES.indexOf(surface)) * (METHODS.length + 1) +
      (method ? METHODS.indexOf(method) : METHODS.length);
    const had = groups.get(key);
    if (had) had.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => ({
      kind: own[0].kind,
      surface: own[0].surface,
      method: own[0].method,
      metres: metresOf(own),
      pieces: own.length,
      ...paidFor(own.flatMap(({ parts }) => parts)),
    }));
}

/** What parts come to, and what of it is paid once. */
function paidFor(parts: readonly CostPart[]): Pick<BillMetres, 'pence' | 'capital'> {
  return { pence: sumOf(parts), capital: sumOf(parts.filter(({ isYearly }) => !isYearly)) };
}

function crossingsOf(pieces: readonly TrenchPiece[]): BillCrossing[] {
  const crossed = pieces.filter(
    ({ kind, crossing }) => crossing !== 'none' && kind !== 'duct' && kind !== 'pole route',
  );
  return CROSSINGS.flatMap((crossing) => {
    const own = crossed.filter((piece) => piece.crossing === crossing);
    if (crossing === 'none' || own.length === 0) return [];
    const parts = own.flatMap((piece) => piece.parts.filter(({ what }) => what === 'crossing'));
    return [{ crossing, count: own.length, pence: sumOf(parts) }];
  });
}
