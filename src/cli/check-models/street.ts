import { type StreetPath, streetLossDecibels } from '../../domain/radio/street-loss.ts';
import type { TableKind } from './case-kind.ts';

export const street: TableKind = {
  kind: 'table',
  what: 'street and roof, site-general (P.1411)',
  columns: ['model', 'f_ghz', 'd_m', 'environment', 'path', 'expected_Lb_median_dB'],
  compare: (row) => {
    const computed = streetLossDecibels({
      ends: row.word<StreetPath['ends']>('model', {
        'street_canyon_4.1.1': 'both below roofs',
        'over_rooftops_4.2.1': 'one above roofs',
      }),
      sight: row.word<StreetPath['sight']>('path', { LOS: 'line of sight', NLOS: 'no line of sight' }),
      surroundings: row.word<StreetPath['surroundings']>('environment', {
        URBAN_HIGH_RISE: 'urban high-rise',
        URBAN_LOW_RISE_OR_SUBURBAN: 'urban low-rise or suburban',
        RESIDENTIAL: 'residential',
      }),
      frequencyGigahertz: row.number('f_ghz'),
      distanceMetres: row.number('d_m'),
    });
    return [row.compare('expected_Lb_median_dB', computed, 'loss')];
  },
};
