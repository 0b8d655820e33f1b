/** A number as it stands in a formula: up to six decimals, so that who recomputes it gets the figure; a true minus. */
export function formulaNumber(value: number): string {
  const text = Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: 6 });
  return value < 0 && text !== '0' ? `−${text}` : text;
}
