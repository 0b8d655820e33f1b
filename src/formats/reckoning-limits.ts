import * as v from 'valibot';
import { leverSchema } from './barrier-schema.ts';
import { deviceSchema } from './device-schema.ts';
import { RateCardRefused } from './rate-card-refused.ts';

/** Radios of one file: as many as its 5,000 rows hold as CSV. */
const MOST_RADIOS = 200;
const MOST_LEVERS = 500;
/** Longest text of a register, in UTF-16 units: a page can show it. */
const MOST_TEXT = 10_000;

/** Radios of a file, 200 at most. */
export const radiosOfFile = v.pipe(
  v.array(deviceSchema),
  v.maxLength(MOST_RADIOS, `here are more than ${MOST_RADIOS} radios. Leave those out that no plan needs`),
);

/** Levers of a file, 500 at most. */
export const leversOfFile = v.pipe(
  v.array(leverSchema),
  v.maxLength(MOST_LEVERS, `here are more than ${MOST_LEVERS} levers. Leave those out that no plan pulls`),
);

/** Gives the parts of a file back. Throws RateCardRefused where a text of them is longer than a page can show. */
export function withoutLongTexts<Parts extends object>(parts: Parts, fileName: string): Parts {
  const waiting: (readonly [place: string, value: unknown])[] = [['', parts]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [place, value] = next;
    if (typeof value === 'string' && value.length > MOST_TEXT)
      throw new RateCardRefused('WRONG_FIGURE', fileName, [
        `${place}: a text of ${value.length.toLocaleString('en-GB')} characters stands there. Shorten it to ${MOST_TEXT.toLocaleString('en-GB')} at most.`,
      ]);
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value))
      waiting.push([place === '' ? name : `${place}.${name}`, member]);
  }
  return parts;
}
