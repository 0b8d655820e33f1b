import { fresnelRadiusMetres } from '../../domain/radio/fresnel-radius.ts';
import { obstructionLoss } from '../../domain/radio/obstruction-loss.ts';
import { METRES_PER_KILOMETRE } from '../../domain/units.ts';
import type { TableKind } from './case-kind.ts';

export const obstruction: TableKind = {
  kind: 'table',
  what: 'obstruction loss (P.530)',
  columns: ['f_ghz', 'd_km', 'd1_km', 'h_clearance_m', 'expected_Ad_dB'],
  compare: (row) => {
    const near = row.number('d1_km') * METRES_PER_KILOMETRE;
    const far = row.number('d_km') * METRES_PER_KILOMETRE - near;
    const radius = fresnelRadiusMetres(row.number('f_ghz'), near, far);
    const { decibels } = obstructionLoss(row.number('h_clearance_m'), radius);
    return [row.compare('expected_Ad_dB', decibels, 'loss')];
  },
};
