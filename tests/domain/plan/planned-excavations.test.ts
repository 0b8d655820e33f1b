import { describe, expect, it } from 'vitest';
import { excavationsByStreet, readPlannedExcavations } from '../../../src/domain/plan/planned-excavations.ts';
import { tableOf } from '../../builders/tables.ts';

const NAMES = ['street', 'promoter', 'works', 'from', 'until', 'shares_trench'];

function read(...lines: string[]) {
  return readPlannedExcavations({
    contentId: 'c1',
    table: tableOf('calendar.csv', NAMES, lines),
    roles: { street: 'street', owner: 'promoter' },
    source: null,
  });
}

describe('a calendar of planned excavations', () => {
  it('is read row by row; what is blank is not known', () => {
    const { excavations, issues } = read(
      'Mill Lane,Wrenne Water,sewer repair,2027-03-01,31/05/2027,yes',
      'S2,,,,,',
    );
    expect(issues).toEqual([]);
    expect(excavations).toMatchObject([
      { street: 'Mill Lane', promoter: 'Wrenne Water', works: 'sewer repair', shares: true },
      { street: 'S2', promoter: null, works: null, begins: null, ends: null, shares: null },
    ]);
    expect(excavations[0]).toMatchObject({ begins: '2027-03-01', ends: '2027-05-31', from: { row: 0 } });
  });

  it('leaves out rows without a street and takes bad days for not known, each row in one issue', () => {
    const { excavations, issues } = read(
      ',Gas,,2027-01-01,2027-02-01,yes',
      'A,Gas,,soon,2027-02-01,no',
      'B,Gas,,2027-05-01,2027-02-01,no',
    );
    expect(excavations.map(({ street, begins, ends }) => [street, begins, ends])).toEqual([
      ['A', null, '2027-02-01'],
      ['B', null, null],
    ]);
    expect(issues.map(({ code, outcome, count }) => [code, outcome, count])).toEqual([
      ['NO_LOCATION', 'left-out', 1],
      ['BAD_DATE', 'repaired', 1],
      ['DATES_REVERSED', 'repaired', 1],
    ]);
  });

  it('takes nobody to share a trench who did not say so', () => {
    const { excavations, issues } = read(
      'A,Gas,,,,perhaps',
      'B,Gas,,,,to be agreed',
      'C,Gas,,,,not known',
      'D,Gas,,,,Y',
      'E,Gas,,,,no',
    );
    expect(excavations.map(({ shares }) => shares)).toEqual([null, null, null, true, false]);
    expect(issues).toMatchObject([
      {
        ...{ code: 'BAD_VALUE', outcome: 'repaired', count: 2 },
        examples: ['data row 1: "perhaps"', 'data row 2: "to be agreed"'],
      },
    ]);
  });

  it('names streets by the id of a line, or by a name as people write it', () => {
    const { excavations } = read('S7,,,2028-01-01,,', 'mill LANE,,,2027-01-01,,', 'Nowhere,,,,,');
    const street = (id: string) => ({ id, name: id, streetClass: null });
    const { byStreet, unmatched } = excavationsByStreet(excavations, {
      streets: [street('Mill Lane'), street('High Street')],
      streetsCalled: new Map([['S7', [0]]]),
    });
    expect(byStreet.get('Mill Lane')?.map(({ begins }) => begins)).toEqual(['2027-01-01', '2028-01-01']);
    expect(byStreet.has('High Street')).toBe(false);
    expect(unmatched.map(({ street: name }) => name)).toEqual(['Nowhere']);
  });
});
