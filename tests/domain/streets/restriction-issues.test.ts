import { describe, expect, it } from 'vitest';
import { restrictionIssues } from '../../../src/domain/streets/restriction-issues.ts';
import { tableFile } from '../../builders/street-files.ts';

const GOOD = { street: 'Mill Lane', kind: 'section 58', from: '2026-01-01', until: '31/01/2029' };

const saidOf = (...rows: Partial<typeof GOOD>[]) =>
  restrictionIssues(tableFile(rows.map((row) => ({ ...GOOD, ...row })))).map(
    ({ code, outcome, count, examples }) => [code, outcome, count, ...examples],
  );

describe('a table of restrictions', () => {
  it('that is good has nothing to say, with blank dates too', () => {
    expect(saidOf({}, { from: '', until: '' }, { from: '2029-01-31' })).toEqual([]);
  });

  it('names dates that are none, with row and value', () => {
    expect(saidOf({}, { until: '31/02/2030' }, { from: 'soon', until: 'never' })).toEqual([
      ['BAD_DATE', 'repaired', 2, 'data row 2: until "31/02/2030"', 'data row 3: from "soon", until "never"'],
    ]);
  });

  it('names ends before beginnings', () => {
    expect(saidOf({ from: '2030-01-01', until: '31/12/2025' })).toEqual([
      ['DATES_REVERSED', 'repaired', 1, 'data row 1: from "2030-01-01" until "31/12/2025"'],
    ]);
  });

  it('names kinds that are not known, none, and rows of no street, each row once', () => {
    expect(
      saidOf({ kind: 'nonsense', until: 'soon' }, { kind: '' }, { street: '', kind: 'nonsense' }),
    ).toEqual([
      ['UNKNOWN_RESTRICTION', 'left-out', 2, 'data row 1: "nonsense"', 'data row 2: no kind'],
      ['NO_LOCATION', 'left-out', 1, 'data row 3'],
    ]);
  });

  it('says what is done about each, in at most 25 words', () => {
    const rows = [{ until: 'soon' }, { from: '2030-01-01' }, { kind: 'x' }, { street: '' }];
    const issues = restrictionIssues(tableFile(rows.map((row) => ({ ...GOOD, ...row }))));
    expect(issues).toHaveLength(4);
    for (const { message } of issues) {
      expect(message.split(' ').length, message).toBeLessThanOrEqual(25);
      expect(message).toMatch(/taken for not known|left out/);
    }
    expect(issues[0].message).toContain('Write 2029-01-31');
  });
});
