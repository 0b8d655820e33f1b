import { type CellularPath, cellularPathLossDecibels } from '../../domain/radio/cellular-path-loss.ts';
import type { TableKind } from './case-kind.ts';

/** The files carry neither buildings nor streets for RMa; their figures are for the 5 m and 20 m of table 7.4.1-1. */
export const cellular: TableKind = {
  kind: 'table',
  what: 'mobile cells (TR 38.901)',
  columns: ['model', 'los', 'f_ghz', 'd2d_m', 'h_bs_m', 'h_ut_m', 'expected_PL_dB'],
  compare: (row) => {
    const scenario = row.word<CellularPath['scenario']>('model', {
      UMa: 'urban macro',
      UMi: 'urban micro',
      RMa: 'rural macro',
    });
    const ends = {
      sight: row.word<CellularPath['sight']>('los', { LOS: 'line of sight', NLOS: 'no line of sight' }),
      frequencyGigahertz: row.number('f_ghz'),
      groundMetres: row.number('d2d_m'),
      baseMetres: row.number('h_bs_m'),
      terminalMetres: row.number('h_ut_m'),
    };
    const path: CellularPath =
      scenario === 'rural macro'
        ? { ...ends, scenario, buildingMetres: 5, streetWidthMetres: 20 }
        : { ...ends, scenario };
    return [row.compare('expected_PL_dB', cellularPathLossDecibels(path), 'loss')];
  },
};
