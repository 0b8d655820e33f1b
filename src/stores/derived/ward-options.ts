import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { countUpTo } from './count-up-to.ts';
import { rememberLast } from './remember-last.ts';

/** A ward to be chosen. */
export interface WardOption {
  readonly code: string;
  /** "Hollowbeck: 312 of 2,104"; with a pair of confidences "Hollowbeck: 312, up to 340, of 2,104". */
  readonly label: string;
}

/** Wards by not-spots, most first; equal ones by name. */
export const wardOptions = rememberLast(
  ({ wardCodes, wardNames, notSpots, units }: Analysis): readonly WardOption[] =>
    wardCodes
      .map((code, i) => ({
        code,
        name: wardNames[i] || code,
        spots: notSpots.mid[i],
        most: notSpots.high[i],
        units: units[i],
      }))
      .sort((one, other) => other.spots - one.spots || one.name.localeCompare(other.name, 'en-GB'))
      .map(({ code, name, spots, most, units: all }) => ({
        code,
        label: `${name}: ${countUpTo(spots, most)}${most > spots ? ',' : ''} of ${count(all)}`,
      })),
);
