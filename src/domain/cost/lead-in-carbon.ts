import { SURFACES } from '../streets/surface.ts';
import type { RateCard, Spread, TrenchRate } from './rate-card.ts';
import { addSpreads, mapSpread, NO_SPREAD } from './spread.ts';
import type { TrenchPiece } from './trench-piece.ts';

/**
 * Carbon of digging lead-ins, kg CO₂e. How one is dug is not known, so its range spans what the card has for its surface (for all,
 * where that is not known either); the middle is by open cut (assumed). Where the card has none it is nothing.
 */
export function leadInCarbon(pieces: readonly TrenchPiece[], { trench }: Pick<RateCard, 'trench'>): Spread {
  const byMetre = new Map(SURFACES.map((surface) => [surface, metreOf(surface, trench)]));
  return pieces
    .filter(({ kind }) => kind === 'lead-in')
    .reduce(
      (sum, { surface, metres }) =>
        addSpreads(
          sum,
          mapSpread(byMetre.get(surface) ?? NO_SPREAD, (kilograms) => metres * kilograms),
        ),
      NO_SPREAD,
    );
}

/** Kilograms a metre. */
function metreOf(surface: TrenchPiece['surface'], trench: readonly TrenchRate[]): Spread {
  const own = trench.filter((rate) => rate.surface === surface);
  const rates = surface === 'not known' || own.length === 0 ? trench : own;
  if (rates.length === 0) return NO_SPREAD;
  const kilograms = rates.map(({ carbonKilogramsPerMetre }) => carbonKilogramsPerMetre.value);
  const cut = [...own, ...rates].find(({ method }) => method === 'open cut') ?? rates[0];
  return {
    low: Math.min(...kilograms.map(({ low }) => low)),
    mid: cut.carbonKilogramsPerMetre.value.mid,
    high: Math.max(...kilograms.map(({ high }) => high)),
  };
}
