import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { exportClusters } from '../../src/actions/export-clusters.ts';
import { askForClusters, findClusters, hasClusters } from '../../src/actions/find-clusters.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { openCluster, sortClusters } from '../../src/actions/open-cluster.ts';
import { setConfidential } from '../../src/actions/set-confidential.ts';
import { setRecipe } from '../../src/actions/set-recipe.ts';
import { counted, makeCountingContext } from '../builders/app-context.ts';
import { makePilot } from '../builders/pilot.ts';

let context: AppContext;
let end: () => void;

beforeEach(async () => {
  ({ context, end } = makeCountingContext());
  const { wardsGeoJson, premisesCsv, gigabitGeoJson } = makePilot();
  await importFiles(context, [
    new File([wardsGeoJson], 'wards.geojson'),
    new File([premisesCsv], 'premises.csv'),
    new File([gigabitGeoJson], 'gigabit.geojson'),
  ]);
  setRecipe(context, 'no gigabit');
  await counted(context);
});

afterEach(() => end());

describe('clusters of a project', () => {
  it('are found once, and again when the question changes', async () => {
    await findClusters(context);
    const { answer } = context.studies.clusters.getState();
    const { analysis } = context.analysis.getState();
    expect(answer?.all.mid).toBe(analysis?.notSpots.mid.at(-1));
    await findClusters(context);
    expect(context.studies.clusters.getState().answer).toBe(answer);
    expect(askForClusters(context, { distanceMetres: 60, leastUnits: 2 })).toBe(null);
    expect(hasClusters(context)).toBe(false);
    await findClusters(context);
    expect(hasClusters(context)).toBe(true);
    expect(context.studies.clusters.getState().answer?.count).toBeGreaterThan(answer?.count ?? 0);
  });

  it('are not asked for with numbers that make no sense', () => {
    const before = context.view.getState().clusters;
    expect(askForClusters(context, { distanceMetres: Number.NaN, leastUnits: 10 })).toMatchObject({
      field: 'distanceMetres',
    });
    expect(context.view.getState().clusters).toBe(before);
  });

  it('are sorted largest first, by name from the first letter, and turned round', () => {
    const sort = () => context.view.getState().clusters.sort;
    sortClusters(context, 'area');
    expect(sort()).toEqual({ column: 'area', descending: true });
    sortClusters(context, 'name');
    expect(sort()).toEqual({ column: 'name', descending: false });
    sortClusters(context, 'name');
    expect(sort().descending).toBe(true);
  });

  it('lose what was hovered when one is opened', () => {
    context.view.setState({ clusters: { ...context.view.getState().clusters, hovered: 'e1-n1' } });
    openCluster(context, 'e1-n1');
    expect(context.view.getState().clusters).toMatchObject({ id: 'e1-n1', hovered: null });
  });

  it('leave in no file while the premises are confidential', async () => {
    const premises = context.project.getState().project.datasets.find(({ role }) => role === 'premises');
    setConfidential(context, premises?.contentId ?? '', true);
    const outcome = await exportClusters(context, { format: 'csv', cluster: null });
    expect(outcome).toMatchObject({ problem: expect.stringContaining('marked confidential') });
  });

  it('are no file where the one asked for is gone', async () => {
    const cluster = { id: 'e1-n1', name: 'Gone' };
    const outcome = await exportClusters(context, { format: 'csv', cluster });
    expect(outcome).toMatchObject({ problem: expect.stringContaining('no longer there') });
  });
});
