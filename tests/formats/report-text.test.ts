import { expect, it } from 'vitest';
import { reportText } from '../../src/formats/report-text.ts';
import { datasetOf } from '../builders/project.ts';

const report = {
  fileName: 'a.csv',
  bytes: 120,
  rowsRead: 4,
  rowsUsed: 3,
  rowsRepaired: 1,
  rowsLeftOut: 1,
  issues: [
    {
      code: 'BAD_VALUE',
      outcome: 'left-out',
      message: 'One\r\nforged: line',
      count: 1,
      examples: ['=1+1', '<b>'],
    },
  ],
} as const;

it('says of each file what became of it, with codes and examples as they are', () => {
  const source = {
    title: 'A',
    publisher: null,
    date: '2026-05',
    licence: null,
    url: null,
    attribution: 'Contains A data',
  };
  const text = reportText(
    [
      { dataset: datasetOf({ role: 'premises', fileName: 'a.csv', source, confidential: true }), report },
      { dataset: null, report: { ...report, fileName: 'bad.json' } },
    ],
    '2026-11-23',
  );
  expect(text.split('\r\n')).toEqual(
    expect.arrayContaining([
      'Rows: 4 read, 3 used, 1 repaired, 1 left out',
      'Used as: premises',
      'Source: A, 2026-05',
      'Attribution: Contains A data',
      'Marked confidential',
      'Not taken',
      '[left-out] BAD_VALUE, 1: One forged: line',
      '    for example: =1+1',
      '    for example: <b>',
    ]),
  );
});
