import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { compareAreas, setCompareAuthority } from '../../src/actions/compare-areas.ts';
import { exportComparison } from '../../src/actions/export-comparison.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { setConfidential } from '../../src/actions/set-confidential.ts';
import { setLayer } from '../../src/actions/set-layer.ts';
import { setRecipe } from '../../src/actions/set-recipe.ts';
import { counted, makeCountingContext } from '../builders/app-context.ts';
import { makePilot } from '../builders/pilot.ts';

const taken = vi.hoisted(() => ({ text: '' }));

vi.mock('../../src/actions/download-text.ts', () => ({
  downloadText: (text: string, fileName: string) => {
    taken.text = text;
    return fileName;
  },
}));

const TODAY = '2026-11-27';
const STALE = { problem: 'Being compared anew. Try again when it is done.' };
const pilot = makePilot();
let context: AppContext;
let end: () => void;

beforeEach(async () => {
  taken.text = '';
  ({ context, end } = makeCountingContext());
  const release = (day: string, everyNth: number): File => {
    const rows = pilot.premises.map(({ uprn }, i) => `${uprn},${i % everyNth === 0 ? 'no' : 'yes'}`);
    return new File([`uprn,gigabit\n${rows.join('\n')}\n`], `gigabit-${day}.csv`);
  };
  const speeds = ['2024', '2025'].map((year, i) => {
    const rows = pilot.wards.map(({ code }) => `${code},Linnet ${code},${year},Average speed,${71.25 + i}`);
    return new File(
      [`ward_code,area_name,period,indicator,value\n${rows.join('\n')}\n`],
      `speeds-${year}.csv`,
    );
  });
  await importFiles(context, [
    new File([pilot.wardsGeoJson], 'wards.geojson'),
    new File([pilot.premisesCsv], 'premises.csv'),
    release('2025-01', 3),
    release('2026-01', 9),
    ...speeds,
  ]);
  await counted(context);
  await compareAreas(context);
});

afterEach(() => end());

async function mark(...files: readonly string[]): Promise<void> {
  for (const file of files) {
    const dataset = context.project.getState().project.datasets.find(({ fileName }) => fileName === file);
    if (!dataset) throw new Error(`${file} is not loaded`);
    setConfidential(context, dataset.contentId, true);
  }
  await counted(context);
  await compareAreas(context);
}

const series = (): string[] => taken.text.split('\r\n').filter((line) => line.startsWith('over time'));

describe('the comparison as a file', () => {
  it('is of what is shown, with counts by release and speeds', async () => {
    expect(await exportComparison(context, TODAY)).toHaveProperty('fileName');
    expect(series().some((line) => line.includes('by the release of gigabit-2026-01.csv'))).toBe(true);
    expect(series().some((line) => line.includes('speeds-2024.csv'))).toBe(true);
  });

  it.each([['gigabit-2025-01.csv'], ['gigabit-2026-01.csv']])(
    'holds no count by release where %s is confidential',
    async (file) => {
      await mark(file);
      expect(await exportComparison(context, TODAY)).toHaveProperty('fileName');
      expect(taken.text).not.toContain(file);
      expect(taken.text).not.toContain('counted by the release');
      expect(taken.text).toContain('speeds-2024.csv');
    },
  );

  it('holds no speed of a confidential file, and keeps those of the open one', async () => {
    await mark('speeds-2025.csv');
    await exportComparison(context, TODAY);
    expect(taken.text).not.toMatch(/speeds-2025|72\.25/);
    expect(series().some((line) => line.includes('71.25'))).toBe(true);
    await mark('speeds-2024.csv');
    await exportComparison(context, TODAY);
    expect(taken.text).not.toMatch(/speeds-202|Linnet|71\.25/);
  });

  it('holds nothing of a layer that is confidential though its file is not', async () => {
    const { project } = context.project.getState();
    setLayer(context, project.layers[0].id, { confidential: true }, 'Confidential');
    await counted(context);
    await compareAreas(context);
    expect(await exportComparison(context, TODAY)).toHaveProperty('fileName');
    expect(taken.text).not.toContain('counted by the release');
  });

  it('is none while what is shown is of an earlier count or of another authority', async () => {
    setRecipe(context, 'gigabit');
    expect(await exportComparison(context, TODAY)).toEqual(STALE);
    await counted(context);
    expect(await exportComparison(context, TODAY)).toEqual(STALE);
    await compareAreas(context);
    expect(await exportComparison(context, TODAY)).toHaveProperty('fileName');
    setCompareAuthority(context, 'E08999002');
    expect(await exportComparison(context, TODAY)).toEqual(STALE);
  });
});
