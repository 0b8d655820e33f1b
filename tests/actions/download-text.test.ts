import { expect, test } from 'vitest';
import { safeFileName } from '../../src/actions/download-text.ts';

test.each([
  ['water.gpkg: foul sewer.txt', 'water-gpkg-foul-sewer.txt'],
  ['../../etc/passwd.csv', 'etc-passwd.csv'],
  ['<img src=x onerror=1>.csv-report.txt', 'img-src-x-onerror-1-csv-report.txt'],
  ['=1+1.csv', '1-1.csv'],
  ['Ynys Môn.geojson', 'Ynys-Mon.geojson'],
  ['\u202Etxt.exe', 'txt.exe'],
  ['', 'file.txt'],
  [`${'x'.repeat(300)}.csv`, `${'x'.repeat(120)}.csv`],
])('"%s" is saved as %s', (given, saved) => {
  expect(safeFileName(given)).toBe(saved);
});
