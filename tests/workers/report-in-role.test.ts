import { expect, it } from 'vitest';
import { readRecord } from '../../src/domain/project/dataset-record.ts';
import type { DatasetRecord } from '../../src/domain/project/project.ts';
import { projectWith } from '../../src/domain/project/project-with.ts';
import { projectWithReport } from '../../src/domain/project/project-with-report.ts';
import { projectWithRole } from '../../src/domain/project/project-with-role.ts';
import { withoutConfidential } from '../../src/domain/project/without-confidential.ts';
import { withoutRowValues } from '../../src/domain/project/without-row-values.ts';
import type { ContentFiles } from '../../src/storage/content-files.ts';
import { EMPTY_PROJECT } from '../../src/stores/project-store.ts';
import { Compute } from '../../src/workers/compute.ts';

// A row without a place, one twice and one with a column too many.
const FILE = 'uprn,lon,lat\n1,-1.5,53\n2,,\n3,-1.4,53,9\n3,-1.4,53\n';

function made(bytes = new Map<string, Uint8Array<ArrayBuffer>>()) {
  const files: ContentFiles = {
    has: async (hash) => bytes.has(hash),
    put: async (hash, put) => void bytes.set(hash, put),
    get: async (hash) => bytes.get(hash) ?? null,
    remove: async (hash) => void bytes.delete(hash),
    list: async () => [...bytes.keys()],
  };
  return { bytes, compute: new Compute({ contentFiles: async () => files }) };
}

async function imported(compute: Compute): Promise<DatasetRecord> {
  const outcome = await compute.readFile('read', new File([FILE], 'p.csv'), () => undefined);
  if (outcome.state !== 'done' || !outcome.value[0].taken) throw new Error('The file is not taken.');
  return readRecord(outcome.value[0].taken, outcome.value[0].report).dataset;
}

it('is the same whether the file was read in this visit or brought back from the store', async () => {
  const { compute, bytes } = made();
  const dataset = await imported(compute);
  const codes = dataset.report.issues.map(({ code }) => code);
  expect(codes).toContain('CSV_RAGGED');
  expect(codes.length, 'its role adds to what reading found').toBeGreaterThan(
    dataset.reportAsRead?.issues.length ?? codes.length,
  );
  const kept = await compute.keepContents('keep', [dataset.contentId], () => undefined);
  if (kept.state !== 'done') throw new Error('It is not kept.');
  const next = made(bytes).compute;
  await next.restoreContents('restore', { now: kept.value, later: [] }, () => undefined);
  const project = projectWith(EMPTY_PROJECT, [{ dataset, layers: [], areaName: null }]);
  for (const role of ['table', 'premises', 'context', 'premises'] as const) {
    const edited = projectWithRole(project, dataset.contentId, role);
    const here = await compute.reportInRole(edited.datasets[0], edited.layers);
    expect(await next.reportInRole(edited.datasets[0], edited.layers), role).toEqual(here);
    if (role === 'premises') expect(here.report.issues).toEqual(dataset.report.issues);
    else expect(here.report).toEqual(dataset.reportAsRead);
    const [told] = projectWithReport(edited, dataset.contentId, here).datasets;
    expect(told.report).toEqual(here.report);
    expect(told.reportAsRead).toEqual(role === 'premises' ? dataset.reportAsRead : undefined);
  }
});

it('of which nothing that stays behind leaves', async () => {
  const dataset = await imported(made().compute);
  const { reportAsRead } = dataset;
  const hidden = { ...dataset, contentId: 'hidden', fileName: 'canary.csv', confidential: true };
  const note = {
    code: 'TAKES_PLACE',
    outcome: 'note',
    message: 'In place of canary.csv.',
    count: 1,
    examples: [],
  } as const;
  if (!reportAsRead) throw new Error('It has one report only.');
  const noted = { ...dataset, reportAsRead: { ...reportAsRead, issues: [...reportAsRead.issues, note] } };
  const whole = { ...EMPTY_PROJECT, datasets: [hidden, noted] };
  const { project } = withoutConfidential(whole);
  expect(project.datasets.map((one) => one.reportAsRead)).toEqual([reportAsRead]);
  const bare = withoutRowValues(project).project.datasets[0];
  expect(
    [...bare.report.issues, ...(bare.reportAsRead?.issues ?? [])].flatMap(({ examples }) => examples),
  ).toEqual([]);
  expect(bare.reportAsRead?.issues).toHaveLength(reportAsRead.issues.length);
});
