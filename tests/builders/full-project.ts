import type { Plan } from '../../src/domain/plan/plan.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';

import { EMPTY_DESIGN, FULL_DESIGN } from './dig-designs.ts';
import { smallPlanCard } from './plan-cards.ts';
import { FULL_PLANS } from './plans.ts';
import { smallRates } from './rate-cards.ts';

const source = {
  title: 'Connected Nations 2024',
  publisher: 'Ofcom',
  date: '2024-07',
  licence: 'OGL v3',
  url: 'https://www.ofcom.org.uk/',
  attribution: 'Contains Ofcom data',
};
const report = {
  fileName: 'premises.csv',
  bytes: 5_000_000_000,
  rowsRead: 10,
  rowsUsed: 8,
  rowsRepaired: 1,
  rowsLeftOut: 2,
  issues: [
    {
      code: 'NO_LOCATION' as const,
      outcome: 'left-out' as const,
      message: '2 rows have no place.',
      count: 2,
      examples: ['row 3', 'row 9'],
    },
  ],
};

const HEIGHTS_SAID = {
  heights: { kind: 'ground', vintage: 'winter 2022' },
  metresPerLevel: 3.2,
} as const;

/** A project in which every part of every kind stands, optional ones too. */
export const FULL_PROJECT: Project = {
  name: 'Testborough “north”',
  fictional: false,
  datasets: [
    {
      contentId: 'file-1',
      fileName: 'premises.csv',
      format: 'csv',
      role: 'premises',
      roles: { id: 'uprn', code: 'ward', lon: 'x', lat: 'y', units: 'n', terminated: 'doterm' },
      unit: 'premises',
      rows: 10,
      columnNames: ['uprn', 'ward', 'x', 'y', 'n', 'doterm'],
      source,
      vintage: '2022',
      liveList: { contentId: 'file-3', column: 'pcds' },
      confidential: false,
      report,
      suggestion: {
        role: 'premises',
        roles: { id: 'uprn' },
        unit: 'premises',
        layers: [
          {
            shape: 'records',
            technology: 'gigabit',
            operator: null,
            confidence: null,
            column: 'gigabit',
            measure: null,
            atLeast: null,
            codes: [{ code: 3, meaning: 'limited' }],
            definition: 'as surveyed',
            offered: true,
          },
        ],
        codeKind: 'UPRN',
        layout: 'OS Open UPRN',
        source: { publisher: 'Ordnance Survey', date: null },
        vintage: '2022',
        lookup: [{ column: 'ward', kind: 'ward' }],
        notes: report.issues,
        why: 'Rows of UPRNs with coordinates.',
        alternatives: ['records', 'table'],
      },
      coordinates: 'british-swapped',
    },
    {
      contentId: 'file-2',
      fileName: 'gigabit 2023.geojson',
      format: 'geojson',
      role: 'context',
      roles: {},
      unit: null,
      rows: 3,
      columnNames: [],
      source: { title: 'x', publisher: null, date: null, licence: null, url: null },
      confidential: true,
      report: { ...report, fileName: 'gigabit 2023.geojson', issues: [] },
      supersededBy: 'file-3',
    },
    {
      contentId: 'file-3',
      fileName: 'postcodes.csv',
      format: 'csv',
      role: 'table',
      roles: { code: 'pcds' },
      unit: null,
      rows: 4,
      columnNames: ['pcds', 'imd'],
      source,
      confidential: false,
      report,
      ...HEIGHTS_SAID,
      designation: 'conservation area',
    },
  ],
  layers: [
    {
      id: 'file-2-1',
      key: 'gigabit-acme',
      name: 'Gigabit (Acme)',
      technology: 'gigabit',
      operator: 'Acme',
      confidence: 'very-high',
      shape: 'polygons',
      contentId: 'file-2',
      column: null,
      measure: null,
      where: [{ column: 'kind', values: ['fttp', 'hfc'] }],
      joinColumn: null,
      definition: 'as the file has it',
      source,
      extent: { kind: 'areas', contentId: 'file-3' },
      confidential: true,
    },
    {
      id: 'file-1-1',
      key: 'gigabit',
      name: 'Gigabit',
      technology: 'gigabit',
      operator: null,
      confidence: null,
      shape: 'shares',
      contentId: 'file-1',
      column: 'gigabit',
      measure: 'percent',
      atLeast: 30.5,
      inverted: true,
      blankIsZero: true,
      totalColumn: 'all',
      operatorColumns: ['none', 'one'],
      codes: [{ code: 4, meaning: 'likely' }],
      joinColumn: 'ward',
      definition: 'gigabit-capable',
      source,
      extent: { kind: 'assumed' },
      confidential: false,
    },
  ],
  recipes: [
    { id: 'no-gigabit', name: 'No gigabit', text: 'no gigabit' },
    { id: 'own-2', name: 'mine', text: 'no gigabit-acme' },
  ],
  assumptions: [
    { text: 'Nobody sourced it', source: null },
    { text: 'Sourced', source },
  ],
  plans: FULL_PLANS,
  need: {
    contentId: 'file-3',
    codeColumn: 'pcds',
    column: 'imd',
    where: [{ column: 'year', values: ['2019'] }],
    higherMeansMore: false,
  },
  sites: [
    {
      id: 's1',
      name: 'Town Hall',
      lon: -1.2,
      lat: 52.9,
      antennaMetres: 3,
      above: 'surface',
      fromContentId: null,
      owner: 'Borough of Wrenminster',
      overrides: [{ rule: 'listed', applies: false, reason: 'Listed building consent given in 2025' }],
    },
    {
      id: 's2',
      name: 'Mast “B”',
      lon: -1.21,
      lat: 52.91,
      antennaMetres: 61.5,
      above: 'sea',
      fromContentId: 'file-2',
      owner: null,
      overrides: [],
    },
  ],
  devices: GENERIC_DEVICES.slice(0, 2),
  radio: {
    deviceId: GENERIC_DEVICES[1].id,
    earthFactor: { value: 4 / 3, source },
    rainTimePercent: 0.01,
    rainRateMillimetresPerHour: { value: 26.48, source },
    air: {
      value: { pressureHectopascals: 1013.25, temperatureKelvin: 288.15, waterVapourGramsPerCubicMetre: 7.5 },
      source,
    },
    leafMarginMetres: { value: 2, source: null },
    premisesMastMetres: { value: 1.5, source: null },
    ownRoofMetres: { value: 2, source: null },
  },
  designs: [FULL_DESIGN, EMPTY_DESIGN],
  rates: smallRates(),
  planCard: smallPlanCard(),
  view: { recipeId: 'own-2' },
};

