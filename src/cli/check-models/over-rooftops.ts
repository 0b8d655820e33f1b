import { overRooftopsLossDecibels } from '../../domain/radio/over-rooftops-loss.ts';
import type { TableKind } from './case-kind.ts';

/** The files do not say what kind of town, which tells up to 2 GHz alone; their figures there are for a medium-sized one. */
export const overRooftops: TableKind = {
  kind: 'table',
  what: 'over rooftops, multi-screen (P.1411)',
  columns: [...['f_ghz', 'd_m', 'h1_m', 'h2_m', 'hr_m', 'l_m', 'b_m', 'w2_m', 'phi_deg'], 'expected_L_dB'],
  compare: (row) => {
    const computed = overRooftopsLossDecibels({
      frequencyGigahertz: row.number('f_ghz'),
      distanceMetres: row.number('d_m'),
      firstAntennaMetres: row.number('h1_m'),
      secondAntennaMetres: row.number('h2_m'),
      roofMetres: row.number('hr_m'),
      builtMetres: row.number('l_m'),
      rowSpacingMetres: row.number('b_m'),
      streetWidthMetres: row.number('w2_m'),
      streetAngleDegrees: row.number('phi_deg'),
      town: 'medium-sized or suburban',
    });
    return [row.compare('expected_L_dB', computed, 'loss')];
  },
};
