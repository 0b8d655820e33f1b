import * as v from 'valibot';
import type { Register } from '../domain/plan/register.ts';
import { planCardSchema } from './plan-card-schema.ts';
import { rateCardSchema } from './rate-card-schema.ts';
import { readReckoningJson, writeReckoningJson } from './reckoning-json.ts';
import { leversOfFile, radiosOfFile } from './reckoning-limits.ts';

const FILE = { format: 'notspot-register', version: 1, what: 'register' } as const;

/** A register as JSON: equal ones give equal text. */
export function writeRegisterJson(register: Register): string {
  return writeReckoningJson(FILE, register);
}

/** What a JSON file has of a register; parts that it lacks are left out. Throws RateCardRefused. */
export function readRegisterJson(json: string, fileName: string): Partial<Register> {
  const {
    format: _format,
    version: _version,
    ...parts
  } = readReckoningJson(json, fileName, {
    ...FILE,
    schema: fileSchema,
  });
  return parts;
}

function eachOnce<Item extends { readonly id: string }>(items: readonly Item[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length;
}

const fileSchema = v.strictObject({
  format: v.literal(FILE.format),
  version: v.literal(FILE.version),
  planCard: v.exactOptional(planCardSchema),
  rates: v.exactOptional(rateCardSchema),
  devices: v.exactOptional(v.pipe(radiosOfFile, v.check(eachOnce, 'two radios have the same id'))),
  levers: v.exactOptional(v.pipe(leversOfFile, v.check(eachOnce, 'two levers have the same id'))),
});
