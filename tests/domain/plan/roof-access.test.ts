import { describe, expect, it } from 'vitest';
import { readRoofAccess, USUAL_COLUMN_METRES, wayleaveSaid } from '../../../src/domain/plan/roof-access.ts';
import { tableOf } from '../../builders/tables.ts';

const NAMES = [
  'id',
  'name',
  'kind',
  'owner',
  'wayleave',
  'asked',
  'power',
  'height_m',
  'longitude',
  'latitude',
];
const ROLES = { lon: 'longitude', lat: 'latitude' };

function read(...lines: string[]) {
  return readRoofAccess(
    { contentId: 'c1', table: tableOf('roofs.csv', NAMES, lines), roles: ROLES },
    { mastMetres: 3 },
  );
}

describe('a file of roof access', () => {
  it('gives a roof for each row, with what nobody knows not known', () => {
    const { roofs, issues } = read(
      'R1,Library,council building,Wrenminster Borough Council,willing,2026-03-04,yes,,-1.2,52.9',
      'R2,,,,,,,,-1.2,52.9',
    );
    expect(issues).toEqual([]);
    expect(roofs[0]).toMatchObject({
      ...{ id: 'access:R1', isCouncils: true, wayleave: 'willing', askedOn: '2026-03-04', hasPower: true },
      ...{ antennaMetres: 3, above: 'surface', lon: -1.2, lat: 52.9, from: { contentId: 'c1', row: 0 } },
    });
    expect(roofs[1]).toMatchObject({
      ...{ id: 'access:R2', name: 'R2', kind: 'building', owner: null, isCouncils: null },
      ...{ wayleave: 'not asked', askedOn: null, hasPower: null },
    });
  });

  it('stands antennas on top of columns, at the height of the file or the usual one', () => {
    const { roofs } = read(
      'C1,Column 1,lighting column,,,,,10.5,-1.2,52.9',
      'C2,Column 2,lighting column,,,,,,-1.2,52.9',
      'C3,Block,tower block,,,,,30,-1.2,52.9',
    );
    expect(roofs.map(({ antennaMetres, above }) => [antennaMetres, above])).toEqual([
      [10.5, 'ground'],
      [USUAL_COLUMN_METRES, 'ground'],
      [3, 'surface'],
    ]);
  });

  it('numbers ids that stand twice, leaves out rows without a place, says answers that nobody knows', () => {
    const { roofs, issues } = read(
      'R1,A,,,willing,,,,-1.2,52.9',
      'R1,B,,,perhaps,,,,-1.2,52.9',
      'R3,C,,,silent,soon,,,-1.2,52.9',
      'R4,D,,,,,,,,',
    );
    expect(roofs.map(({ id }) => id)).toEqual(['access:R1', 'access:R1 (2)', 'access:R3']);
    expect(roofs[1].wayleave).toBe('not asked');
    expect(issues.map(({ code, outcome, count }) => [code, outcome, count]).sort()).toEqual([
      ['BAD_DATE', 'repaired', 1],
      ['NO_LOCATION', 'left-out', 1],
      ['UNKNOWN_WAYLEAVE', 'repaired', 1],
    ]);
  });

  it('says what stands in the place of a number, of yes or no, and an id that stands twice; none of it is taken for true', () => {
    const { roofs, issues } = read(
      'R1,A,lighting column,,willing,,yes,tall,-1.2,52.9',
      'R2,B,lighting column,,willing,,yes,-5,-1.2,52.9',
      'R3,C,,,willing,,=1+1,,-1.2,52.9',
      'R3,D,,,willing,,no,12,-1.2,52.9',
    );
    expect(roofs.map(({ id, hasPower, antennaMetres }) => [id, hasPower, antennaMetres])).toEqual([
      ['access:R1', true, USUAL_COLUMN_METRES],
      ['access:R2', true, USUAL_COLUMN_METRES],
      ['access:R3', null, 3],
      ['access:R3 (2)', false, 3],
    ]);
    expect(issues).toMatchObject([
      {
        ...{ code: 'BAD_VALUE', outcome: 'repaired', count: 3 },
        examples: ['data row 1: height "tall"', 'data row 2: height "-5"', 'data row 3: power "=1+1"'],
      },
      { code: 'DUPLICATE_ID', outcome: 'note', count: 1, examples: ['data row 4: "R3"'] },
    ]);
  });

  it.each([
    ['Willing', 'willing'],
    ['agreed in principle', 'willing'],
    ['no reply', 'silent'],
    ['no', 'refusing'],
    ['Declined', 'refusing'],
    ['unwilling', 'refusing'],
    ['', 'not asked'],
    ['banana', null],
  ])('takes "%s" for %s', (text, said) => {
    expect(wayleaveSaid(text)).toBe(said);
  });
});
