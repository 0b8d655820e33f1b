/**
 * What an id is compared by: no spaces, one case ("sw1a 2aa" is SW1A2AA). A UPRN padded to twelve digits loses its
 * leading zeros, and one that passed through a number column its ".0"; `isRepairedId` tells which ids were. An id that a
 * spreadsheet rounded ("1.00023E+11") names nothing: ''.
 */
export function idKey(text: string): string {
  if (isPlain(text)) return text;
  const key = text.replaceAll(/\s+/g, '').toUpperCase();
  if (isRoundedId(key)) return '';
  const whole = key.replace(/^(\d+)\.0+$/, '$1');
  return PADDED_UPRN.test(whole) ? whole.replace(/^0+(?=\d)/, '') : whole;
}

/** True for an id of which a spreadsheet kept only the first digits: "1.00023E+11". What it was cannot be known. */
export function isRoundedId(text: string): boolean {
  return ROUNDED.test(text.trim());
}

/** True where `idKey` took padding zeros or ".0" away: such ids are joined, and the reader is told how many. */
export function isRepairedId(text: string): boolean {
  const trimmed = text.trim();
  return PADDED_UPRN.test(trimmed) || /^\d+\.0+$/.test(trimmed);
}

/** A number in scientific notation of five digits or more: no UPRN or code is written so. */
const ROUNDED = /^\d(?:\.\d+)?E\+?\d{1,2}$/i;
const PADDED_UPRN = /^0\d{11}$/;

/** Upper-case letters and digits only, no leading zero: nothing to change. Most ids are so. */
function isPlain(text: string): boolean {
  if (text.length === 0 || text.charCodeAt(0) === ZERO) return text.length === 0;
  if (text.charCodeAt(1) === LETTER_E) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!((code >= ZERO && code <= NINE) || (code >= LETTER_A && code <= LETTER_Z))) return false;
  }
  return true;
}

const ZERO = 48;
const NINE = 57;
const LETTER_A = 65;
const LETTER_E = 69;
const LETTER_Z = 90;
