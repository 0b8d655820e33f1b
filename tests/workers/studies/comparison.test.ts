import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../src/actions/import-files.ts';
import { runStudy } from '../../../src/actions/run-study.ts';
import { projectRoot } from '../../../src/cli/run-node.mjs';
import type { Comparison } from '../../../src/domain/compare/comparison.ts';
import type { NeedColumn } from '../../../src/domain/need/need-columns.ts';
import { publishedBeside } from '../../../src/domain/published/published-beside.ts';
import { standingOf } from '../../../src/domain/published/standing.ts';
import { counted, makeCountingContext } from '../../builders/app-context.ts';

const data = join(projectRoot, '..', 'shared', 'data');
const AUTHORITIES = [
  'coverage/uk_lad_gigabit_ofcom_2021-05_via_ONS_SIE.csv',
  'coverage/uk_lad_gigabit_ofcom_2023-09_via_ONS_SIE.csv',
];
const WESTMINSTER = [
  'boundaries/westminster_wards_2022_generalised.geojson',
  'premises/codepoint_open_2025-11_westminster_E09000033.csv',
  'coverage/westminster_lsoa21_gigabit_cn2025.geojson',
  'context/london_lsoa_imd.geojson',
  ...AUTHORITIES,
];
const TRAFFORD = [
  'boundaries/ward_2023_trafford_ward_generalised.geojson',
  'premises/trafford_census2021_accommodation_type_oa.csv',
  'boundaries/oa_2021_trafford_oa_generalised.geojson',
  'boundaries/gm_statistical_lookup_2021.csv',
  'context/gm_mid2024_population_lsoa.csv',
  ...AUTHORITIES,
];
const has = [...WESTMINSTER, ...TRAFFORD].every((path) => existsSync(join(data, path)));
const because = has ? '' : ' (skipped: the files are not beside the repository)';

async function open(paths: readonly string[]) {
  const { context, end } = makeCountingContext();
  await importFiles(
    context,
    paths.map((path) => new File([readFileSync(join(data, path))], basename(path))),
  );
  await counted(context);
  const compare = async (need?: NeedColumn): Promise<Comparison> => {
    if (need) {
      const { contentId, codeColumn, column, where } = need;
      context.project.getState().change('need', {
        kind: 'set-need',
        need: { contentId, codeColumn, column, where, higherMeansMore: true },
      });
    }
    await runStudy(context, 'comparison', { authority: null });
    const { answer, problem } = context.studies.comparison.getState();
    if (!answer) throw new Error(problem ?? 'No answer.');
    return answer;
  };
  return { context, end, compare };
}

describe.skipIf(!has)(`the pilots compared${because}`, () => {
  it('Westminster: its code from the ward file, both published shares, deprivation by LSOA', async () => {
    const { context, end, compare } = await open(WESTMINSTER);
    const first = await compare();
    expect(first.authority).toMatchObject({ code: 'E09000033', name: 'Westminster', guessed: false });
    expect(first.published.map(({ period }) => period)).toEqual(['2021-05', '2023-09']);
    expect(first.published.map((table) => standingOf(table, 'E09000033')?.figure.percent)).toEqual([
      65.2, 76.8,
    ]);
    const [gigabit] = first.counted;
    expect(gigabit).toMatchObject({ unit: 'postcodes', units: 13_115, notKnown: 145, fromShares: true });
    const figure = standingOf(first.published[1], 'E09000033')?.figure;
    if (!figure) throw new Error('no figure');
    const beside = publishedBeside({ figure, table: first.published[1], counted: gigabit });
    expect(beside.reasons.map(({ kind }) => kind)).toEqual([
      'date',
      'unit',
      'not-known',
      'share-band',
      'rounding',
      'vintage',
    ]);
    expect(beside.bridged).toBe(false);
    expect(first.needColumns.find(({ column }) => column === 'health')?.problem).toMatch(/below zero/);

    const { need } = await compare(first.needColumns.find(({ column }) => column === 'imd'));
    if (need?.kind !== 'ranked') throw new Error('not ranked');
    const { analysis } = context.analysis.getState();
    const { ranking, weights } = need;
    expect(weights.unitsWithValue + weights.unitsWithout).toBe(13_115);
    expect(ranking.plain[19] + ranking.withoutValue[19]).toBeCloseTo(analysis?.notSpots.mid[19] ?? 0, 6);
    expect(ranking.wards.some(({ move }) => move !== 0)).toBe(true);
    expect(ranking.wards.reduce((sum, { move }) => sum + move, 0)).toBe(0);
    end();
  });

  it('Trafford: its code looked up from output areas; the count is made from the published share itself', async () => {
    const { end, compare } = await open(TRAFFORD);
    const first = await compare();
    expect(first.authority).toMatchObject({ code: 'E08000009', guessed: false });
    const figure = standingOf(first.published[1], 'E08000009')?.figure;
    if (!figure) throw new Error('no figure');
    const beside = publishedBeside({ figure, table: first.published[1], counted: first.counted[0] });
    expect(beside.reasons[0].kind).toBe('same-source');
    expect(beside.difference).toBeCloseTo(0, 9);
    const persons = first.needColumns.filter(({ column }) => column === 'aged_65_and_over');
    expect(persons[0].where).toEqual([{ column: 'sex', values: ['Persons'] }]);
    const { need } = await compare(persons[0]);
    if (need?.kind !== 'ranked') throw new Error('not ranked');
    expect([need.weights.unitsWithValue, need.weights.unitsWithout]).toEqual([96_225, 0]);
    // One share stands for the whole borough, so need alone orders what is expected: the sum is the same.
    expect(need.ranking.weighted[22]).toBeCloseTo(need.ranking.plain[22], 6);
    end();
  });
});
