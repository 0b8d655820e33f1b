/**
 * Postcodes as numbers whose order is that of the printed ones: outward code padded to four characters, then the inward
 * three. A district, a sector or any other beginning of a postcode is a range of such numbers.
 */

/** The number of a postcode in any spacing and case; NaN where the text has not the form of one. */
export function postcodeNumber(text: string): number {
  const compact = text.replace(/\s+/g, '').toUpperCase();
  if (!FORM.test(compact)) return Number.NaN;
  return keyOf(compact.slice(0, -3).padEnd(OUTWARD_LENGTH) + compact.slice(-3));
}

/** The postcode of a number, with its space: "M15 4AB". */
export function postcodeOfNumber(key: number): string {
  let text = '';
  for (let rest = key, i = 0; i < LENGTH; i++) {
    text = CHARACTERS[rest % BASE] + text;
    rest = Math.floor(rest / BASE);
  }
  return `${text.slice(0, OUTWARD_LENGTH).trimEnd()} ${text.slice(OUTWARD_LENGTH)}`;
}

/** A part of a postcode from its start: outward code, and as much of the inward code as is given. */
export interface PostcodeStart {
  /** "M15" */
  readonly outward: string;
  /** "", "4" or "4A" */
  readonly inward: string;
}

/** Numbers of the postcodes that begin so: from the first to before the second. */
export function postcodeRange({ outward, inward }: PostcodeStart): readonly [number, number] {
  const start = outward.toUpperCase().padEnd(OUTWARD_LENGTH) + inward.toUpperCase();
  const rest = BASE ** (LENGTH - start.length);
  const first = keyOf(start) * rest;
  return [first, first + rest];
}

/** Numbers of all postcodes whose text begins with `letters` ("M", "M1" with M10 and M1A too). */
export function outwardRange(letters: string): readonly [number, number] {
  const rest = BASE ** (LENGTH - letters.length);
  const first = keyOf(letters.toUpperCase()) * rest;
  return [first, first + rest];
}

const FORM = /^(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)\d[A-Z]{2}$/;
const CHARACTERS = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASE = CHARACTERS.length;
const OUTWARD_LENGTH = 4;
const LENGTH = 7;

function keyOf(text: string): number {
  let key = 0;
  for (const character of text) key = key * BASE + CHARACTERS.indexOf(character);
  return key;
}
