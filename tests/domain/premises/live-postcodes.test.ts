import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../../src/cli/node-file.ts';
import {
  isLivePostcode,
  liveListFor,
  livePostcodes,
  postcodesNotLive,
} from '../../../src/domain/premises/live-postcodes.ts';
import { readRecord } from '../../../src/domain/project/dataset-record.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { projectWith } from '../../../src/domain/project/project-with.ts';
import { projectWithLiveList } from '../../../src/domain/project/project-with-live-list.ts';
import { projectWithout } from '../../../src/domain/project/project-without.ts';
import { reportInRole } from '../../../src/domain/project/report-in-role.ts';
import { Workbench } from '../../../src/domain/project/workbench.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import { projectOf } from '../../builders/project.ts';
import { memoryFile, quietly, readOne as read } from '../../formats/input-file.ts';

type Read = Awaited<ReturnType<typeof read>>;

const ONSPD_LIKE = `postcode,ward_code,lsoa_code,la_code,lon,lat
ZZ1 1AA,E05199001,E01199001,E09900001,-1.81,52.58
zz11ab,E05199001,E01199001,E09900001,-1.82,52.58
ZZ1 1AD,E05199002,E01199002,E09900001,-1.83,52.58
YY9 9AA,E05199002,E01199002,E09900001,-1.84,52.58
`;
const CODE_POINT = `ZZ1 1AA,10,412345,298765,E92000001,,,,E09900001,E05199001
ZZ1 1AB,10,412345,298765,E92000001,,,,E09900001,E05199001
`;

async function loaded(...files: readonly Read[]): Promise<{ workbench: Workbench; project: Project }> {
  const workbench = new Workbench();
  const reads = files.map(({ table, report }, i) => {
    const contentId = `file-${i + 1}`;
    workbench.put(contentId, table);
    return readRecord(
      {
        contentId,
        rows: table.rows,
        format: table.format,
        columnNames: table.columns.map(({ name }) => name),
        suggestion: suggestRoles(table),
        areaName: null,
      },
      report,
    );
  });
  return { workbench, project: projectWith(projectOf({}), reads) };
}

