import type { Spread } from '../cost/rate-card.ts';
import { repricePieces } from '../cost/reprice-pieces.ts';
import { mapSpread } from '../cost/spread.ts';
import { SpreadSum } from '../cost/spread-sum.ts';
import type { TrenchPiece } from '../cost/trench-piece.ts';
import { askedPlan } from './asked-plan.ts';
import type { DigOnceCalendar, SharedWorks } from './barrier-ledger.ts';
import { BUILT_INTERVENTIONS } from './intervention.ts';
import { isInTime } from './levered-dig.ts';
import type { Plan } from './plan.ts';
import { isRefused, type PlanGround } from './plan-ground.ts';
import { excavationsByStreet } from './planned-excavations.ts';

/**
 * Which works of others lie in the streets that a plan's designs dig, when, and what sharing the trench with them saves: the
 * street's pieces priced with and without, by the plan card's share.
 */
export function digOnceCalendar(plan: Plan, ground: PlanGround): DigOnceCalendar {
  const { question, levers, designs, id } = plan;
  const { network, excavations, card } = ground;
  const { worksFrom } = question;
  const base = { planId: id, madeOf: designs?.madeOf ?? '', worksFrom, listed: excavations.length };
  const { dig } = askedPlan(question, levers, ground);
  if (isRefused(network) || !dig) return { ...base, works: [], unmatched: 0 };
  const { byStreet, unmatched } = excavationsByStreet(excavations, network);
  const share = mapSpread(card.items.percentSavedByDigOnce.value, (percent) => Math.min(1, percent / 100));
  const names = new Map(network.streets.map((street) => [street.id, street.name ?? street.id]));
  const works: SharedWorks[] = [];
  for (const intervention of BUILT_INTERVENTIONS) {
    const trench = designs?.outcomes.find(({ kind }) => kind === intervention)?.design?.trench;
    for (const [street, pieces] of dugByStreet(trench?.pieces ?? [])) {
      const listed = byStreet.get(street) ?? [];
      if (listed.length === 0) continue;
      const priced = (shared: ReadonlyMap<string, Spread>): Spread =>
        sumOf(
          repricePieces(pieces, dig.network, {
            ...{ card: dig.rates, worksFrom, lifted: dig.question.lifted },
            sharedStreets: shared,
          }) ?? pieces,
        );
      const penceSaved = spreadOver(priced(new Map()), priced(new Map([[street, share]])));
      const metres = pieces.reduce((sum, piece) => sum + piece.metres, 0);
      for (const { promoter, works: what, begins, ends, shares } of listed)
        works.push({
          ...{ street, streetName: names.get(street) ?? street, promoter, works: what, begins, ends, shares },
          ...{ intervention, metres, penceSaved },
          isInTime: isInTime({ begins, ends }, worksFrom),
          isShared: dig.sharedStreets.has(street),
        });
    }
  }
  return { ...base, works: works.sort(byBeginning), unmatched: unmatched.length };
}

function dugByStreet(pieces: readonly TrenchPiece[]): Map<string, TrenchPiece[]> {
  const streets = new Map<string, TrenchPiece[]>();
  for (const piece of pieces) {
    if (piece.street === null || piece.method === null) continue;
    const known = streets.get(piece.street);
    if (known) known.push(piece);
    else streets.set(piece.street, [piece]);
  }
  return streets;
}

function sumOf(pieces: readonly TrenchPiece[]): Spread {
  const sum = new SpreadSum();
  for (const { parts } of pieces) for (const { pence } of parts) sum.add(pence);
  return sum.value;
}

/** Least is saved of the dear end, most of the cheap one: the ends are put in order round the middle. */
function spreadOver(whole: Spread, rest: Spread): Spread {
  const [low, mid, high] = [whole.low - rest.low, whole.mid - rest.mid, whole.high - rest.high];
  return { low: Math.min(low, mid, high), mid, high: Math.max(low, mid, high) };
}

function byBeginning(one: SharedWorks, other: SharedWorks): number {
  const [a, b] = [one.begins ?? '9999', other.begins ?? '9999'];
  if (a !== b) return a < b ? -1 : 1;
  return one.streetName < other.streetName ? -1 : one.streetName > other.streetName ? 1 : 0;
}
