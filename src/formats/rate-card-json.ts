import * as v from 'valibot';
import type { RateCard } from '../domain/cost/rate-card.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkJson } from './check-json.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import { ProjectRefused } from './project-refused.ts';
import { RateCardRefused } from './rate-card-refused.ts';
import { rateCardSchema } from './rate-card-schema.ts';

/** Version of the file: a JSON object with format, version and rates. */
const VERSION = 1;
const FORMAT = 'notspot-rates';

/** A rate card as JSON: equal cards give equal text. */
export function writeRateCardJson(rates: RateCard): string {
  // Parsed again to be spread over lines, for people edit it; the order of members stays the canonical one.
  const file = JSON.parse(canonicalJson({ format: FORMAT, version: VERSION, rates }));
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The rate card of a JSON file. Throws RateCardRefused. */
export function readRateCardJson(json: string, fileName: string): RateCard {
  const parsed = parsedJson(json, fileName);
  const head = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), parsed);
  if (!head.success)
    throw new RateCardRefused('NOT_RATES', fileName, [
      `this is no rate card: it has no "format": "${FORMAT}" with a version. Save one from Notspot and edit that.`,
    ]);
  if (head.output.version > VERSION)
    throw new RateCardRefused('NEWER', fileName, [
      `it was made with a newer version of Notspot (rates version ${head.output.version}; this one reads up to ${VERSION}). Reload to get the new version.`,
    ]);
  const result = v.safeParse(fileSchema, parsed);
  if (result.success) return result.output.rates;
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'rates'}: ${issue.message}`);
  throw new RateCardRefused('WRONG_FIGURE', fileName, problems.map(sentence));
}

function parsedJson(json: string, fileName: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    const place = jsonErrorPlace(json);
    const where = place
      ? ` (line ${place.line}, character ${place.column}: ${place.expected} was expected)`
      : '';
    throw new RateCardRefused('NOT_JSON', fileName, [
      `this is no JSON${where}. Put that right and load it again.`,
    ]);
  }
  try {
    // Names that every object has of its own accord would pass the schema.
    checkJson(parsed, 'the rate card');
  } catch (error) {
    if (!(error instanceof ProjectRefused)) throw error;
    throw new RateCardRefused('WRONG_FIGURE', fileName, [error.message]);
  }
  return parsed;
}

function sentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}

const fileSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  rates: rateCardSchema,
});
