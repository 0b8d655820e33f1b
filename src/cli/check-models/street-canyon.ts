import { MEAN_GROUND_AIR } from '../../domain/radio/gas-attenuation.ts';
import { streetCanyonLossDecibels } from '../../domain/radio/street-canyon-loss.ts';
import type { TableKind } from './case-kind.ts';

/** The files carry no air; their figures are for the mean one. */
export const streetCanyon: TableKind = {
  kind: 'table',
  what: 'street canyon at millimetre waves (P.1411)',
  columns: ['f_ghz', 'd_m', 'n', 'expected_L_dB'],
  compare: (row) => {
    const computed = streetCanyonLossDecibels({
      frequencyGigahertz: row.number('f_ghz'),
      distanceMetres: row.number('d_m'),
      lossExponent: row.number('n'),
      air: MEAN_GROUND_AIR,
    });
    return [row.compare('expected_L_dB', computed, 'loss')];
  },
};
