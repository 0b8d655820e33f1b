import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { setNeed } from '../../../src/actions/compare-areas.ts';
import { importFiles } from '../../../src/actions/import-files.ts';
import { setConfidential } from '../../../src/actions/set-confidential.ts';
import { setRecipe } from '../../../src/actions/set-recipe.ts';
import { counted, makeCountingContext } from '../../builders/app-context.ts';
import { makePilot } from '../../builders/pilot.ts';

const pilot = makePilot();
let context: AppContext;
let end: () => void;

beforeEach(async () => {
  ({ context, end } = makeCountingContext());
  const lanes = {
    type: 'FeatureCollection',
    features: pilot.premises.slice(0, 400).map(({ position: [lon, lat] }, i) => ({
      type: 'Feature',
      properties: { name: `Larch Lane ${i}` },
      geometry: {
        type: 'LineString',
        coordinates: [
          [lon, lat],
          [lon + 0.0001, lat],
        ],
      },
    })),
  };
  const need = pilot.wards.map(({ code }, i) => `${code},${i + 1}`).join('\n');
  await importFiles(context, [
    new File([pilot.wardsGeoJson], 'wards.geojson'),
    new File([pilot.premisesCsv], 'premises.csv'),
    new File([pilot.gigabitGeoJson], 'gigabit.geojson'),
    new File([JSON.stringify(lanes)], 'roads.geojson'),
    new File([`ward_code,need\n${need}\n`], 'need.csv'),
  ]);
  setRecipe(context, 'no gigabit');
  await counted(context);
  setNeed(context, {
    contentId: contentOf('need.csv'),
    codeColumn: 'ward_code',
    column: 'need',
    where: [],
    higherMeansMore: true,
  });
});

afterEach(() => end());

function contentOf(file: string): string {
  const found = context.project.getState().project.datasets.find(({ fileName }) => fileName === file);
  if (!found) throw new Error(`${file} is not loaded`);
  return found.contentId;
}

async function clustersCsv(): Promise<string> {
  const made = await context.compute.api.study(
    'job',
    'cluster-file',
    context.project.getState().project,
    {
      distanceMetres: 150,
      leastUnits: 5,
      recipeText: 'no gigabit',
      format: 'csv',
      clusterId: null,
      countedOn: '2026-11-27',
    },
    () => {},
  );
  if (made.state !== 'done') throw new Error(JSON.stringify(made));
  return String(made.value);
}

describe('the file of clusters', () => {
  it('names streets and need, with the sources of both', async () => {
    const text = await clustersCsv();
    expect(text).toContain('Larch Lane');
    expect(text).toContain('need_weighted');
    expect(text).toContain('roads.geojson');
    expect(text).toContain('need.csv');
  });

  it('holds neither the names nor the weights of confidential files, and says so', async () => {
    setConfidential(context, contentOf('roads.geojson'), true);
    setConfidential(context, contentOf('need.csv'), true);
    const text = await clustersCsv();
    expect(text).not.toMatch(/Larch Lane|need_weighted|roads\.geojson|need\.csv/);
    expect(text).toContain('confidential streets and places name no cluster here');
    expect(text).toContain('left out as confidential: weights by need');
    expect(text.split('\r\n').length).toBeGreaterThan(2);
  });
});
