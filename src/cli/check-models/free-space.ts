import { freeSpaceLossDecibels } from '../../domain/radio/free-space-loss.ts';
import { METRES_PER_KILOMETRE } from '../../domain/units.ts';
import type { TableKind } from './case-kind.ts';

export const freeSpace: TableKind = {
  kind: 'table',
  what: 'free-space loss (P.525)',
  columns: ['f_ghz', 'd_km', 'expected_Lbf_dB'],
  compare: (row) => [
    row.compare(
      'expected_Lbf_dB',
      freeSpaceLossDecibels(row.number('f_ghz'), row.number('d_km') * METRES_PER_KILOMETRE),
      'loss',
    ),
  ],
};
