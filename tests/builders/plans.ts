import type { Barrier } from '../../src/domain/plan/barrier.ts';
import type { HubRoof } from '../../src/domain/plan/hub-roof.ts';
import type { Lever } from '../../src/domain/plan/lever.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { PlanDesigns } from '../../src/domain/plan/plan-design.ts';
import type { PlanQuestion } from '../../src/domain/plan/plan-question.ts';
import type { RadioDesign } from '../../src/domain/plan/radio-design.ts';
import { FULL_DESIGN, FULL_DIG_QUESTION } from './dig-designs.ts';

const { aim: _aim, lifted: _lifted, ...asked } = FULL_DIG_QUESTION;

/** A question that every optional part of is filled in. */
export const FULL_PLAN_QUESTION: PlanQuestion = {
  ...asked,
  radio: {
    deviceId: 'generic-60-ghz-multipoint',
    mastMetres: 3,
    radiusMetres: 1500,
    leastMegabitsPerSecond: 30,
    closedRoofs: ['building:9'],
    wayleaves: [{ roof: 'access:RA0002', wayleave: 'willing', reason: 'Written to us in June' }],
  },
};

/** A roof that could carry a hub. */
export function hubRoof(rest: Partial<HubRoof> = {}): HubRoof {
  return {
    id: 'access:RA0001',
    name: 'Library',
    kind: 'council building',
    lon: -1.2005,
    lat: 52.9005,
    antennaMetres: 3,
    above: 'surface',
    owner: 'Wrenminster Borough Council',
    isCouncils: true,
    wayleave: 'willing',
    askedOn: '2026-03-04',
    hasPower: true,
    from: { contentId: 'file-1', row: 0 },
    ...rest,
  };
}

export const ROOF_BARRIER: Barrier = {
  id: 'access:RA0002/wayleave',
  kind: 'wayleave',
  place: 'access:RA0002',
  owner: 'Foxglove Living',
  effect: { pounds: null, weeks: null, forbids: true },
  from: null,
  until: null,
  source: null,
};

export const FULL_LEVER: Lever = {
  id: 'permit waiver: street-2',
  kind: 'permit waiver',
  removes: ['road-works restriction', 'permit', 'lane rental'],
  places: ['street-2'],
  owner: 'the street authority',
  cost: { low: 0, mid: 500, high: 2000, unit: 'pounds', basis: 'assumed' },
  from: null,
  until: null,
  source: null,
};

/** Two hubs, one linked to the other, that serve one place and miss two. */
export const FULL_RADIO: RadioDesign = {
  deviceId: 'generic-60-ghz-multipoint',
  hubs: [
    {
      roof: hubRoof(),
      seaMetres: 71.5,
      backhaul: { kind: 'trench' },
      sectors: [{ azimuthDegrees: 45, units: 2, clients: 0.8 }],
    },
    {
      roof: hubRoof({
        id: 'building:3',
        name: 'Building 4',
        kind: 'building',
        owner: null,
        isCouncils: null,
      }),
      seaMetres: 64,
      backhaul: { kind: 'link', to: 'access:RA0001', metres: 410.5, megabitsPerSecond: 1800 },
      sectors: [],
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
      metres: 212.5,
      azimuthDegrees: 151.25,
      megabitsPerSecond: 1030,
      marginDecibels: 4.5,
    },
  ],
  missed: [
    { ids: ['007'], units: 1, lon: -1.3, lat: 52.9, reason: 'no roof sees it' },
    {
      ids: ['8'],
      units: 3,
      lon: -1.2011,
      lat: 52.9011,
      reason: 'only a barred roof reaches it',
      behind: { roof: 'access:RA0002', roofName: 'Flats at Mill Road', barrier: ROOF_BARRIER.id },
    },
  ],
  barriers: [{ ...ROOF_BARRIER, id: 'building:3/wayleave', place: 'building:3' }],
  considered: 12,
  barred: 1,
  notes: ['Owners of 3 of 12 roofs are not known.'],
};

/** All designs of a plan, the hybrid refused. */
export const FULL_PLAN_DESIGNS: PlanDesigns = {
  outcomes: [
    {
      kind: 'rooftop radio',
      design: { kind: 'rooftop radio', trench: FULL_DESIGN.result, radio: FULL_RADIO },
      refused: null,
    },
    { kind: 'dig', design: { kind: 'dig', trench: FULL_DESIGN.result, radio: null }, refused: null },
    { kind: 'hybrid', design: null, refused: 'No fibre point is chosen. Choose one.' },
  ],
  madeOf: 'c3d4',
  asked: 'e5f6',
};

/** A plan in which every part of every kind stands. */
export const FULL_PLAN: Plan = {
  id: 'plan-1',
  name: 'North Ward “first”',
  question: FULL_PLAN_QUESTION,
  levers: [FULL_LEVER],
  designs: FULL_PLAN_DESIGNS,
  chosen: ['rooftop radio'],
};

/** A plan that has not been worked out. */
export const EMPTY_PLAN: Plan = {
  id: 'plan-2',
  name: 'Not run yet',
  question: { ...FULL_PLAN_QUESTION, selection: { kind: 'ward', code: 'E05000001' } },
  levers: [],
  designs: null,
  chosen: [],
};

export { FULL_PLANS, planQuestion } from './full-plans.ts';