/** The same as version 3 knew it: without a plan card, and plans with neither a question of their own nor designs. */
export function fullProjectOfVersion3(): Project {
  const { planCard: _card, ...before } = FULL_PROJECT;
  return { ...before, plans: earlierPlans(before.radio?.deviceId ?? '') };
}

/** The same as version 2 knew it: without digs and rates. */
export function fullProjectOfVersion2(): Project {
  const { rates: _rates, ...before } = fullProjectOfVersion3();
  return { ...before, designs: [] };
}

/** The same as version 1 knew it: without sites, radios and what is said of heights and protected land. */
export function fullProjectOfVersion1(): Project {
  const { radio: _radio, ...before } = fullProjectOfVersion2();
  const datasets = FULL_PROJECT.datasets.map(
    ({ heights: _heights, metresPerLevel: _metres, designation: _designation, ...dataset }) => dataset,
  );
  return { ...before, datasets, sites: [], devices: [], plans: earlierPlans('') };
}

/** Name, selection and levers of the full project's plans, asked as usual. */
function earlierPlans(deviceId: string): Plan[] {
  return FULL_PLANS.map(({ id, name, question: { selection }, levers }) => ({
    id,
    name,
    question: {
      selection,
      premisesContentId: 'file-1',
      onlyNotSpots: true,
      rootIds: [],
      ownRoots: [],
      blocked: [],
      forced: [],
      worksFrom: '2026-11-27',
      passed: { kind: 'within', metres: 50 },
      takeUpPercent: 40,
      radio: {
        deviceId,
        mastMetres: 3,
        radiusMetres: 1500,
        leastMegabitsPerSecond: 30,
        closedRoofs: [],
        wayleaves: [],
      },
    },
    levers: levers.map((lever) => ({ ...lever, places: null, from: null, source: null })),
    designs: null,
    chosen: [],
  }));
}
