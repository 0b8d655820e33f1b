import { LIVE_POSTCODES_LAYOUT } from '../../domain/premises/live-postcodes.ts';
import { counted } from '../../domain/tables/issue-collector.ts';
import { areaShares } from './area-shares.ts';
import type { KnownLayout } from './known-layout.ts';
import { CODE_POINT } from './publications.ts';

/**
 * Code-Point Open: live postcodes of Great Britain. Published without a header row; its documentation names the columns
 * long and short (PC, PQ, EA, NO, CY …). Positional quality 90 comes with the coordinates 0, 0: no location.
 */
export const codePointOpen: KnownLayout = {
  id: 'code-point-open',
  label: LIVE_POSTCODES_LAYOUT,
  publication: CODE_POINT,
  matches: (look) =>
    look.has('postcode', 'positional_quality_indicator', 'eastings', 'northings') ||
    look.has('pc', 'pq', 'ea', 'no', 'cy'),
  suggest: (look) => ({
    role: 'premises',
    unit: 'postcodes',
    codeKind: 'postcode',
    roles: {
      id: look.named('postcode', 'pc')?.name,
      ...look.places(),
      easting: look.named('eastings', 'ea')?.name,
      northing: look.named('northings', 'no')?.name,
    },
    layers: areaShares(look).layers,
    why: `${LIVE_POSTCODES_LAYOUT}: ${counted(look.table.rows, 'live postcode')} with coordinates: each row is one postcode.`,
    alternatives: ['context', 'table'],
  }),
};
