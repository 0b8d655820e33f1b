import { isPostcode } from '../geo/gss-code.ts';

/**
 * The street in a line of an address: the first part that holds a word, without the number or flat before it
 * ("Flat 2, 12A High Street, Ware" gives "High Street"). '' where there is none.
 */
export function streetOf(address: string): string {
  for (const part of address.split(',')) {
    const words = part
      .trim()
      .replace(/^(?:\d+[A-Za-z]?(?:\s*[-–/]\s*\d+[A-Za-z]?)?\s+)+/, '')
      .trim();
    if (/[A-Za-z]{2}/.test(words) && !DWELLING.test(words) && !isPostcode(words)) return words;
  }
  return '';
}

/** "SW1A 2" of "SW1A 2AA"; '' where the text is no postcode. */
export function postcodeSectorOf(text: string): string {
  if (!isPostcode(text)) return '';
  const folded = text.replaceAll(/\s+/g, '').toUpperCase();
  return `${folded.slice(0, -3)} ${folded.at(-3)}`;
}

const DWELLING = /^(?:flat|apartment|apt|unit|room|suite|block|floor)\b[^,]{0,12}$/i;
