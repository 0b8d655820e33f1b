import { ratesFingerprint } from '../../domain/cost/rates-fingerprint.ts';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import { isOfStreets, type Project } from '../../domain/project/project.ts';
import { ratesInForce } from './dig-bill.ts';
import { rememberLast } from './remember-last.ts';

/**
 * Why a result is not of the project as it now is, in words ("the rates have changed"); none where it is. Of files, the
 * premises and all that is of streets must be those it was made of.
 */
export const digStaleReasons = rememberLast(
  (
    { madeOf }: Pick<DigResult, 'madeOf'>,
    { datasets, rates }: Pick<Project, 'datasets' | 'rates'>,
  ): readonly string[] => {
    const used = new Set(madeOf.contents);
    const needed = datasets.filter(
      ({ role, supersededBy }) => supersededBy === undefined && (isOfStreets(role) || role === 'premises'),
    );
    const premises = needed.findLast(({ role }) => role === 'premises');
    const isOther = needed.some(
      (one) => (one.role !== 'premises' || one === premises) && !used.has(one.contentId),
    );
    const isGone = madeOf.contents.some((id) => datasets.every(({ contentId }) => contentId !== id));
    const reasons: string[] = [];
    if (isOther || isGone) reasons.push('the files of premises or streets have changed');
    if (madeOf.rates !== ratesFingerprint(ratesInForce({ rates }))) reasons.push('the rates have changed');
    return reasons;
  },
);
