import { ratesFingerprint } from '../../domain/cost/rates-fingerprint.ts';
import { digContents } from '../../domain/dig/dig-contents.ts';
import type { DigDesign } from '../../domain/dig/dig-design.ts';
import type { Project } from '../../domain/project/project.ts';
import { ratesInForce } from './dig-bill.ts';

/**
 * Why a design's result is not of the project as it now is, in words ("the rates have changed"); none where it is, or
 * where there is none.
 */
export function digStaleReasons(
  { question, result }: Pick<DigDesign, 'question' | 'result'>,
  project: Pick<Project, 'datasets' | 'layers' | 'rates'>,
): readonly string[] {
  if (!result) return [];
  const { contents, rates } = result.madeOf;
  const now = new Set(digContents(project, question));
  const isSame = contents.length === now.size && contents.every((id) => now.has(id));
  const reasons: string[] = [];
  if (!isSame) reasons.push('the files it was made of have changed');
  if (rates !== ratesFingerprint(ratesInForce(project))) reasons.push('the rates have changed');
  return reasons;
}
