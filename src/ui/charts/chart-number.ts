/** How a chart prints a number where its caller gives no words of its own: "1,204", "19.9". */
export function chartNumber(value: number): string {
  return NUMBERS.format(value);
}

const NUMBERS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
