import { SURFACES, type Surface } from '../streets/surface.ts';
import type { BillOfQuantities, BillStreet } from './bill.ts';
import type { RateCard } from './rate-card.ts';
import { mapSpread } from './spread.ts';
import { SpreadSum, sumOfSpreads } from './spread-sum.ts';
import type { TrenchPiece } from './trench-piece.ts';
import { type PieceWorks, worksOfPiece } from './works-of-piece.ts';

/** What is done in each street of a route, and in all: the parts of a bill that speak of days and carbon. */
export function streetWorks(
  pieces: readonly TrenchPiece[],
  card: RateCard,
): Pick<
  BillOfQuantities,
  'streets' | 'days' | 'streetDays' | 'nameless' | 'carbonKilograms' | 'metresWithoutRate'
> {
  const byStreet = new Map<string | null, StreetSums>();
  const carbon = new SpreadSum();
  let metresWithoutRate = 0;
  for (const piece of pieces) {
    let own = byStreet.get(piece.street);
    if (!own) {
      own = new StreetSums(piece);
      byStreet.set(piece.street, own);
    }
    const works = worksOfPiece(piece, card);
    own.add(piece, works);
    if (works) carbon.add(works.carbonKilograms);
    else metresWithoutRate += piece.metres;
  }
  const streets = Array.from(byStreet.values(), (own) => own.street()).sort(dearestFirst);
  const nameless = streets.filter(
    ({ street, name, days }) => street !== null && name === null && days.high > 0,
  );
  const namelessDays = sumOfSpreads(nameless.map(({ days }) => days));
  const named = streets.filter(({ street, name }) => street === null || name !== null);
  return {
    streets,
    days: sumOfSpreads(streets.map(({ days }) => days)),
    streetDays: sumOfSpreads(
      [...named.map(({ days }) => days), namelessDays].map((days) => mapSpread(days, wholeDays)),
    ),
    nameless: nameless.length > 0 ? { lines: nameless.length, days: namelessDays } : null,
    carbonKilograms: carbon.value,
    metresWithoutRate,
  };
}

/** One street's share of a route, piece by piece. */
class StreetSums {
  private readonly first: TrenchPiece;
  private metres = 0;
  private readonly dug = new Map<Surface, number>();
  private readonly pence = new SpreadSum();
  private readonly capital = new SpreadSum();
  private readonly days = new SpreadSum();
  private readonly barriers = new Set<string>();

  constructor(first: TrenchPiece) {
    this.first = first;
  }

  add({ metres, method, surface, parts, barriers }: TrenchPiece, works: PieceWorks | null): void {
    this.metres += metres;
    if (method) this.dug.set(surface, (this.dug.get(surface) ?? 0) + metres);
    for (const { pence, isYearly } of parts) {
      this.pence.add(pence);
      if (!isYearly) this.capital.add(pence);
    }
    if (works) this.days.add(works.days);
    for (const barrier of barriers) this.barriers.add(barrier);
  }

  street(): BillStreet {
    return {
      street: this.first.street,
      name: this.first.streetName,
      metres: this.metres,
      surfaces: SURFACES.flatMap((surface) => {
        const metres = this.dug.get(surface);
        return metres ? [{ surface, metres }] : [];
      }),
      pence: this.pence.value,
      capital: this.capital.value,
      days: this.days.value,
      barriers: [...this.barriers].sort(),
    };
  }
}

/** A day begun is a day that the street is up; a billionth of one is rounding. */
function wholeDays(days: number): number {
  return Math.ceil(days - 1e-9);
}

function dearestFirst(a: BillStreet, b: BillStreet): number {
  if ((a.street === null) !== (b.street === null)) return a.street === null ? 1 : -1;
  return b.pence.mid - a.pence.mid || ((a.street ?? '') < (b.street ?? '') ? -1 : 1);
}
