import { DEFAULT_RATES } from '../domain/cost/default-rates.ts';
import { METHODS, type Method, type RateCard, type TrenchRate } from '../domain/cost/rate-card.ts';
import type { Surface } from '../domain/streets/surface.ts';
import type { AppContext } from './app-context.ts';
import { setRates } from './set-rates.ts';

/** Puts an edited card in force. The first edit of the starting rates makes them the project's own, with a name that says so. */
export function saveRates(context: AppContext, card: RateCard, what: string): void {
  const { id, name } = DEFAULT_RATES;
  if (JSON.stringify(card) === JSON.stringify(DEFAULT_RATES)) return;
  const own =
    card.id === id ? { ...card, id: 'own-rates', name: card.name === name ? 'Own rates' : card.name } : card;
  setRates(context, own, `Rates: ${what}`);
}

/**
 * Adds a method to a surface, to be edited: at the figures of the starting rates, or of another surface or method, always
 * assumed; not to be used before somebody says so.
 */
export function addMethod(
  context: AppContext,
  card: RateCard,
  { surface, method }: { readonly surface: Surface; readonly method: Method },
): void {
  if (card.trench.some((rate) => rate.surface === surface && rate.method === method)) return;
  const like =
    DEFAULT_RATES.trench.find((rate) => rate.surface === surface && rate.method === method) ??
    DEFAULT_RATES.trench.find((rate) => rate.method === method) ??
    DEFAULT_RATES.trench[0];
  const rate: TrenchRate = {
    surface,
    method,
    isAllowed: false,
    poundsPerMetre: { ...like.poundsPerMetre, source: null },
    metresPerDay: { ...like.metresPerDay, source: null },
    carbonKilogramsPerMetre: { ...like.carbonKilogramsPerMetre, source: null },
  };
  const rank = (one: TrenchRate): number => METHODS.indexOf(one.method);
  const before = card.trench.findLastIndex(
    (one) => one.surface === surface && rank(one) < METHODS.indexOf(method),
  );
  const first = card.trench.findIndex((one) => one.surface === surface);
  const at = before >= 0 ? before + 1 : first >= 0 ? first : card.trench.length;
  saveRates(context, { ...card, trench: card.trench.toSpliced(at, 0, rate) }, `${method} in ${surface}`);
}
