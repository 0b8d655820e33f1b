import { describe, expect, it } from 'vitest';
import type { ColumnRoles } from '../../../src/domain/project/column-roles.ts';
import { lackingInRole } from '../../../src/domain/project/lacking-in-role.ts';
import type { Role } from '../../../src/domain/project/role.ts';
import { datasetOf } from '../../builders/project.ts';
import { lineFile, pointFile, tableFile } from '../../builders/street-files.ts';

const LINES = lineFile([
  {
    at: [
      [0, 0],
      [9, 9],
    ],
  },
]).table;
const POINTS = pointFile([{ at: [0, 0] }]).table;
const ROWS = tableFile([{ street: 'Mill Lane', kind: 'permit' }]).table;

describe('files of what streets are made of', () => {
  it.each([
    ['streets', LINES, {}, null],
    ['streets', POINTS, {}, 'its rows are no lines. Give streets as lines.'],
    ['ducts', LINES, {}, null],
    ['ducts', ROWS, {}, 'its rows are no lines. Give ducts and pole routes as lines.'],
    ['fibre points', POINTS, {}, null],
    ['fibre points', ROWS, { easting: 'x', northing: 'y' }, null],
    ['fibre points', LINES, {}, 'its rows are no points. Give fibre points as points.'],
    ['restrictions', ROWS, { street: 'street', kind: 'kind' }, null],
    [
      'restrictions',
      ROWS,
      { kind: 'kind' },
      'no column says which street is restricted. Choose it, under Columns.',
    ],
    [
      'restrictions',
      ROWS,
      { street: 'street' },
      'no column says what kind of restriction it is. Choose it, under Columns.',
    ],
    ['roof access', POINTS, {}, null],
    ['roof access', ROWS, { lon: 'x', lat: 'y' }, null],
    ['roof access', ROWS, {}, 'its rows are no points. Give roofs, masts and columns as points.'],
    ['planned excavations', ROWS, { street: 'street' }, null],
    ['planned excavations', ROWS, {}, 'no column says which street is dug up. Choose it, under Columns.'],
  ] satisfies [Role, typeof LINES, ColumnRoles, string | null][])('%s', (role, table, roles, lack) => {
    expect(lackingInRole(datasetOf({ role, roles }), table)).toBe(lack);
  });
});
