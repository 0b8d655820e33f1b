import { expect, it } from 'vitest';
import { withoutRows } from '../../../src/domain/not-spots/without-rows.ts';
import { analysisOf } from '../../builders/analysis.ts';

it('keeps every count, leaves out what is said of single rows, and leaves the analysis as it was', () => {
  const rows = { rowState: Uint8Array.of(1, 3), rowChance: Uint8Array.of(0, 50) };
  const analysis = { ...analysisOf([{ units: 100, notSpots: 40 }]), ...rows };
  const { rowState, rowChance, ...counts } = withoutRows(analysis);
  expect([rowState.length, rowChance.length]).toEqual([0, 0]);
  expect({ ...counts, ...rows }).toEqual(analysis);
  expect(analysis.rowState).toBe(rows.rowState);
});
