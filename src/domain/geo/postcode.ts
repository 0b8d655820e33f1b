/** What a text is as a postcode. Form only: whether the postcode exists is another question. */
export type PostcodeReading =
  | { readonly ok: true; readonly postcode: string }
  | {
      readonly ok: false;
      /** `outward`: a whole first half ("M15"); `none`: nothing like a postcode; `malformed`: meant as one, but wrong. */
      readonly kind: 'outward' | 'malformed' | 'none';
      /** What is wrong, in words that stand alone. */
      readonly reason: string;
      /** The postcode or first half most likely meant, written as usual; null where none can be told. */
      readonly suggestion: string | null;
    };

/**
 * Reads a UK postcode in any case and spacing, and writes it as usual: "M15 4AB". Source of the forms: BS 7666 and Royal
 * Mail's Programmers' Guide to PAF. British Forces (BF1), GIR 0AA and the non-geographic areas are read like all others.
 */
export function readPostcode(text: string): PostcodeReading {
  const parts = text
    .toUpperCase()
    .trim()
    .split(/[\s-]+/u);
  const key = parts.join('');
  if (isWhole(key)) return { ok: true, postcode: spaced(key) };
  if (key === '') return wrong('none', 'No postcode was given.');
  if (/^BFPO\d{1,4}$/.test(key))
    return wrong(
      'malformed',
      `${key.slice(0, 4)} ${key.slice(4)} is a British Forces number. Use its postcode, which starts BF1.`,
    );
  if (key.length > 24) return wrong('none', `“${shown(text)}” is too long for a postcode.`);
  if (!/\d/.test(key) && !CONFUSED.test(key)) return wrong('none', `“${shown(text)}” is no postcode.`);
  if (OUTWARD.test(key))
    return wrong('outward', `${key} is the first half of a postcode. Add the second, such as 4AB.`, key);
  const meant = unconfused(key);
  if (meant) {
    const mistake = [...key].findIndex((letter, i) => letter !== meant[i]);
    return wrong(
      'malformed',
      `The ${NAME_OF.get(key[mistake])} stands where the ${NAME_OF.get(meant[mistake])} belongs. ${spaced(meant)} may be meant.`,
      spaced(meant),
    );
  }
  const odd = /[^A-Z\d]/u.exec(key);
  if (odd)
    return wrong(
      key.length <= 8 ? 'malformed' : 'none',
      `A postcode holds letters and digits only, not “${odd[0]}”.`,
    );
  if (key.length > 7)
    return wrong(
      /^[A-Z]{1,2}\d/.test(key) && key.length <= 9 ? 'malformed' : 'none',
      `“${shown(text)}” is too long: a postcode has five to seven letters and digits.`,
    );
  return wrong(LIKELY.test(key) ? 'malformed' : 'none', whatIsWrong(parts, key));
}

/** The same text for the same postcode, whatever its case and spacing: "m15  4ab" and "M154AB" give "M154AB". Any other text likewise. */
export function postcodeKey(text: string): string {
  return text.toUpperCase().replace(/\s+/gu, '');
}

const OUTWARD = /^(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)$/;
const INWARD = /^\d[ABD-HJLNP-UW-Z]{2}$/;
/** Begins as a postcode does, or ends as one does. */
const LIKELY = /^[A-Z]{1,2}\d|\d[A-Z]{2}$/;
/** Letters only, yet one of them may stand for a digit: "SWIA OAA". */
const CONFUSED = /^[A-Z]{1,3}[OI][A-Z]{2,4}$/;
const NAME_OF = new Map([
  ['O', 'letter O'],
  ['0', 'digit 0'],
  ['I', 'letter I'],
  ['1', 'digit 1'],
]);

function isWhole(key: string): boolean {
  return key.length >= 5 && OUTWARD.test(key.slice(0, -3)) && INWARD.test(key.slice(-3));
}

function spaced(key: string): string {
  return key.length < 5 ? key : `${key.slice(0, -3)} ${key.slice(-3)}`;
}

/** The postcode that comes out when O and 0, I and 1 change places in as few positions as possible; else null. */
function unconfused(key: string): string | null {
  if (key.length > 7) return null;
  const SWAP = new Map([
    ['O', '0'],
    ['0', 'O'],
    ['I', '1'],
    ['1', 'I'],
  ]);
  const at = [...key].flatMap((letter, i) => (SWAP.has(letter) ? [i] : []));
  const tries = Array.from({ length: 2 ** at.length - 1 }, (_, n) =>
    at.filter((__, bit) => ((n + 1) >> bit) & 1),
  );
  tries.sort((one, other) => one.length - other.length);
  for (const positions of tries) {
    const letters = [...key];
    for (const i of positions) letters[i] = SWAP.get(letters[i]) ?? letters[i];
    const tried = letters.join('');
    if (isWhole(tried)) return tried;
  }
  return null;
}

function whatIsWrong(parts: readonly string[], key: string): string {
  const last = parts.length > 1 ? parts[parts.length - 1] : key.slice(-3);
  const first = parts.length > 1 ? parts.slice(0, -1).join('') : key.slice(0, -3);
  if (parts.length > 1 && OUTWARD.test(first) && last.length < 3)
    return `The second half, ${last}, is too short: it is a digit and two letters, such as 4AB.`;
  if (key.length < 5) return `${key} is too short: a postcode has five to seven letters and digits.`;
  const unused = /^\d[A-Z]{2}$/.test(last) ? /[CIKMOV]/.exec(last) : null;
  if (unused)
    return `The second half, ${last}, has the letter ${unused[0]}: C, I, K, M, O and V are never used there.`;
  if (!INWARD.test(last)) return `The second half, ${last}, must be a digit and two letters, such as 4AB.`;
  if (!/\d/.test(first))
    return `The first half, ${first}, has no number: one or two letters and a number, such as M15.`;
  return `The first half, ${first}, must be one or two letters and a number, such as M15 or SW1A.`;
}

function wrong(
  kind: 'outward' | 'malformed' | 'none',
  reason: string,
  suggestion: string | null = null,
): PostcodeReading {
  return { ok: false, kind, reason, suggestion };
}

function shown(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 24 ? `${trimmed.slice(0, 24)}…` : trimmed;
}
