/**
 * What renewing something worth one pound comes to today, in pounds: it is bought again at the end of every year in which it
 * wears out, but for the last of the term. Life in years, above 0; term whole years from 1; percent a year from 0.
 */
export function renewalsWorth(lifeYears: number, termYears: number, percent: number): number {
  if (!(lifeYears > 0 && Number.isInteger(termYears) && termYears >= 1 && percent >= 0))
    throw new RangeError(
      `A life is above 0, a term whole from 1 and per cent from 0, not ${lifeYears}, ${termYears} and ${percent}.`,
    );
  let [sum, worth, due] = [0, 1, lifeYears];
  for (let year = 1; year < termYears; year++) {
    worth /= 1 + percent / 100;
    // A billionth of a year is rounding: a life of 0.1 is due ten times a year and not eleven.
    for (; due <= year + 1e-9; due += lifeYears) sum += worth;
  }
  return sum;
}
