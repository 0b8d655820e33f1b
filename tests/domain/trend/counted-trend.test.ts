import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { askSides, setSides } from '../../../src/actions/compare-sides.ts';
import { importFiles } from '../../../src/actions/import-files.ts';
import { runStudy } from '../../../src/actions/run-study.ts';
import { setLayer } from '../../../src/actions/set-layer.ts';
import { setRecipe } from '../../../src/actions/set-recipe.ts';
import type { Comparison } from '../../../src/domain/compare/comparison.ts';
import { countedTrend } from '../../../src/domain/trend/counted-trend.ts';
import { readSides } from '../../../src/stores/derived/sides-text.ts';
import { counted, makeCountingContext } from '../../builders/app-context.ts';
import { comparedProject } from '../../builders/compared-project.ts';
import { makePilot } from '../../builders/pilot.ts';

it('counts the not-spots anew with each release of a file, all else as it is', async () => {
  const pilot = makePilot();
  const { context, end } = makeCountingContext();
  const release = (day: string, everyNth: number): File => {
    const rows = pilot.premises.map(({ uprn }, i) => `${uprn},${i % everyNth === 0 ? 'no' : 'yes'}`);
    return new File([`uprn,gigabit\n${rows.join('\n')}\n`], `gigabit-${day}.csv`);
  };
  await importFiles(context, [
    new File([pilot.wardsGeoJson], 'wards.geojson'),
    new File([pilot.premisesCsv], 'premises.csv'),
    release('2025-01', 3),
    release('2026-01', 9),
  ]);
  await counted(context);
  const { project } = context.project.getState();
  expect(project.datasets.some(({ supersededBy }) => supersededBy !== undefined)).toBe(true);
  await runStudy(context, 'comparison', { authority: null });
  const { answer } = context.studies.comparison.getState();
  const [series, ...others] = answer?.trend ?? [];
  expect(others).toEqual([]);
  expect(series.points.map(({ date, value }) => [date, value?.toFixed(3)])).toEqual([
    ['2025-01', (100 / 3).toFixed(3)],
    ['2026-01', (100 / 9).toFixed(3)],
  ]);
  const { analysis } = context.analysis.getState();
  expect(((series.points[1].value ?? 0) * (analysis?.units.at(-1) ?? 0)) / 100).toBeCloseTo(
    analysis?.notSpots.mid.at(-1) ?? -1,
    6,
  );
  end();
});

const pilot = makePilot();

/** Two dated releases of a column by UPRN, and the wards and premises. */
async function loadReleases(
  context: AppContext,
  column: string,
  cellOf: (row: number, isLater: boolean) => string,
): Promise<void> {
  const release = (day: string, isLater: boolean): File => {
    const rows = pilot.premises.map(({ uprn }, i) => `${uprn},${cellOf(i, isLater)}`);
    return new File([`uprn,${column}\n${rows.join('\n')}\n`], `${column}-${day}.csv`);
  };
  await importFiles(context, [
    new File([pilot.wardsGeoJson], 'wards.geojson'),
    new File([pilot.premisesCsv], 'premises.csv'),
    release('2025-01', false),
    release('2026-01', true),
  ]);
  await counted(context);
}

async function compared(context: AppContext): Promise<Comparison> {
  await runStudy(context, 'comparison', { authority: null });
  const { answer } = context.studies.comparison.getState();
  if (!answer) throw new Error('nothing was compared');
  return answer;
}

const SAID = {
  nothing: {},
  'from which value on': { atLeast: 500 },
  'a technology': { technology: 'full-fibre', key: 'full-fibre' },
} as const;

it('gives an earlier release the number that before/after gives it, whatever a person said of the layer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<keyof typeof SAID>('nothing', 'from which value on', 'a technology'),
      fc.integer({ min: 3, max: 11 }),
      fc.integer({ min: 101, max: 160 }),
      async (said, every, speed) => {
        const { context, end } = makeCountingContext();
        const isSpeed = said === 'from which value on';
        await loadReleases(context, isSpeed ? 'max_download_mbps' : 'gigabit', (i, isLater) =>
          isSpeed
            ? String(((i * 13) % every) * (isLater ? speed : 100))
            : i % (isLater ? 2 * every : every) === 0
              ? 'no'
              : 'yes',
        );
        const [layer] = context.project.getState().project.layers;
        setLayer(context, layer.id, SAID[said], said);
        await counted(context);
        const recipeText = `no ${context.project.getState().project.layers[0].key}`;
        setRecipe(context, recipeText);
        await counted(context);
        const { project } = context.project.getState();
        const earlier = project.datasets.find(({ supersededBy }) => supersededBy !== undefined);
        const side = { recipeText, withoutLayers: [], releases: [] };
        const before = { ...side, releases: [earlier?.contentId ?? ''] };
        const { view } = readSides(null, project);
        setSides(context, { ...view, kind: 'releases', sides: { before, after: side } });
        await askSides(context);
        const sides = context.studies['before-after'].getState().answer;
        if (!sides) throw new Error('the sides were not compared');
        const units = sides.comparison.units.at(-1) ?? 0;
        const share = (count: Float64Array): number => (100 * (count.at(-1) ?? Number.NaN)) / units;
        const { trend } = await compared(context);
        end();
        expect(trend.map(({ points }) => points.map(({ value }) => value))).toEqual([
          [share(sides.before.notSpots.mid), share(sides.after.notSpots.mid)],
        ]);
      },
    ),
    {
      numRuns: 6,
      examples: [
        ['from which value on', 10, 120],
        ['a technology', 3, 100],
      ],
    },
  );
});

it('leaves out other lists of premises; releases in a circle are no series', () => {
  const { workbench, project } = comparedProject();
  const [premises, wards, fixed, mobile] = project.datasets;
  const older = (dataset: typeof fixed, contentId: string, later: string) => ({
    ...dataset,
    contentId,
    role: 'other' as const,
    fileName: `${contentId}-2024-01.csv`,
    supersededBy: later,
    suggestion: undefined,
  });
  const datasets = [
    premises,
    wards,
    { ...fixed, fileName: 'fixed-2025-01.csv' },
    mobile,
    older(premises, 'other-list', premises.contentId),
    older(mobile, 'round', 'trip'),
    older(mobile, 'trip', 'round'),
  ];
  const steps = countedTrend(workbench, { ...project, datasets } as typeof project, 'no gigabit');
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value.series).toEqual([]);
  expect(step.value.leftOut).toEqual([
    { fileName: 'other-list-2024-01.csv', why: expect.stringMatching(/another list of premises/) },
  ]);
});
