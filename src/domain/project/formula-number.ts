/** A number as it stands in a formula: up to six decimals, so that who recomputes it gets the figure; a true minus. */
export function formulaNumber(value: number): string {
  const text = SIX_DECIMALS.format(Math.abs(value));
  return value < 0 && text !== '0' ? `−${text}` : text;
}

const SIX_DECIMALS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
