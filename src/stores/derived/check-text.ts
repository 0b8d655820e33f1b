import type { BruteForceCheck } from '../../domain/not-spots/brute-force.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { numberOf } from './count-text.ts';

/** A brute-force check in words. */
export interface CheckText {
  readonly agrees: boolean;
  readonly title: string;
  readonly details: string;
}

export function checkText(check: BruteForceCheck): CheckText {
  const differences = check.wardDifferences + check.coverageDifferences + check.countDifferences;
  const walked = `${numberOf(check.rows, 'row')} and ${numberOf(check.layersChecked, 'layer')} checked along ${numberOf(check.edgesWalked, 'edge')}.`;
  if (differences === 0)
    return { agrees: true, title: 'The two counts agree: 0 differences.', details: walked };
  const parts = [
    `${count(check.wardDifferences)} in wards`,
    `${count(check.coverageDifferences)} in coverage`,
    `${count(check.countDifferences)} in counts`,
  ];
  return {
    agrees: false,
    title: `The two counts differ: ${numberOf(differences, 'difference')}.`,
    details: `${walked} Differences: ${parts.join(', ')}. Do not publish these numbers; please report this with the files used.`,
  };
}
