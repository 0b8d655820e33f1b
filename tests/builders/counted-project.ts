import type { LayerRecord } from '../../src/domain/coverage/layer.ts';
import type { LayerAnswers } from '../../src/domain/coverage/layer-answers.ts';
import { analyse, tallyLayers } from '../../src/domain/not-spots/analyse.ts';
import type { Analysis } from '../../src/domain/not-spots/analysis.ts';
import type { Prepared } from '../../src/domain/project/prepared.ts';
import type { DatasetRecord, Project } from '../../src/domain/project/project.ts';
import { crispOf, layerOf, type ThreeValues } from './layers.ts';
import { areasOf, rectangle } from './polygons.ts';
import { premisesOf } from './premises.ts';

/** A layer and what it answers for each premises row. */
export interface CountedLayer {
  readonly layer: Partial<LayerRecord> & { readonly key: string };
  readonly answers: readonly ThreeValues[] | LayerAnswers;
}

export interface CountedSeed {
  /** Ward names; codes are E05999801, … */
  readonly wards: readonly string[];
  /** Ward number of each premises row, −1 outside. */
  readonly wardOf: readonly number[];
  readonly layers: readonly CountedLayer[];
  readonly recipe: string;
  readonly project?: Partial<Project>;
}

/** A project and its analysis, counted by the domain: nothing of it is written by hand. */
export function countedProject(seed: CountedSeed): {
  project: Project;
  analysis: Analysis;
  answers: ReadonlyMap<string, LayerAnswers>;
} {
  const { project, analysis, prepared } = preparedProject(seed);
  return { project, analysis, answers: prepared.answers };
}

/** The same with all that was worked out before counting. */
export function preparedProject(seed: CountedSeed): {
  project: Project;
  analysis: Analysis;
  prepared: Prepared;
} {
  const layers = seed.layers.map(({ layer }) => layerOf(layer));
  const premises = premisesOf(seed.wardOf.map((_, i) => ({ lon: i / 100, lat: 51 })));
  const wards = areasOf(
    seed.wards.map((name, i) => ({ code: codeOfWard(i), name, rings: [rectangle(i, 51, i + 1, 52)] })),
  );
  const answers = new Map(
    seed.layers.map((one, i): [string, LayerAnswers] => {
      return [layers[i].id, 'kind' in one.answers ? one.answers : crispOf(one.answers)];
    }),
  );
  const membership = { wardOf: Int32Array.from(seed.wardOf), overlapped: 0 };
  const input = { premises, wards, membership, layers, answers, notes: [] };
  const analysis = analyse({ ...input, recipeText: seed.recipe });
  const tallies = tallyLayers(input);
  const project: Project = {
    name: 'Testborough',
    fictional: false,
    datasets: [datasetOf('premises', 'premises.csv'), datasetOf('wards', 'wards.geojson')],
    layers,
    recipes: [
      { id: 'first', name: 'First', text: seed.recipe },
      { id: 'second', name: 'No gigabit', text: 'no gigabit' },
    ],
    assumptions: [],
    plans: [],
    sites: [],
    devices: [],
    designs: [],
    view: { recipeId: 'first' },
    ...seed.project,
  };
  const prepared = { ...input, tallies, joins: [], ways: new Map(), uses: null };
  return { project, analysis, prepared };
}

/** GSS-like code of the ward with this number. */
export function codeOfWard(ward: number): string {
  return `E059998${String(ward + 1).padStart(2, '0')}`;
}

/** A dataset as it would be after reading a file without trouble. */
export function datasetOf(
  role: DatasetRecord['role'],
  fileName: string,
  seed: Partial<DatasetRecord> = {},
): DatasetRecord {
  return {
    contentId: `content-${fileName}`,
    fileName,
    format: 'csv',
    role,
    roles: {},
    unit: role === 'premises' ? 'premises' : null,
    rows: 1,
    columnNames: [],
    source: { title: fileName, publisher: null, date: null, licence: null, url: null },
    confidential: false,
    report: { fileName, bytes: 1, rowsRead: 1, rowsUsed: 1, rowsRepaired: 0, rowsLeftOut: 0, issues: [] },
    ...seed,
  } as DatasetRecord;
}

/** Three wards, gigabit and two operators' 5G. Not-spots by 'no gigabit and no 5g': 0, 3, 1; one outside. */
export const THREE_WARDS: CountedSeed = {
  wards: ['Ash', 'Birch', 'Cedar'],
  //       Ash   Birch         Cedar        outside
  wardOf: [0, 0, 1, 1, 1, 1, 2, 2, 2, -1],
  layers: [
    {
      layer: { key: 'gigabit', name: 'Gigabit lines' },
      answers: ['yes', 'yes', 'no', 'no', 'no', 'yes', 'no', 'yes', 'unknown', 'no'],
    },
    {
      layer: { key: '5g-plover', technology: '5g', operator: 'Plover' },
      answers: ['yes', 'no', 'no', 'no', 'no', 'no', 'no', 'yes', 'no', 'no'],
    },
    {
      layer: { key: '5g-dunlin', technology: '5g', operator: 'Dunlin' },
      answers: ['no', 'no', 'no', 'no', 'no', 'yes', 'no', 'yes', 'no', 'no'],
    },
  ],
  recipe: 'no gigabit and no 5g',
};
