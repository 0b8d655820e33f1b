import fc from 'fast-check';
import { METHODS, type Spread } from '../../src/domain/cost/rate-card.ts';
import type { CostPart, TrenchPiece } from '../../src/domain/cost/trench-piece.ts';
import type { DigDesign, DigPlace, DigResult, MissedPlace } from '../../src/domain/dig/dig-design.ts';
import type { DigQuestion } from '../../src/domain/dig/dig-question.ts';
import type { Barrier } from '../../src/domain/plan/barrier.ts';
import type { Selection } from '../../src/domain/project/selection.ts';
import { FIBRE_POINT_KINDS, type FibrePoint } from '../../src/domain/streets/fibre-point.ts';
import { CROSSINGS, EDGE_KINDS, SIDES } from '../../src/domain/streets/street-network.ts';
import { SURFACES } from '../../src/domain/streets/surface.ts';
import { polygonsOf, rectangle } from './polygons.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('High Street', '=1+1', '-3', '<b>&"\'', '__proto__', 'constructor', '007', ''),
);
/** Any double of a range, ends among them; −0 is 0 in JSON. */
const double = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const lon = double(-180, 180);
const lat = double(-90, 90);
const amount = double(0, 1e9);
const pence = fc.nat({ max: 1e12 });
const count = fc.nat(100_000);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 });
const orNull = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: null });

const spread: fc.Arbitrary<Spread> = fc
  .tuple(pence, pence, pence)
  .map((list) => list.sort((a, b) => a - b))
  .map(([low, mid, high]) => ({ low, mid, high }));

const part: fc.Arbitrary<CostPart> = fc.record({
  what: fc.constantFrom(
    'trench',
    'chambers',
    'crossing',
    'lead-in',
    'cable',
    'connection',
    'permit',
    'traffic management',
    'lane rental',
    'design and survey',
    'duct rent',
    'pole rent',
    'maintenance',
  ),
  pence: spread,
  isYearly: fc.boolean(),
});

const root: fc.Arbitrary<FibrePoint> = fc.record({
  id: text,
  name: text,
  kind: fc.constantFrom(...FIBRE_POINT_KINDS),
  lon,
  lat,
  owner: orNull(text),
});

const place: fc.Arbitrary<DigPlace> = fc.record({ ids: some(text), units: count, lon, lat });

const missed: fc.Arbitrary<MissedPlace> = fc.record(
  {
    ids: some(text),
    units: count,
    lon,
    lat,
    reason: fc.constantFrom(
      'no street near',
      'street not joined to a root',
      'not worth it',
      'beyond the budget',
    ),
    nearestStreet: orNull(text),
    nearestMetres: orNull(amount),
    behind: fc.record({ street: text, streetName: orNull(text), until: orNull(day) }),
  },
  { requiredKeys: ['ids', 'units', 'lon', 'lat', 'reason', 'nearestStreet', 'nearestMetres'] },
);

const source = fc.record({
  title: text,
  publisher: orNull(text),
  date: orNull(day),
  licence: orNull(text),
  url: orNull(text),
});

const range = fc.tuple(amount, amount, amount).map((list) => {
  const [low, mid, high] = list.sort((a, b) => a - b);
  return { low, mid, high, unit: 'pounds', basis: 'assumed' as const };
});

const barrier: fc.Arbitrary<Barrier> = fc.record({
  id: text,
  kind: fc.constantFrom('road-works restriction', 'lane rental', 'permit', 'crossing'),
  place: text,
  owner: text,
  effect: fc.record({ pounds: orNull(range), weeks: orNull(range), forbids: fc.boolean() }),
  from: orNull(day),
  until: orNull(day),
  source: orNull(source),
});

