import type { Plan } from '../../src/domain/plan/plan.ts';
import type { PlanQuestion } from '../../src/domain/plan/plan-question.ts';
import type { RadioDesign } from '../../src/domain/plan/radio-design.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { FULL_DESIGN, FULL_DIG_QUESTION } from './dig-designs.ts';

const source = {
  title: 'Connected Nations 2024',
  publisher: 'Ofcom',
  date: '2024-07',
  licence: 'OGL v3',
  url: 'https://www.ofcom.org.uk/',
  attribution: 'Contains Ofcom data',
};
const range = { low: 1, mid: 2.5, high: 4, unit: 'pounds', basis: 'assumed' as const };

/** A question about two listed premises, with every part filled in. */
export function planQuestion(seed: Partial<PlanQuestion> = {}): PlanQuestion {
  const { aim: _aim, lifted: _lifted, ...asked } = FULL_DIG_QUESTION;
  return {
    ...asked,
    radio: {
      deviceId: GENERIC_DEVICES[1].id,
      mastMetres: 3,
      radiusMetres: 1500,
      leastMegabitsPerSecond: 30,
      closedRoofs: ['building:4'],
      wayleaves: [{ roof: 'access:2', wayleave: 'silent', reason: 'No answer since May' }],
    },
    ...seed,
  };
}

/** The same question of an area, which names no roofs. */
function areaQuestion(selection: PlanQuestion['selection']): PlanQuestion {
  const { radio, ...question } = planQuestion({ selection, onlyNotSpots: false });
  return { ...question, radio: { ...radio, closedRoofs: [], wayleaves: [] } };
}

/** A plan that is not worked out, of nothing but a ward. */
export function planOf(seed: Partial<Plan> = {}): Plan {
  return {
    id: 'plan-1',
    name: 'Plan',
    question: areaQuestion({ kind: 'ward', code: 'E05000001' }),
    levers: [],
    designs: null,
    chosen: [],
    ...seed,
  };
}

/** A radio design in which every part of every kind stands. */
export const FULL_RADIO: RadioDesign = {
  unit: 'premises',
  deviceId: GENERIC_DEVICES[1].id,
  hubs: [
    {
      roof: {
        id: 'access:2',
        name: 'Town Hall “east”',
        kind: 'council building',
        lon: -1.2,
        lat: 52.9,
        antennaMetres: 3,
        above: 'surface',
        owner: 'Borough of Wrenminster',
        isCouncils: true,
        wayleave: 'silent',
        askedOn: '2026-05-01',
        hasPower: true,
        from: { contentId: 'file-1', row: 2 },
      },
      seaMetres: 74.25,
      backhaul: { kind: 'trench' },
      sectors: [
        { azimuthDegrees: 90, units: 2, clients: 0.8 },
        { azimuthDegrees: 270, units: 0, clients: 0 },
      ],
    },
    {
      roof: {
        id: 'building:9',
        name: 'Building',
        kind: 'building',
        lon: -1.21,
        lat: 52.91,
        antennaMetres: 3,
        above: 'surface',
        owner: null,
        isCouncils: null,
        wayleave: 'not asked',
        askedOn: null,
        hasPower: null,
        from: null,
      },
      seaMetres: 80,
      backhaul: { kind: 'link', to: 'access:2', metres: 1290.5, megabitsPerSecond: 1000 },
      sectors: [{ azimuthDegrees: 0, units: 1, clients: 0.4 }],
    },
  ],
  served: [
    {
      ids: ['7'],
      units: 2,
      lon: -1.2001234,
      lat: 52.9000001,
      hub: 0,
      sector: 0,
      metres: 12.5,
      azimuthDegrees: 91.5,
      megabitsPerSecond: 1000,
      marginDecibels: 12.25,
    },
  ],
  missed: [
    {
      ids: ['007'],
      units: 1,
      lon: -1.3,
      lat: 52.9,
      reason: 'only a barred roof reaches it',
      behind: { roof: 'access:3', roofName: 'Chapel', barrier: 'b7' },
    },
  ],
  barriers: [
    {
      id: 'b8',
      kind: 'wayleave',
      place: 'access:2',
      owner: 'Borough of Wrenminster',
      effect: { pounds: range, weeks: null, forbids: false },
      from: null,
      until: null,
      source: null,
    },
  ],
  considered: 12,
  barred: 3,
  notes: ['Power of 9 roofs is not known.'],
};

/** Plans in which every part of every kind stands, optional ones too. */
export const FULL_PLANS: readonly Plan[] = [
  {
    id: 'plan-1',
    name: 'North',
    question: planQuestion({
      selection: { kind: 'cluster', clusterId: 'c1', rows: Uint32Array.of(0, 4, 4_294_967_295) },
    }),
    levers: [
      {
        id: 'l1',
        kind: 'standard wayleave',
        removes: ['wayleave'],
        places: ['access:2'],
        owner: 'Council',
        cost: range,
        from: '2026-01-01',
        until: null,
        source,
      },
    ],
    designs: {
      outcomes: [
        {
          kind: 'rooftop radio',
          design: { kind: 'rooftop radio', trench: null, radio: FULL_RADIO },
          refused: null,
        },
        { kind: 'dig', design: { kind: 'dig', trench: FULL_DESIGN.result, radio: null }, refused: null },
        { kind: 'hybrid', design: null, refused: 'No fibre points are loaded. Load some on the Data page.' },
      ],
      madeOf: '0123456789abcdef\n"file-1"\n"file-3"',
      asked: 'fedcba9876543210',
    },
    chosen: ['rooftop radio'],
  },
  planOf({
    id: 'plan-2',
    name: 'Shape',
    question: areaQuestion({
      kind: 'shape',
      shape: {
        coordinates: Float64Array.of(-1.5, 53.1, -1.4, 53.1, -1.4, 53.2000001, -1.5, 53.1),
        ringStarts: Uint32Array.of(0, 4),
        polygonStarts: Uint32Array.of(0, 1),
      },
    }),
  }),
  planOf({ id: 'plan-3', name: 'Ward', chosen: ['dig', 'hybrid'] }),
  planOf({ id: 'plan-4', name: 'List', question: planQuestion() }),
];
