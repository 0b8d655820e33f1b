import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';
import { readReckoning } from './read-reckoning.ts';
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
export async function importRates(
  context: AppContext,
  file: File,
  options: JobOptions = {},
): Promise<RatesImported> {
  if (file.size > MOST_BYTES)
    return refused(`${file.name} is above 4 MB: rate cards are far smaller. Give another file.`);
  const read = await readReckoning(context, 'rates', file, options);
  if (read.state === 'refused') return read;
  const { rates } = read.register;
  if (!rates) return refused(`${file.name} could not be read. Choose it again.`);
  setRates(context, rates, `Rates of ${file.name}`);
  return { state: 'taken', fileName: file.name, name: rates.name };
}

function refused(message: string): RatesImported {
  return { state: 'refused', message };
}