function analysed(workbench: Workbench, project: Project) {
  const steps = workbench.prepare(project);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const small = async () =>
  loaded(
    await read(memoryFile('live.csv', CODE_POINT), quietly()),
    await read(memoryFile('a.csv', ONSPD_LIKE), quietly()),
  );

describe('live postcodes', () => {
  test('are compared without spaces and case; of other districts nobody knows', async () => {
    const { table } = await read(memoryFile('live.csv', CODE_POINT), quietly());
    const live = livePostcodes(table, 'Postcode');
    expect(['zz1 1aa', 'ZZ11AB', 'ZZ1 1AD', 'YY9 9AA'].map((one) => isLivePostcode(live, one))).toEqual([
      true,
      true,
      false,
      null,
    ]);
    const other = await read(memoryFile('a.csv', ONSPD_LIKE), quietly());
    expect(postcodesNotLive(other.table, 'postcode', live)).toEqual({
      count: 1,
      examples: ['ZZ1 1AD'],
      notSpokenOf: 1,
      rows: 4,
    });
    expect(() => livePostcodes(table, 'pcds')).toThrow('"pcds"');
  });

  test('a Code-Point Open file beside them is noted with how many it does not hold', async () => {
    const { workbench, project } = await small();
    const [premises] = project.datasets.filter(({ role }) => role === 'premises');
    expect(premises.fileName).toBe('a.csv');
    expect(liveListFor(project, premises)).toEqual({ contentId: 'file-1', column: 'Postcode' });
    const prepared = analysed(workbench, project);
    expect(prepared?.premises.count).toBe(4);
    expect(prepared?.notes.filter(({ kind }) => kind === 'terminated-postcodes')).toMatchObject([
      {
        count: 1,
        examples: ['ZZ1 1AD'],
        remedy: { contentId: 'file-2', liveList: { contentId: 'file-1', column: 'Postcode' } },
      },
    ]);
  });

  test('they are left out in one step, reported, and put back', async () => {
    const { workbench, project } = await small();
    const without = projectWithLiveList(project, 'file-2', { contentId: 'file-1', column: 'Postcode' });
    const prepared = analysed(workbench, without);
    expect(prepared?.premises.count).toBe(3);
    expect(prepared?.notes.find(({ kind }) => kind === 'terminated-postcodes')?.remedy?.liveList).toBeNull();
    const dataset = without.datasets.find(({ contentId }) => contentId === 'file-2');
    if (!dataset) throw new Error('The dataset is gone.');
    const report = reportInRole(workbench, dataset, without.layers, dataset.report);
    expect({ rowsUsed: report.rowsUsed, rowsLeftOut: report.rowsLeftOut }).toEqual({
      rowsUsed: 3,
      rowsLeftOut: 1,
    });
    expect(report.issues.filter(({ code }) => code === 'TERMINATED')).toMatchObject([
      { outcome: 'left-out', count: 1 },
    ]);
    expect(projectWithLiveList(without, 'file-2', undefined)).toEqual(project);
    expect(analysed(workbench, projectWithLiveList(without, 'file-2', undefined))?.premises.count).toBe(4);
  });

  test('forgetting the list counts them again', async () => {
    const { workbench, project } = await small();
    const without = projectWithLiveList(project, 'file-2', { contentId: 'file-1', column: 'Postcode' });
    const after = projectWithout(without, 'file-1');
    expect(after.datasets.map(({ liveList }) => liveList)).toEqual([undefined]);
    expect(analysed(workbench, after)?.premises.count).toBe(4);
  });

  test('nothing is said where a column tells, or where Code-Point itself is counted', async () => {
    const dated = `pcds,dointr,doterm,lat,long\nZZ1 1AA,198001,,52.58,-1.81\nZZ1 1AD,198001,202001,52.58,-1.82\nZZ1 1AE,198001,,99.999999,0.000000\n`;
    const { workbench, project } = await loaded(
      await read(memoryFile('live.csv', CODE_POINT), quietly()),
      await read(memoryFile('onspd.csv', dated), quietly()),
    );
    const prepared = analysed(workbench, project);
    expect(prepared?.notes.filter(({ kind }) => kind === 'terminated-postcodes')).toEqual([]);
    expect(prepared?.premises.count).toBe(1);
    const dataset = project.datasets[1];
    const issues = workbench.issuesInRole(dataset, project.layers);
    expect(issues.map(({ code, outcome, count }) => [code, outcome, count])).toEqual(
      expect.arrayContaining([
        ['TERMINATED', 'left-out', 1],
        ['NO_LOCATION', 'left-out', 1],
      ]),
    );
    expect(issues.map(({ code }) => code)).not.toContain('OUT_OF_RANGE');
  });
});

const SHARED = '../shared/data/premises';
const present = existsSync(SHARED);
if (!present) console.log('Skipped: the shared pilot data are not present beside the repository.');

test.skipIf(!present)('Trafford: 4,792 of 11,264 postcodes are not in Code-Point Open', async () => {
  const { workbench, project } = await loaded(
    await read(nodeFile(`${SHARED}/codepoint_open_2025-11_trafford_E08000009.csv`), quietly()),
    await read(nodeFile(`${SHARED}/trafford_postcodes_ONSPD_2025-02.csv`), quietly()),
  );
  const note = analysed(workbench, project)?.notes.find(({ kind }) => kind === 'terminated-postcodes');
  expect(note?.count).toBe(4792);
  expect(note?.text).toContain('4,792 of 11,264 postcodes');
  const { remedy } = note ?? {};
  if (!remedy?.liveList) throw new Error('The note offers nothing.');
  const left = projectWithLiveList(project, remedy.contentId, remedy.liveList);
  expect(analysed(workbench, left)?.premises.count).toBe(11_264 - 4792);
});
