import { type BuildingKind, buildingEntryLossDecibels } from '../../domain/radio/building-entry-loss.ts';
import type { TableKind } from './case-kind.ts';

export const buildingEntry: TableKind = {
  kind: 'table',
  what: 'building entry (P.2109)',
  columns: ['f_ghz', 'prob_percent', 'building', 'elev_deg', 'expected_LBEL_dB'],
  compare: (row) => {
    const computed = buildingEntryLossDecibels({
      frequencyGigahertz: row.number('f_ghz'),
      building: row.word<BuildingKind>('building', {
        TRADITIONAL: 'traditional',
        THERMALLY_EFFICIENT: 'thermally efficient',
      }),
      notExceededPercent: row.number('prob_percent'),
      elevationDegrees: row.number('elev_deg'),
    });
    return [row.compare('expected_LBEL_dB', computed, 'loss')];
  },
};
