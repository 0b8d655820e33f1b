import { clutterLossDecibels } from '../../domain/radio/clutter-statistical.ts';
import { METRES_PER_KILOMETRE } from '../../domain/units.ts';
import type { TableKind } from './case-kind.ts';

export const clutterStatistical: TableKind = {
  kind: 'table',
  what: 'clutter, statistical (P.2108 §3.2)',
  columns: ['f_ghz', 'd_km', 'p_loc_percent', 'expected_Lctt_dB'],
  compare: (row) => {
    const metres = row.number('d_km') * METRES_PER_KILOMETRE;
    const computed = clutterLossDecibels(row.number('f_ghz'), metres, row.number('p_loc_percent'));
    return [row.compare('expected_Lctt_dB', computed, 'loss')];
  },
};
