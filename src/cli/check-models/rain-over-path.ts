import type { Polarisation } from '../../domain/radio/rain-attenuation.ts';
import { type RainPath, rainOverPathDecibels } from '../../domain/radio/rain-over-path.ts';
import { METRES_PER_KILOMETRE } from '../../domain/units.ts';
import type { TableKind } from './case-kind.ts';

/** Peers differ about the cap of the distance factor; the recommendation caps it, and so does the column compared. */
export const rainOverPath: TableKind = {
  kind: 'table',
  what: 'rain over a path (P.530)',
  columns: ['f_ghz', 'd_km', 'p_percent', 'R001_mm_h', 'pol', 'expected_Ap_dB_capped'],
  compare: (row) => {
    const path: RainPath = {
      frequencyGigahertz: row.number('f_ghz'),
      distanceMetres: row.number('d_km') * METRES_PER_KILOMETRE,
      polarisation: row.word<Polarisation>('pol', { H: 'horizontal', V: 'vertical', C: { tiltDegrees: 45 } }),
      rainRateMillimetresPerHour: row.number('R001_mm_h'),
    };
    const computed = rainOverPathDecibels(path, row.number('p_percent'));
    return [row.compare('expected_Ap_dB_capped', computed, 'attenuation')];
  },
};
