import { type ChangeClass, changeClasses } from '../../domain/before-after/change-classes.ts';
import type { CountComparison, TallyComparison } from '../../domain/before-after/compare-counts.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { ChangeStep } from './change-step.ts';
import { rememberLast } from './remember-last.ts';
import type { WardMark } from './ward-marks.ts';

/** The mark of every ward's change, by code: its class, and the difference as its count ("+12", "−4"). */
export const changeMarks = rememberLast((comparison: CountComparison): ReadonlyMap<string, WardMark> => {
  const { classes } = changeClasses(comparison);
  return new Map(
    comparison.wardCodes.map((code, ward) => {
      const wardClass = stepOf(classes[ward]);
      const difference = shownDifference(comparison, ward);
      const isTold = wardClass !== 'not-known' && wardClass !== 'not-ranked';
      const mark: WardMark = {
        name: comparison.wardNames[ward],
        wardClass,
        count: isTold ? signed(difference) : '',
        notSpots: Math.abs(difference),
      };
      return [code, mark];
    }),
  );
});

/** After less before as both are shown, in whole units: so that a reader who subtracts gets the same. */
export function shownDifference(
  { before, after }: Pick<TallyComparison, 'before' | 'after'>,
  place: number,
): number {
  return Math.round(after.mid[place]) - Math.round(before.mid[place]);
}

/** "+1,204", "−12", "0": a difference in whole units, with a true minus. */
export function signed(difference: number): string {
  const text = count(Math.abs(difference));
  if (text === '0') return '0';
  return difference < 0 ? `−${text}` : `+${text}`;
}

/** The map's word for a class of change. */
export function stepOf(change: ChangeClass): ChangeStep | 'not-known' | 'not-ranked' {
  if (typeof change === 'string') return change;
  if (change === 0) return 'same';
  return `${change < 0 ? 'less' : 'more'}-${Math.abs(change)}` as ChangeStep;
}
