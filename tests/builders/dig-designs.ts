import type { DigDesign } from '../../src/domain/dig/dig-design.ts';
import type { DigQuestion } from '../../src/domain/dig/dig-question.ts';
import type { FibrePoint } from '../../src/domain/streets/fibre-point.ts';

const exchange: FibrePoint = {
  id: 'fp-1',
  name: 'Exchange “North”',
  kind: 'exchange',
  lon: -1.2,
  lat: 52.9,
  owner: 'Borough of Wrenminster',
};

/** A question that every optional part of is filled in. */
export const FULL_DIG_QUESTION: DigQuestion = {
  selection: { kind: 'list', ids: ['7', '007'] },
  premisesContentId: 'file-1',
  onlyNotSpots: true,
  rootIds: ['fp-1'],
  ownRoots: [{ ...exchange, id: 'own-1', kind: 'spine chamber', owner: null }],
  aim: { kind: 'serve within a budget', pence: 12_000_000 },
  blocked: ['street-3'],
  forced: ['street-1'],
  lifted: [{ street: 'street-2', reason: 'Agreed with the street authority' }],
  worksFrom: '2026-11-27',
  passed: { kind: 'within', metres: 30 },
  takeUpPercent: 40,
};

/** A design with its answer, in which every part of every kind stands. */
export const FULL_DESIGN: DigDesign = {
  id: 'dig-1',
  name: 'North Ward first',
  question: FULL_DIG_QUESTION,
  result: {
    pieces: [
      {
        kind: 'street',
        street: 'street-1',
        streetName: 'High Street',
        side: 'left',
        surface: 'footway',
        method: 'open cut',
        crossing: 'none',
        metres: 12.5,
        poles: 0,
        line: [-1.2, 52.9, -1.2001234, 52.9000001],
        barriers: ['b1'],
        parts: [{ what: 'trench', pence: { low: 90, mid: 100, high: 130 }, isYearly: false }],
      },
      {
        kind: 'pole route',
        street: null,
        streetName: null,
        side: 'centre',
        surface: 'not known',
        method: null,
        crossing: 'none',
        metres: 80,
        poles: 3,
        line: [-1.2, 52.9, -1.201, 52.901],
        barriers: [],
        parts: [{ what: 'pole rent', pence: { low: 10, mid: 11, high: 12 }, isYearly: true }],
      },
    ],
    roots: [exchange],
    served: [{ ids: ['7'], units: 2, lon: -1.2001234, lat: 52.9000001 }],
    missed: [
      {
        ids: ['007'],
        units: 1,
        lon: -1.3,
        lat: 52.9,
        reason: 'no street near',
        nearestStreet: 'High Street',
        nearestMetres: 512.25,
      },
    ],
    passedUnits: 9,
    barriers: [
      {
        id: 'b1',
        kind: 'road-works restriction',
        place: 'High Street',
        owner: 'Street authority',
        effect: { pounds: null, weeks: null, forbids: true },
        from: '2024-01-01',
        until: '2027-03-01',
        source: null,
      },
    ],
    detours: [
      { street: 'street-2', streetName: null, barrier: 'b1', until: '2027-03-01', pence: 250_000 },
      { street: 'street-4', streetName: 'Mill Lane', barrier: 'b2', until: null, pence: 0 },
    ],
    searchedPence: 111,
    lowerBoundPence: 110,
    mostUnits: 3,
    isQuick: false,
    work: { spent: 100, limit: 300, trees: 3, nodesLeft: 4, edgesLeft: 5, isStoppedEarly: false },
    madeOf: { contents: ['file-1', 'file-3'], rates: 'a1b2' },
    notes: ['Surfaces of 2 of 3 lines are not known.'],
  },
};

/** A design that has not been run. */
export const EMPTY_DESIGN: DigDesign = {
  id: 'dig-2',
  name: 'Not run yet',
  question: {
    ...FULL_DIG_QUESTION,
    selection: { kind: 'ward', code: 'E05000001' },
    aim: { kind: 'serve all' },
    passed: { kind: 'with a lead-in' },
  },
  result: null,
};
