import type { RadioPart } from '../cost/radio-prices.ts';
import type { CostPart } from '../cost/trench-piece.ts';

/** Costs that rise and fall together: what makes one of them dear makes all of them dear, in trenches and radio alike. */
export const COST_CATEGORIES = [
  'digging',
  'charges for works in streets',
  'cable and connections',
  'upkeep and rent of what is dug',
  'radios',
  'work on roofs and at premises',
  'what stands in a roof’s way',
  'rent, power and licences of hubs',
] as const;

export type CostCategory = (typeof COST_CATEGORIES)[number];

/** Place in COST_CATEGORIES of each part of a trench or of radio. */
export function categoryOf(what: CostPart['what'] | RadioPart): number {
  return COST_CATEGORIES.indexOf(CATEGORY_OF[what]);
}

const CATEGORY_OF: { readonly [What in CostPart['what'] | RadioPart]: CostCategory } = {
  trench: 'digging',
  chambers: 'digging',
  crossing: 'digging',
  'lead-in': 'digging',
  'design and survey': 'digging',
  permit: 'charges for works in streets',
  'traffic management': 'charges for works in streets',
  'lane rental': 'charges for works in streets',
  consents: 'charges for works in streets',
  cable: 'cable and connections',
  connection: 'cable and connections',
  'duct rent': 'upkeep and rent of what is dug',
  'pole rent': 'upkeep and rent of what is dug',
  maintenance: 'upkeep and rent of what is dug',
  'hub radios': 'radios',
  'backhaul links': 'radios',
  'radios at premises': 'radios',
  renewals: 'radios',
  'upkeep of radios': 'radios',
  'hub sites': 'work on roofs and at premises',
  masts: 'work on roofs and at premises',
  'cables indoors': 'work on roofs and at premises',
  'installing at premises': 'work on roofs and at premises',
  'what stands in the way': 'what stands in a roof’s way',
  power: 'rent, power and licences of hubs',
  licences: 'rent, power and licences of hubs',
  'rent and business rates': 'rent, power and licences of hubs',
};