const selection: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({ kind: fc.constant('ward' as const), code: text }),
  fc.record({
    kind: fc.constant('cluster' as const),
    clusterId: text,
    rows: fc.array(count, { maxLength: 5 }).map((rows) => Uint32Array.from(rows)),
  }),
  fc.record({ kind: fc.constant('list' as const), ids: some(text) }),
  fc.constant({
    kind: 'shape' as const,
    shape: polygonsOf([rectangle(-1.1, 52, -1, 52.125)]),
  }),
);

const question: fc.Arbitrary<DigQuestion> = fc.record({
  selection,
  premisesContentId: text,
  onlyNotSpots: fc.boolean(),
  rootIds: some(text),
  ownRoots: some(root),
  aim: fc.oneof(
    fc.constant({ kind: 'serve all' as const }),
    fc.record({ kind: fc.constant('serve what is worth it' as const), pencePerPremises: pence }),
    fc.record({ kind: fc.constant('serve within a budget' as const), pence }),
  ),
  blocked: some(text),
  forced: some(text),
  lifted: some(fc.record({ street: text, reason: text })),
  worksFrom: day,
  passed: fc.oneof(
    fc.record({ kind: fc.constant('within' as const), metres: amount }),
    fc.constant({ kind: 'with a lead-in' as const }),
  ),
  takeUpPercent: double(0, 100),
});

/** Two places or more, each some way from the one before. */
const walk = fc
  .tuple(
    double(-170, 170),
    double(-80, 80),
    fc.array(fc.tuple(double(1e-5, 0.5), double(-0.5, 0.5)), { minLength: 1, maxLength: 4 }),
  )
  .map(([west, south, steps]) => {
    const line = [west, south];
    for (const [east, north] of steps) line.push(line[line.length - 2] + east, line[line.length - 1] + north);
    return line;
  });

const piece: fc.Arbitrary<TrenchPiece> = fc.record({
  kind: fc.constantFrom(...EDGE_KINDS),
  street: orNull(text),
  streetName: orNull(text),
  side: fc.constantFrom(...SIDES),
  surface: fc.constantFrom(...SURFACES),
  method: orNull(fc.constantFrom(...METHODS)),
  crossing: fc.constantFrom(...CROSSINGS),
  metres: amount,
  poles: count,
  line: walk,
  barriers: some(text),
  parts: some(part),
});

const result: fc.Arbitrary<DigResult> = fc.record({
  unit: fc.constantFrom('premises' as const, 'postcodes' as const, 'households' as const),
  pieces: some(piece),
  roots: some(root),
  served: some(place),
  missed: some(missed),
  passedUnits: count,
  barriers: some(barrier),
  detours: some(
    fc.record({
      street: text,
      streetName: orNull(text),
      barrier: text,
      until: orNull(day),
      pence: fc.integer({ min: -1e9, max: 1e12 }),
    }),
  ),
  searchedPence: pence,
  lowerBoundPence: pence,
  mostUnits: orNull(count),
  isQuick: fc.boolean(),
  work: fc.record({
    spent: amount,
    limit: amount,
    trees: count,
    nodesLeft: count,
    edgesLeft: count,
    isStoppedEarly: fc.boolean(),
  }),
  madeOf: fc.record({ contents: some(text), rates: text }),
  notes: some(text),
});

/** Any design with a result. */
export const anyRunDesign: fc.Arbitrary<DigDesign & { readonly result: DigResult }> = fc.record({
  id: text,
  name: text,
  question,
  result,
});

/** Lines that the form of a design allows, though they lead nowhere. */
const noLine = fc.constantFrom<number[]>([], [-1, 52], [-1, 52, -1, 52]);

/** Any design that the form allows, with a result or without. */
export const anyDesign: fc.Arbitrary<DigDesign> = fc.record({
  id: text,
  name: text,
  question,
  result: orNull(
    fc.tuple(result, noLine, fc.boolean()).map(([run, line, isOdd]) => ({
      ...run,
      pieces: isOdd ? run.pieces.map((one, i) => (i === 0 ? { ...one, line } : one)) : run.pieces,
    })),
  ),
});
