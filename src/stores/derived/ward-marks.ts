import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { type WardClass, wardClasses } from '../../domain/not-spots/ward-classes.ts';
import type { ChangeStep } from './change-step.ts';

/** How a ward is marked on the map. */
export interface WardMark {
  readonly name: string;
  readonly wardClass: WardClass | ChangeStep;
  /** Its not-spots, as printed everywhere; '' where they cannot be told. */
  readonly count: string;
  readonly notSpots: number;
}

/** The mark of every ward, by code. `beside`: a count that shares its steps, so that both can be compared by eye. */
export function wardMarks(analysis: Analysis, beside?: Analysis): ReadonlyMap<string, WardMark> {
  const { classes } = wardClasses(analysis, beside);
  return new Map(
    analysis.wardCodes.map((code, ward) => {
      const notSpots = analysis.notSpots.mid[ward];
      const wardClass = classes[ward];
      const text = wardClass === 'not-known' || wardClass === 'not-ranked' ? '' : count(notSpots);
      return [code, { name: analysis.wardNames[ward], wardClass, count: text, notSpots }];
    }),
  );
}
