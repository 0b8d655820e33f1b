import { expect, it } from 'vitest';
import { importFiles } from '../../../src/actions/import-files.ts';
import { runStudy } from '../../../src/actions/run-study.ts';
import { counted, makeCountingContext } from '../../builders/app-context.ts';
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
