import {
  rainAttenuationDecibelsPerKilometre,
  rainCoefficients,
} from '../../domain/radio/rain-attenuation.ts';
import type { TableKind } from './case-kind.ts';

export const rainPerKilometre: TableKind = {
  kind: 'table',
  what: 'rain per kilometre (P.838)',
  columns: ['el_deg', 'f_ghz', 'R_mm_h', 'tau_deg', 'expected_k', 'expected_alpha', 'expected_gammaR_dB_km'],
  compare: (row) => {
    const coefficients = rainCoefficients({
      frequencyGigahertz: row.number('f_ghz'),
      polarisation: { tiltDegrees: row.number('tau_deg') },
      elevationDegrees: row.number('el_deg'),
    });
    const attenuation = rainAttenuationDecibelsPerKilometre(coefficients, row.number('R_mm_h'));
    return [
      row.compare('expected_k', coefficients.k, 'k'),
      row.compare('expected_alpha', coefficients.alpha, 'alpha'),
      row.compare('expected_gammaR_dB_km', attenuation, 'attenuation'),
    ];
  },
};
