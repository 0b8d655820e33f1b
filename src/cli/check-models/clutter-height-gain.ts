import { type ClutterKind, clutterHeightGainDecibels } from '../../domain/radio/clutter-height-gain.ts';
import type { TableKind } from './case-kind.ts';

export const clutterHeightGain: TableKind = {
  kind: 'table',
  what: 'clutter by height (P.2108 §3.1)',
  columns: ['f_ghz', 'h_ant_m', 'clutter', 'R_m', 'street_width_m', 'expected_Ah_dB'],
  compare: (row) => {
    const computed = clutterHeightGainDecibels({
      frequencyGigahertz: row.number('f_ghz'),
      antennaMetres: row.number('h_ant_m'),
      clutter: row.word<ClutterKind>('clutter', {
        WATER_SEA: 'water',
        OPEN_RURAL: 'open or rural',
        SUBURBAN: 'suburban',
        URBAN_TREES_FOREST: 'urban, trees or forest',
        DENSE_URBAN: 'dense urban',
      }),
      clutterMetres: row.number('R_m'),
      streetWidthMetres: row.number('street_width_m'),
    });
    return [row.compare('expected_Ah_dB', computed, 'loss')];
  },
};
