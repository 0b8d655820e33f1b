import type { RateCard } from '../domain/cost/rate-card.ts';
import type { AppContext } from './app-context.ts';
import { downloadText } from './download-text.ts';

/** Saves a rate card as a file; gives its name. */
export async function exportRates(
  context: AppContext,
  card: RateCard,
  format: 'json' | 'csv',
): Promise<string> {
  const { name } = context.project.getState().project;
  const fileName = `${name} rates.${format}`;
  if (format === 'json') {
    const { writeRateCardJson } = await import('../formats/rate-card-json.ts');
    return downloadText(writeRateCardJson(card), fileName, 'application/json');
  }
  const { writeRateCardCsv } = await import('../formats/rate-card-csv.ts');
  return downloadText(writeRateCardCsv(card), fileName, 'text/csv');
}
