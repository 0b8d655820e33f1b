import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { exportPlan } from '../../src/actions/export-plan.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { importPlan, PLAN_FILE } from '../../src/actions/import-plan.ts';
import { isWritten } from '../../src/actions/import-written.ts';
import { setConfidential } from '../../src/actions/set-confidential.ts';
import { takeFiles } from '../../src/actions/take-files.ts';
import { undo } from '../../src/actions/undo.ts';
import { madeOfText } from '../../src/domain/plan/made-of.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { planFingerprint } from '../../src/domain/plan/plan-fingerprint.ts';
import { withContentNames } from '../../src/domain/project/with-content-names.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { makePilot } from '../builders/pilot.ts';
import { FULL_PLAN } from '../builders/plans.ts';

const taken = vi.hoisted(() => ({ text: '' }));

vi.mock('../../src/actions/download-text.ts', () => ({
  downloadText: (text: string, fileName: string) => {
    taken.text = text;
    return fileName;
  },
}));

const pilot = makePilot();
let context: AppContext;
let plan: Plan;

beforeEach(async () => {
  taken.text = '';
  ({ context } = makeAppContext());
  await importFiles(context, [new File([pilot.premisesCsv], 'premises.csv')]);
  const { project } = context.project.getState();
  const [{ contentId }] = project.datasets;
  const made = {
    ...FULL_PLAN,
    designs: FULL_PLAN.designs && {
      ...FULL_PLAN.designs,
      madeOf: madeOfText({ said: 'c3d4', contents: ['file-1'] }),
    },
  };
  const change = withContentNames({ kind: 'insert', list: 'plans', at: 0, item: made }, () => contentId);
  plan = change.item as Plan;
  context.project.setState({ project: { ...project, name: 'Testborough', plans: [plan] } });
});

function plans(): readonly Plan[] {
  return context.project.getState().project.plans;
}

/** The plan as a file, out of the app. */
async function exported(): Promise<File> {
  await exportPlan(context, 'plan-1', 'geojson');
  return new File([taken.text], 'north.geojson');
}

