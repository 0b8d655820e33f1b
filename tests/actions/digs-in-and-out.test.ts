import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { exportDig } from '../../src/actions/export-dig.ts';
import { DIG_FILE, importDig } from '../../src/actions/import-dig.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { isWritten } from '../../src/actions/import-written.ts';
import { setConfidential } from '../../src/actions/set-confidential.ts';
import { takeFiles } from '../../src/actions/take-files.ts';
import { undo } from '../../src/actions/undo.ts';
import type { DigDesign, DigResult } from '../../src/domain/dig/dig-design.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { FULL_DESIGN } from '../builders/dig-designs.ts';
import { makePilot } from '../builders/pilot.ts';

const taken = vi.hoisted(() => ({ text: '' }));

vi.mock('../../src/actions/download-text.ts', () => ({
  downloadText: (text: string, fileName: string) => {
    taken.text = text;
    return fileName;
  },
}));

const pilot = makePilot();
let context: AppContext;
let design: DigDesign;

beforeEach(async () => {
  taken.text = '';
  ({ context } = makeAppContext());
  await importFiles(context, [new File([pilot.premisesCsv], 'premises.csv')]);
  const { project } = context.project.getState();
  const [{ contentId }] = project.datasets;
  const result = FULL_DESIGN.result as DigResult;
  design = {
    ...FULL_DESIGN,
    question: { ...FULL_DESIGN.question, premisesContentId: contentId },
    result: { ...result, madeOf: { ...result.madeOf, contents: [contentId] } },
  };
  context.project.setState({ project: { ...project, name: 'Testborough', designs: [design] } });
});

function designs(): readonly DigDesign[] {
  return context.project.getState().project.designs;
}

/** The design as a file, out of the app. */
async function exported(): Promise<File> {
  await exportDig(context, 'dig-1', 'geojson');
  return new File([taken.text], 'north.geojson');
}

/** Loads a street and gives its content id. */
async function withStreets(): Promise<string> {
  const street = {
    type: 'Feature',
    properties: { highway: 'residential', name: 'High Street' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [-1.2, 52.9],
        [-1.2001234, 52.9000001],
      ],
    },
  };
  const collection = JSON.stringify({ type: 'FeatureCollection', features: [street] });
  await importFiles(context, [new File([collection], 'streets.geojson')]);
  const streets = context.project.getState().project.datasets.find(({ role }) => role === 'streets');
  if (!streets) throw new Error('The streets were taken for something else.');
  return streets.contentId;
}

describe('a design goes out', () => {
  it('as a file named after the project and the design, with its sources', async () => {
    expect(await exportDig(context, 'dig-1', 'geojson')).toEqual({
      fileName: 'testborough-north ward first.geojson',
    });
    const file = JSON.parse(taken.text);
    expect(file.sources).toContain('premises');
    expect(file.inputs_sha256).toMatch(/^[0-9a-f]{64}$/);
    // Contents are named by their hashes: another's copy of the file has the same.
    expect(file.notspot_dig.design.question.premisesContentId).toMatch(/^[0-9a-f]{64}$/);
  });

  it('saying that it is out of date where rates or files have changed', async () => {
    await exportDig(context, 'dig-1', 'pieces');
    expect(taken.text).toContain('out of date: the rates have changed');
  });

  it.each([
    'streets',
    'bill',
    'pieces',
    'premises',
    'kml',
    'open-fibre',
    'open-fibre-nodes',
    'open-fibre-spans',
  ] as const)('as %s', async (form) => {
    const outcome = await exportDig(context, 'dig-1', form);
    expect(outcome).toEqual({ fileName: expect.stringMatching(/^testborough-north ward first/) });
    expect(taken.text.length).toBeGreaterThan(100);
  });

  it('with days of works by street', async () => {
    await exportDig(context, 'dig-1', 'streets');
    const [header, first] = taken.text.split('\r\n').map((line) => line.split(','));
    expect(Number(first[header.indexOf('works_days')])).toBeGreaterThan(0);
  });

  it('not where the premises are confidential, but for what shows none of them', async () => {
    setConfidential(context, context.project.getState().project.datasets[0].contentId, true);
    for (const form of ['geojson', 'pieces', 'premises', 'kml', 'open-fibre'] as const)
      expect(await exportDig(context, 'dig-1', form)).toEqual({
        problem: expect.stringMatching(/premises\.csv is marked confidential.*Take the mark away/),
      });
    expect(taken.text).toBe('');
    await exportDig(context, 'dig-1', 'streets');
    expect(taken.text).toContain('High Street');
    expect(taken.text).toContain('made with 1 file marked confidential');
    expect(taken.text).not.toContain('premises.csv');
  });

  it('in no way where the streets are confidential', async () => {
    setConfidential(context, await withStreets(), true);
    for (const form of ['geojson', 'streets', 'pieces', 'kml', 'open-fibre-spans'] as const)
      expect(await exportDig(context, 'dig-1', form)).toEqual({
        problem: expect.stringMatching(/streets\.geojson is marked confidential/),
      });
    expect(taken.text).toBe('');
  });

  it('not where it has no route or is gone', async () => {
    context.project.setState(({ project }) => ({
      project: { ...project, designs: [{ ...design, result: null }] },
    }));
    expect(await exportDig(context, 'dig-1', 'kml')).toEqual({
      problem: expect.stringMatching(/Run it first/),
    });
    expect(await exportDig(context, 'dig-9', 'kml')).toEqual({ problem: expect.stringMatching(/not there/) });
  });
});

