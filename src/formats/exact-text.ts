/** The shortest text that gives the same double back; '' for NaN. */
export function doubleText(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

/** The shortest text that gives the same 32-bit number back: 0.1, not 0.10000000149011612. */
export function floatText(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return String(shorter);
  }
  return doubleText(value);
}

/** A whole number of 10 ** −scale, all digits kept: (12345n, 2) is "123.45". */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Two's complement, most significant byte first. */
export function bigEndianInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return bytes.length > 0 && bytes[0] > 127 ? value - (1n << BigInt(8 * bytes.length)) : value;
}

/** Days since 1970 as year-month-day; '' beyond what a calendar holds. */
export function dateText(days: number): string {
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Units since 1970 (`perSecond` of them a second) as ISO 8601 in UTC, every digit of the fraction kept. */
export function timestampText(units: bigint, perSecond: bigint): string {
  const rest = ((units % perSecond) + perSecond) % perSecond;
  const seconds = (units - rest) / perSecond;
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return '';
  const digits = String(perSecond).length - 1;
  const fraction = String(rest).padStart(digits, '0').replace(/0+$/, '');
  return `${date.toISOString().slice(0, -5)}${fraction ? `.${fraction}` : ''}Z`;
}
