import { fresnelRadiusMetres } from '../../domain/radio/fresnel-radius.ts';
import { METRES_PER_KILOMETRE } from '../../domain/units.ts';
import type { TableKind } from './case-kind.ts';

export const fresnelRadius: TableKind = {
  kind: 'table',
  what: 'first Fresnel radius (P.530)',
  columns: ['f_ghz', 'd_km', 'd1_km', 'expected_F1_m'],
  compare: (row) => {
    const near = row.number('d1_km') * METRES_PER_KILOMETRE;
    const far = row.number('d_km') * METRES_PER_KILOMETRE - near;
    return [row.compare('expected_F1_m', fresnelRadiusMetres(row.number('f_ghz'), near, far), 'radius')];
  },
};
