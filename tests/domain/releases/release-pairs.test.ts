import { describe, expect, it } from 'vitest';
import { isSameLayout } from '../../../src/domain/releases/release-pairs.ts';
import { datasetOf } from '../../builders/project.ts';

const table = (fileName: string) =>
  datasetOf({ role: 'shares', contentId: fileName, fileName, columnNames: ['lad_code', 'pct'] });

describe('two files of the same columns', () => {
  it('are releases of one publication', () => {
    expect(isSameLayout(table('lad_gigabit_2021-05.csv'), table('lad_gigabit_2023-09.csv'))).toBe(true);
    expect(isSameLayout(table('may.csv'), table('september.csv'))).toBe(true);
  });

  it('are not where their names tell two technologies', () => {
    expect(isSameLayout(table('lad_gigabit_2021-05.csv'), table('lad_4g_2021-05.csv'))).toBe(false);
  });
});
