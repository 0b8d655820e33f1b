import type { Lever } from './lever.ts';

/** Whether what pulling a lever costs is stated, or reckoned from what is built under it (`evaluation/lever-costs.ts`). */
export function isCostKnown({ cost, kind, removes }: Pick<Lever, 'cost' | 'kind' | 'removes'>): boolean {
  if (cost !== null || kind === 'top-up' || kind === 'rates relief') return true;
  return kind === 'permit waiver' && removes.length === 1 && removes[0] === 'permit';
}
