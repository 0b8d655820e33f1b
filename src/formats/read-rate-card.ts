import type { RateCard } from '../domain/cost/rate-card.ts';
import { readRateCardJson } from './rate-card-json.ts';
import { readRateCardCsv } from './read-rate-card-csv.ts';

/**
 * The rate card of a file, JSON or CSV by its content; text that is no UTF-8 is read as Windows-1252, as some spreadsheets
 * save it. Throws RateCardRefused.
 */
export function readRateCard(bytes: Uint8Array, fileName: string): RateCard {
  const text = textOfFile(bytes);
  return /^\s*[{[]/.test(text) ? readRateCardJson(text, fileName) : readRateCardCsv(text, fileName);
}

/** The text of a file without a byte-order mark; what is no UTF-8 is read as Windows-1252. */
export function textOfFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/, '');
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
