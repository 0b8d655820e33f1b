import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { counted, makeCountingContext } from '../builders/app-context.ts';
import { lackOf } from '../builders/count-areas.ts';
import { hasTrafford, trafford } from '../builders/count-trafford.ts';
import {
  countWestMidlands,
  hasWestMidlands,
  wardsWithoutBirmingham,
  westMidlands,
} from '../builders/count-west-midlands.ts';

const because = hasTrafford && hasWestMidlands ? '' : ' (skipped: their files are not beside the repository)';
const dropped = (path: string): File => new File([readFileSync(path)], basename(path));

describe.skipIf(!(hasTrafford && hasWestMidlands))(`the pilots, dropped in any order${because}`, () => {
  let context: AppContext;
  let end: () => void;
  beforeEach(() => {
    ({ context, end } = makeCountingContext());
  });
  afterEach(() => end());

  test('Trafford: every file in its role, 96,225 households, the borough’s share as a band', async () => {
    const { households, shares, assets, lookup, outputAreas, wards } = trafford;
    await importFiles(context, [households, shares, assets, lookup, outputAreas, wards].map(dropped));
    await counted(context);
    const { files } = context.imports.getState();
    expect(files.map((file) => file.role)).toEqual([
      'premises',
      'shares',
      'context',
      'table',
      'areas',
      'wards',
    ]);
    expect(files[0].report.rowsUsed).toBe(5904);
    const { analysis } = context.analysis.getState();
    expect([analysis?.unit, analysis?.units.at(-1), analysis?.ranksWards]).toEqual([
      'households',
      96_225,
      false,
    ]);
    const { low, mid, high } = lackOf(82.5, 96_225, 96_225);
    expect([analysis?.notSpots.low.at(-1), analysis?.notSpots.high.at(-1)]).toEqual([low, high]);
    expect(analysis?.notSpots.mid.at(-1)).toBeCloseTo(mid, 5);
    expect(analysis?.joins[0]).toMatchObject({ matched: 738, unmatched: 0 });
  });

  test('the West Midlands without Birmingham: 123 wards, 36,613 postcodes, 44 ward codes of another vintage', async () => {
    const wards = new File([wardsWithoutBirmingham()], 'wmca_wards_WD20.geojson');
    await importFiles(context, [wards, dropped(westMidlands.shares), dropped(westMidlands.postcodes)]);
    await counted(context);
    expect(context.imports.getState().files.map((file) => file.role)).toEqual([
      'wards',
      'shares',
      'premises',
    ]);
    const { analysis } = context.analysis.getState();
    const { counts } = countWestMidlands();
    const codes = [...(analysis?.wardCodes ?? []), 'outside', 'total'];
    expect(codes).toEqual([...counts.keys()]);
    expect([...(analysis?.units ?? [])]).toEqual([...counts.values()].map((count) => count.units));
    expect([...(analysis?.notSpots.low ?? [])]).toEqual([...counts.values()].map((count) => count.low));
    expect([...(analysis?.notSpots.high ?? [])]).toEqual([...counts.values()].map((count) => count.high));
    expect(analysis?.notes.find((note) => note.kind === 'vintage')?.text).toMatch(
      /^44 of 123 ward codes .* 13,023 postcodes in E08000027 Dudley and E08000031 Wolverhampton/,
    );
  });
});
