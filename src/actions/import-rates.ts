import type { AppContext } from './app-context.ts';
import { setRates } from './set-rates.ts';

/** What became of a file of rates. */
export type RatesImported =
  | { readonly state: 'taken'; readonly fileName: string; readonly name: string }
  | { readonly state: 'refused'; readonly message: string };

/** Largest file of rates: far beyond what a card can be. */
const MOST_BYTES = 4_000_000;

/**
 * Puts the rate card of a file (JSON or CSV) in force, in one step of undo. Never rejects: what is wrong is said with file,
 * row and column, and nothing of it is taken.
 */
export async function importRates(context: AppContext, file: File): Promise<RatesImported> {
  if (file.size > MOST_BYTES)
    return refused(`${file.name} is above 4 MB: rate cards are far smaller. Give another file.`);
  const { readRateCard } = await import('../formats/read-rate-card.ts');
  const { RateCardRefused } = await import('../formats/rate-card-refused.ts');
  try {
    const card = readRateCard(new Uint8Array(await file.arrayBuffer()), file.name);
    if (context.project.getState().readOnly)
      return refused('This work is being changed in another tab. Give the file there.');
    setRates(context, card, `Rates of ${file.name}`);
    return { state: 'taken', fileName: file.name, name: card.name };
  } catch (error) {
    if (error instanceof RateCardRefused) return refused(error.message);
    return refused(`${file.name} could not be read. Choose it again.`);
  }
}

function refused(message: string): RatesImported {
  return { state: 'refused', message };
}
