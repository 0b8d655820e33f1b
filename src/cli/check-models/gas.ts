import { gasAttenuationDecibelsPerKilometre } from '../../domain/radio/gas-attenuation.ts';
import type { TableKind } from './case-kind.ts';

export const gas: TableKind = {
  kind: 'table',
  what: 'gas (P.676)',
  columns: ['f_ghz', 'P_hPa', 'T_K', 'rho_g_m3', 'expected_gamma_dB_km'],
  compare: (row) => {
    const { oxygen, waterVapour } = gasAttenuationDecibelsPerKilometre(row.number('f_ghz'), {
      pressureHectopascals: row.number('P_hPa'),
      temperatureKelvin: row.number('T_K'),
      waterVapourGramsPerCubicMetre: row.number('rho_g_m3'),
    });
    const parts = [
      ['gamma_oxygen_dB_km', oxygen, 'oxygen'],
      ['gamma_water_dB_km', waterVapour, 'water vapour'],
    ] as const;
    return [
      row.compare('expected_gamma_dB_km', oxygen + waterVapour, 'attenuation'),
      ...parts
        .filter(([column]) => row.text(column) !== '')
        .map(([column, computed, what]) => row.compare(column, computed, what)),
    ];
  },
};
