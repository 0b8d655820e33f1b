import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { assumedRates } from '../domain/cost/assumed-rates.ts';
import { DEFAULT_RATES } from '../domain/cost/default-rates.ts';
import type { RateCard } from '../domain/cost/rate-card.ts';
import { readRateCard } from '../formats/read-rate-card.ts';

/** The rate card that `--rates FILE` names (JSON or CSV); the starting one without. Throws words for a person. */
export function askedRates(path: string | undefined): RateCard {
  if (path === undefined) return DEFAULT_RATES;
  if (!existsSync(path)) throw new Error(`${path}: there is no such file. Give a rate card with --rates.`);
  return readRateCard(readFileSync(path), basename(path));
}

/** The card in a line: what it is and how much of it nobody sourced. */
export function ratesLine(card: RateCard): string {
  const { assumed, all } = assumedRates(card);
  const base = card.priceBase === null ? 'price base not known' : `prices of ${card.priceBase}`;
  return `rates: ${card.name}, ${base} (${assumed} of ${all} figures assumed)`;
}
