import { count } from '../../domain/not-spots/headline.ts';

/** "1st", "2nd", "13th", "1,204th" … of a whole number. */
export function ordinal(place: number): string {
  const ends = ['th', 'st', 'nd', 'rd'];
  const tens = place % 100;
  return `${count(place)}${ends[tens > 10 && tens < 14 ? 0 : place % 10] ?? 'th'}`;
}

/** "joint 12th" where several have the rank. */
export function rankWords(rank: number, sharing: number): string {
  return `${sharing > 1 ? 'joint ' : ''}${ordinal(rank)}`;
}
