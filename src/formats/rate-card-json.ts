import * as v from 'valibot';
import type { RateCard } from '../domain/cost/rate-card.ts';
import { rateCardSchema } from './rate-card-schema.ts';
import { readReckoningJson, writeReckoningJson } from './reckoning-json.ts';

const FILE = { format: 'notspot-rates', version: 1, what: 'rate card' } as const;

/** A rate card as JSON: equal cards give equal text. */
export function writeRateCardJson(rates: RateCard): string {
  return writeReckoningJson(FILE, { rates });
}

/** The rate card of a JSON file. Throws RateCardRefused. */
export function readRateCardJson(json: string, fileName: string): RateCard {
  return readReckoningJson(json, fileName, { ...FILE, schema: fileSchema }).rates;
}

const fileSchema = v.strictObject({
  format: v.literal(FILE.format),
  version: v.literal(FILE.version),
  rates: rateCardSchema,
});
