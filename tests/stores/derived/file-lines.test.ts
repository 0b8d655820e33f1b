import { expect, it } from 'vitest';
import {
  attributionsOf,
  fileFacts,
  fileGroups,
  filesSummary,
  reportText,
} from '../../../src/stores/derived/file-lines.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const named = (fileName: string) => datasetOf({ role: 'context', contentId: fileName, fileName });

it('the tables of one file stand together; a colon in a name makes no container', () => {
  const project = projectOf({
    datasets: [
      named('water.gpkg: foul'),
      named('a: b.csv'),
      named('water.gpkg: clean'),
      named('one.gpkg: only'),
    ],
  });
  expect(fileGroups(project).map(({ container, files }) => [container, files.length])).toEqual([
    ['water.gpkg', 2],
    [null, 1],
    [null, 1],
  ]);
});

it('a file’s line says what is not known, and dates a release by its name', () => {
  expect(fileFacts(named('plain.csv')).origin).toBe('publisher not known, date not known');
  expect(fileFacts(named('202605_bduk.csv')).origin).toBe('publisher not known, 2026-05');
});

it('the words that licences ask for stand once each', () => {
  const source = (attribution?: string) => ({
    title: 'a',
    publisher: null,
    date: null,
    licence: null,
    url: null,
    ...(attribution ? { attribution } : {}),
  });
  const datasets = ['Contains OS data', undefined, 'Contains OS data', 'ONS'].map((words, i) =>
    datasetOf({ role: 'context', contentId: String(i), source: source(words) }),
  );
  expect(attributionsOf(projectOf({ datasets }))).toEqual(['Contains OS data', 'ONS']);
});

it('a summary says how many files are used as what', () => {
  const datasets = [named('a.csv'), datasetOf({ role: 'wards', contentId: 'w' }), named('b.csv')];
  expect(filesSummary(projectOf({ datasets }))).toBe('3 files: wards, map background (2).');
  expect(filesSummary(projectOf({ datasets: [] }))).toBe('');
});

it('a height grid has no rows to count', () => {
  const grid = { ...named('dsm.tif'), format: 'geotiff', rows: 1 };
  expect(fileFacts(grid).size).toMatch(/^heights, /);
});

it('a report repeats no number that its message begins with, and counts no rows of a file that was refused unread', () => {
  const issue = { outcome: 'note', count: 40, examples: [] } as const;
  const report = {
    ...named('a.csv').report,
    rowsRead: 0,
    issues: [
      { ...issue, code: 'CRS_GUESSED', message: '40 shapes in a system that nothing names.' },
      { ...issue, code: 'NO_LOCATION', message: 'Rows without coordinates.' },
    ],
  } as const;
  expect(reportText(report).issues.map(({ concerned }) => concerned)).toEqual(['', '40 ×']);
  const refused = {
    ...report,
    issues: [{ ...issue, code: 'EMPTY', outcome: 'refused', message: 'no' }],
  } as const;
  expect(reportText(refused).rows).toBe('No row was read');
});
