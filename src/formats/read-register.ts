import type { Register } from '../domain/plan/register.ts';
import { readRateCardJson } from './rate-card-json.ts';
import { textOfFile } from './read-rate-card.ts';
import { readRegisterCsv } from './read-register-csv.ts';
import { readRegisterJson } from './register-json.ts';

/**
 * What a file has of a register, JSON or CSV by its content; a rate card alone is one too. Text that is no UTF-8 is read as
 * Windows-1252. Throws RateCardRefused.
 */
export function readRegister(bytes: Uint8Array, fileName: string): Partial<Register> {
  const text = textOfFile(bytes);
  if (!/^\s*[{[]/.test(text)) return readRegisterCsv(text, fileName);
  return /"format"\s*:\s*"notspot-rates"/.test(text.slice(0, 4_000_000))
    ? { rates: readRateCardJson(text, fileName) }
    : readRegisterJson(text, fileName);
}
