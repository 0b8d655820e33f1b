import type { RateCard, Spread, TrenchRate } from './rate-card.ts';
import { divideSpreads, mapSpread, NO_SPREAD } from './spread.ts';
import type { TrenchPiece } from './trench-piece.ts';

/** Days and carbon of digging one piece. */
export interface PieceWorks {
  /** Days of one gang: metres ÷ metres a day, so not whole. */
  readonly days: Spread;
  readonly carbonKilograms: Spread;
}

/** What digging a piece takes; nothing where nothing is dug by the metre; null where the card has no rate for it. */
export function worksOfPiece(piece: TrenchPiece, card: RateCard): PieceWorks | null {
  if (piece.method === null) return { days: NO_SPREAD, carbonKilograms: NO_SPREAD };
  const rate = rateOfPiece(piece, card);
  if (!rate) return null;
  const { metres } = piece;
  return {
    days: divideSpreads({ low: metres, mid: metres, high: metres }, rate.metresPerDay.value),
    carbonKilograms: mapSpread(rate.carbonKilogramsPerMetre.value, (kilograms) => metres * kilograms),
  };
}

function rateOfPiece(
  { surface, method }: Pick<TrenchPiece, 'surface' | 'method'>,
  card: RateCard,
): TrenchRate | undefined {
  return card.trench.find((rate) => rate.surface === surface && rate.method === method);
}
