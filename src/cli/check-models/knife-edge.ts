import { knifeEdgeLossDecibels } from '../../domain/radio/knife-edge.ts';
import { exactKnifeEdgeLossDecibels } from '../../domain/radio/knife-edge-exact.ts';
import type { TableKind } from './case-kind.ts';
import type { CaseRow } from './case-row.ts';
import type { Comparison } from './compared-figure.ts';

/**
 * The formula against the formula, the integral against the integral: the two lie up to 0.12 dB apart (at ν = 4), so that
 * the formula cannot meet 0.1 dB against the integral.
 */
export const knifeEdge: TableKind = {
  kind: 'table',
  what: 'knife edge (P.526)',
  columns: ['nu', 'expected_J_exact_dB', 'expected_J_approx_dB', 'tol_approx_dB', 'tol_vs_exact_dB'],
  compare: (row) => {
    const nu = row.number('nu');
    return [
      ...compared(row, ['expected_J_approx_dB', 'tol_approx_dB'], knifeEdgeLossDecibels(nu)),
      ...compared(row, ['expected_J_exact_dB', 'tol_vs_exact_dB'], exactKnifeEdgeLossDecibels(nu)),
    ];
  },
};

/** Nothing where the row gives no tolerance for it. */
function compared(
  row: CaseRow,
  [column, tolerance]: readonly [string, string],
  computed: number,
): Comparison[] {
  if (row.text(tolerance) === '') return [];
  const expected = row.number(column);
  const error = Math.abs(computed - expected);
  return [{ what: column, expected, computed, error, allowed: row.number(tolerance), unit: 'dB' }];
}
