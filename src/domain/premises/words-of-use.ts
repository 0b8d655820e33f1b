import type { PremisesUse } from './premises-use.ts';

/** What premises of a use are called where several uses are told apart: "flats", "other homes", "public buildings". */
export function wordsOfUse(use: PremisesUse, uses: readonly { readonly use: PremisesUse }[]): string {
  const hasFlats = uses.some((one) => one.use === 'flat');
  return use === 'home' && hasFlats ? 'other homes' : WORDS[use];
}

const WORDS: Record<PremisesUse, string> = {
  home: 'homes',
  flat: 'flats',
  business: 'businesses',
  'public building': 'public buildings',
  other: 'other premises',
  'not known': 'premises of unknown use',
};
