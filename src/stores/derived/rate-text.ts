/**
 * A rate as every list and panel prints it: "741 Mbit/s", below 100 with a digit more. Below what counts as gigabit it is
 * never rounded up to that.
 */
export function rateText(megabitsPerSecond: number): string {
  const [format, step] = megabitsPerSecond < 100 ? [TENTHS, 0.1] : [WHOLE, 1];
  const isShort = megabitsPerSecond < 1_000 && megabitsPerSecond > 1_000 - step;
  return `${format.format(isShort ? 1_000 - step : megabitsPerSecond)} Mbit/s`;
}

const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