describe('a design comes back', () => {
  it('identical, as one step of undo, and is opened', async () => {
    const file = await exported();
    context.project.setState(({ project }) => ({ project: { ...project, designs: [] } }));
    expect(await importDig(context, file)).toEqual({
      state: 'taken',
      fileName: 'north.geojson',
      name: 'North Ward first',
      wasThere: false,
    });
    expect(designs()).toEqual([design]);
    const { page, interventions } = context.view.getState();
    expect([page, interventions.designId]).toEqual(['interventions', 'dig-1']);
    undo(context);
    expect(designs()).toEqual([]);
  });

  it('opened alone where the project has it already', async () => {
    const file = await exported();
    const { version } = context.project.getState();
    expect(await importDig(context, file)).toMatchObject({ state: 'taken', wasThere: true });
    expect(context.project.getState().version).toBe(version);
    expect(context.view.getState().interventions.designId).toBe('dig-1');
  });

  it('with an id and a name of its own where another has them', async () => {
    const file = await exported();
    context.project.setState(({ project }) => ({
      project: { ...project, designs: [{ ...design, result: null }] },
    }));
    expect(await importDig(context, file)).toMatchObject({ name: 'North Ward first 2', wasThere: false });
    expect(designs().map(({ id, name }) => [id, name])).toEqual([
      ['dig-1', 'North Ward first'],
      ['dig-2', 'North Ward first 2'],
    ]);
    expect(designs()[1]).toEqual({ ...design, id: 'dig-2', name: 'North Ward first 2' });
  });

  it('with names of contents that the project has not, as they are', async () => {
    const file = await exported();
    const other = makeAppContext().context;
    await importDig(other, file);
    const [read] = other.project.getState().project.designs;
    expect(read.question.premisesContentId).toMatch(/^[0-9a-f]{64}$/);
    expect(read.result?.pieces).toEqual(design.result?.pieces);
  });

  it('dropped among other files', async () => {
    const file = await exported();
    context.project.setState(({ project }) => ({ project: { ...project, designs: [] } }));
    await takeFiles(context, [file]);
    expect(designs()).toEqual([design]);
    expect(context.project.getState().project.datasets).toHaveLength(1);
  });

  it('is told from other files by its beginning', async () => {
    expect(await isWritten(DIG_FILE, await exported())).toBe(true);
    expect(
      await isWritten(DIG_FILE, new File(['{"type":"FeatureCollection","features":[]}'], 'x.geojson')),
    ).toBe(false);
    expect(await isWritten(DIG_FILE, new File(['id,"notspot_dig":'], 'x.csv'))).toBe(false);
    expect(await isWritten(DIG_FILE, new File([pilot.wardsGeoJson], 'wards.geojson'))).toBe(false);
  });
});

describe('a file is refused, and nothing of it is taken', () => {
  it('where somebody has changed it, which a drop says among what became of the files', async () => {
    const file = await exported();
    const changed = new File(
      [(await file.text()).replace('"metres":12.5', '"metres":12.6')],
      'north.geojson',
    );
    expect(await importDig(context, changed)).toEqual({
      state: 'refused',
      message: expect.stringMatching(/^north\.geojson, feature 1: it is not as Notspot wrote it/),
    });
    const before = designs();
    await takeFiles(context, [changed]);
    const { status, files } = context.imports.getState();
    expect(status).toBe('done');
    expect(files).toHaveLength(1);
    expect(files[0].contentId).toBeNull();
    expect(files[0].report.issues[0].message).toMatch(/feature 1/);
    expect(designs()).toBe(before);
  });

  it('where it is fictional and the project is not, or the other way round', async () => {
    const file = await exported();
    context.project.setState(({ project }) => ({ project: { ...project, fictional: true, designs: [] } }));
    expect(await importDig(context, file)).toMatchObject({
      message: expect.stringMatching(/Open your own work/),
    });
    context.project.setState(({ project }) => ({ project: { ...project, designs: [design] } }));
    const demo = await exported();
    context.project.setState(({ project }) => ({ project: { ...project, fictional: false } }));
    expect(await importDig(context, demo)).toMatchObject({ message: expect.stringMatching(/Open the demo/) });
    expect(designs()).toEqual([design]);
  });

  it('where the work is being changed elsewhere, or the file is none', async () => {
    expect(await importDig(context, new File(['{}'], 'empty.json'))).toMatchObject({
      message: expect.stringMatching(/^empty\.json is no design as Notspot wrote it/),
    });
    const file = await exported();
    context.project.setState({ readOnly: true });
    expect(await importDig(context, file)).toMatchObject({ message: expect.stringMatching(/another tab/) });
  });
});
