import type { MissedPlace } from '../../domain/dig/dig-design.ts';

/** Why premises are not served, in a few words. */
export const MISSED_REASON_TEXT: Readonly<Record<MissedPlace['reason'], string>> = {
  'no street near': 'no street near',
  'street not joined to a root': 'no way from a fibre point',
  'not worth it': 'not worth it',
  'beyond the budget': 'beyond the budget',
};
