import type { CostPart } from './trench-piece.ts';

/** Parts that a piece can have, in their order, and whether they are paid each year. */
export const COST_PARTS: readonly { readonly what: CostPart['what']; readonly isYearly: boolean }[] = [
  { what: 'trench', isYearly: false },
  { what: 'chambers', isYearly: false },
  { what: 'crossing', isYearly: false },
  { what: 'lead-in', isYearly: false },
  { what: 'cable', isYearly: false },
  { what: 'design and survey', isYearly: false },
  { what: 'permit', isYearly: false },
  { what: 'traffic management', isYearly: false },
  { what: 'lane rental', isYearly: false },
  { what: 'consents', isYearly: false },
  { what: 'connection', isYearly: false },
  { what: 'duct rent', isYearly: true },
  { what: 'pole rent', isYearly: true },
  { what: 'maintenance', isYearly: true },
];
