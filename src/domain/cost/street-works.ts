import { SURFACES, type Surface } from '../streets/surface.ts';
import type { BillOfQuantities, BillStreet } from './bill.ts';
import type { RateCard, Spread } from './rate-card.ts';
import { addSpreads, mapSpread, NO_SPREAD } from './spread.ts';
import type { TrenchPiece } from './trench-piece.ts';
import { worksOfPiece } from './works-of-piece.ts';

/** What is done in each street of a route, and in all: the parts of a bill that speak of days and carbon. */
export function streetWorks(
  pieces: readonly TrenchPiece[],
  card: RateCard,
): Pick<BillOfQuantities, 'streets' | 'days' | 'streetDays' | 'carbonKilograms' | 'metresWithoutRate'> {
  const byStreet = new Map<string | null, TrenchPiece[]>();
  for (const piece of pieces) {
    const had = byStreet.get(piece.street);
    if (had) had.push(piece);
    else byStreet.set(piece.street, [piece]);
  }
  const streets = [...byStreet.values()].map((own) => streetOf(own, card)).sort(dearestFirst);
  let [carbonKilograms, metresWithoutRate] = [NO_SPREAD, 0];
  for (const piece of pieces) {
    const works = worksOfPiece(piece, card);
    if (works) carbonKilograms = addSpreads(carbonKilograms, works.carbonKilograms);
    else metresWithoutRate += piece.metres;
  }
  return {
    streets,
    days: sum(streets.map(({ days }) => days)),
    streetDays: sum(streets.map(({ days }) => mapSpread(days, wholeDays))),
    carbonKilograms,
    metresWithoutRate,
  };
}

function streetOf(pieces: readonly TrenchPiece[], card: RateCard): BillStreet {
  const metres = new Map<Surface, number>();
  for (const piece of pieces)
    if (piece.method) metres.set(piece.surface, (metres.get(piece.surface) ?? 0) + piece.metres);
  return {
    street: pieces[0].street,
    name: pieces[0].streetName,
    metres: pieces.reduce((all, piece) => all + piece.metres, 0),
    surfaces: SURFACES.flatMap((surface) => {
      const own = metres.get(surface);
      return own ? [{ surface, metres: own }] : [];
    }),
    pence: sum(pieces.flatMap(({ parts }) => parts.map(({ pence }) => pence))),
    days: sum(pieces.map((piece) => worksOfPiece(piece, card)?.days ?? NO_SPREAD)),
    barriers: [...new Set(pieces.flatMap(({ barriers }) => barriers))].sort(),
  };
}

function sum(spreads: readonly Spread[]): Spread {
  return spreads.reduce(addSpreads, NO_SPREAD);
}

/** A day begun is a day that the street is up; a billionth of one is rounding. */
function wholeDays(days: number): number {
  return Math.ceil(days - 1e-9);
}

function dearestFirst(a: BillStreet, b: BillStreet): number {
  if ((a.street === null) !== (b.street === null)) return a.street === null ? 1 : -1;
  return b.pence.mid - a.pence.mid || ((a.street ?? '') < (b.street ?? '') ? -1 : 1);
}