describe('a plan goes out', () => {
  it('as a file named after the project and the plan, its contents named by their hashes', async () => {
    expect(await exportPlan(context, 'plan-1', 'geojson')).toEqual({
      fileName: expect.stringMatching(/^testborough-north ward .*-plan\.geojson$/),
    });
    const file = JSON.parse(taken.text);
    expect(file.inputs_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(file.notspot_plan.plan.question.premisesContentId).toMatch(/^[0-9a-f]{64}$/);
  });

  it('saying that it is out of date where what it is made of has changed', async () => {
    await exportPlan(context, 'plan-1', 'premises');
    expect(taken.text).toContain('out of date: what the plan is made of has changed');
  });

  it('without files of sums where it is out of date: old designs are not priced anew', async () => {
    for (const form of ['page', 'bill', 'comparison'] as const)
      expect(await exportPlan(context, 'plan-1', form)).toEqual({
        problem: expect.stringMatching(/out of date.*Run it again first/),
      });
  });

  it.each(['premises', 'hubs', 'links', 'kml'] as const)('as %s', async (form) => {
    const outcome = await exportPlan(context, 'plan-1', form);
    expect(outcome).toEqual({ fileName: expect.stringMatching(/^testborough-north ward/) });
    expect(taken.text.length).toBeGreaterThan(100);
  });

  it('not where its premises are confidential', async () => {
    setConfidential(context, context.project.getState().project.datasets[0].contentId, true);
    for (const form of ['geojson', 'premises', 'hubs', 'links', 'kml'] as const)
      expect(await exportPlan(context, 'plan-1', form)).toEqual({
        problem: expect.stringMatching(/premises\.csv is marked confidential.*Take the mark away/),
      });
    expect(taken.text).toBe('');
  });

  it('not where it is not there any more', async () => {
    expect(await exportPlan(context, 'plan-9', 'kml')).toEqual({
      problem: 'This plan is not there any more. Choose another.',
    });
  });
});

describe('a plan comes in', () => {
  it('to the identical plan in a project that has the same files, as one step of undo', async () => {
    const file = await exported();
    context.project.setState(({ project }) => ({ project: { ...project, plans: [] } }));
    expect(await importPlan(context, file)).toMatchObject({ state: 'taken', wasThere: false });
    expect(plans()).toEqual([plan]);
    expect(context.view.getState().interventions).toMatchObject({ topic: 'duel', planId: 'plan-1' });
    undo(context);
    expect(plans()).toEqual([]);
  });

  it('with the radio it was made with, in a project that has no radio yet: as fresh as it was', async () => {
    const own = { ...GENERIC_DEVICES[0], id: 'ours', name: 'Ours' };
    const asked = { ...plan.question, radio: { ...plan.question.radio, deviceId: 'ours' } };
    context.project.setState(({ project }) => ({
      project: { ...project, devices: [own], plans: [{ ...plan, question: asked }] },
    }));
    const fresh = planFingerprint(plans()[0], context.project.getState().project);
    const file = await exported();
    context.project.setState(({ project }) => ({ project: { ...project, devices: [], plans: [] } }));
    await importPlan(context, file);
    const { project } = context.project.getState();
    expect(project.devices).toEqual([own]);
    expect(planFingerprint(plans()[0], project)).toBe(fresh);
    undo(context);
    expect(context.project.getState().project.devices).toEqual([]);
  });

  it('with the generic radio of its id where its file holds none', async () => {
    const file = await exported();
    context.project.setState(({ project }) => ({ project: { ...project, devices: [], plans: [] } }));
    await importPlan(context, file);
    expect(context.project.getState().project.devices).toEqual([
      GENERIC_DEVICES.find(({ id }) => id === plan.question.radio.deviceId),
    ]);
  });

  it('and the radio of that id that the project has stays as it is', async () => {
    const file = await exported();
    const other = { ...GENERIC_DEVICES[1], id: plan.question.radio.deviceId, name: 'Changed here' };
    context.project.setState(({ project }) => ({ project: { ...project, devices: [other], plans: [] } }));
    await importPlan(context, file);
    expect(context.project.getState().project.devices).toEqual([other]);
  });

  it('is opened alone where it is there already', async () => {
    expect(await importPlan(context, await exported())).toMatchObject({ state: 'taken', wasThere: true });
    expect(plans()).toEqual([plan]);
  });

  it('with another name and id where these are taken by another', async () => {
    const file = await exported();
    context.project.setState(({ project }) => ({
      project: { ...project, plans: [{ ...plan, chosen: [] }] },
    }));
    expect(await importPlan(context, file)).toMatchObject({ state: 'taken', name: `${plan.name} 2` });
    expect(plans().map(({ id }) => id)).toEqual(['plan-1', 'plan-2']);
  });

  it('not where somebody has changed it: the feature is named, and nothing is taken', async () => {
    const before = context.project.getState();
    const spoiled = (await (await exported()).text()).replace(
      '"megabitsPerSecond":1030',
      '"megabitsPerSecond":1031',
    );
    const outcome = await importPlan(context, new File([spoiled], 'north.geojson'));
    expect(outcome).toEqual({
      state: 'refused',
      message: expect.stringMatching(
        /^north\.geojson, feature \d+: it is not as Notspot wrote it\..*export the plan again\.$/,
      ),
    });
    expect(context.project.getState()).toBe(before);
  });

  it('not from the demo borough into real work', async () => {
    const file = await exported();
    context.project.setState(({ project }) => ({ project: { ...project, fictional: true } }));
    expect(await importPlan(context, file)).toEqual({
      state: 'refused',
      message: expect.stringContaining('the demo borough is fictional'),
    });
  });

  it('among files that are dropped, where its first bytes tell', async () => {
    const file = await exported();
    expect(await isWritten(PLAN_FILE, file)).toBe(true);
    expect(
      await isWritten(PLAN_FILE, new File(['{"type":"FeatureCollection","features":[]}'], 'x.geojson')),
    ).toBe(false);
    context.project.setState(({ project }) => ({ project: { ...project, plans: [] } }));
    await takeFiles(context, [file]);
    expect(plans()).toEqual([plan]);
    await takeFiles(context, [
      new File([(await file.text()).replace('"Library"', '"Librarz"')], 'bad.geojson'),
    ]);
    const { files } = context.imports.getState();
    expect(files.map(({ report }) => report.issues[0].message)).toEqual([
      expect.stringMatching(/^bad\.geojson, feature \d+/),
    ]);
  });
});
