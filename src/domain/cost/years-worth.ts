/**
 * What one pound at the end of each of `years` years is worth today, in pounds, at `percent` a year:
 * (1 − (1 + r)^−n) ÷ r, and n where r is 0. Years whole from 1, percent from 0. Source: HM Treasury, The Green Book 2022,
 * annex A6 (discounting).
 */
export function yearsWorth(years: number, percent: number): number {
  if (!(Number.isInteger(years) && years >= 1 && percent >= 0))
    throw new RangeError(`Years are whole from 1 and per cent from 0, not ${years} and ${percent}.`);
  // Added year by year: only then is it the same to the last bit on every machine, which powers need not be.
  let [sum, worth] = [0, 1];
  for (let year = 0; year < years; year++) {
    worth /= 1 + percent / 100;
    sum += worth;
  }
  return sum;
}
