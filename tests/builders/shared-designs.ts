import fc from 'fast-check';
import { COST_PARTS } from '../../src/domain/cost/cost-parts.ts';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import type { Spread } from '../../src/domain/cost/rate-card.ts';
import type { TrenchPiece } from '../../src/domain/cost/trench-piece.ts';
import type { DigResult } from '../../src/domain/dig/dig-design.ts';
import type { AskedPlace } from '../../src/domain/evaluation/evaluation-input.ts';
import type { SharedOver } from '../../src/domain/evaluation/place-costs.ts';
import { DEFAULT_PLAN_CARD } from '../../src/domain/plan/default-plan-card.ts';
import type { PlanDesign, PlanDesigns } from '../../src/domain/plan/plan-design.ts';
import type { RadioDesign } from '../../src/domain/plan/radio-design.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { FULL_DESIGN } from './dig-designs.ts';
import { planOf } from './full-plans.ts';
import { hubRoof } from './plans.ts';

const [device] = GENERIC_DEVICES;
const NOTHING: Spread = { low: 0, mid: 0, high: 0 };

/** Points on a grid of about 100 m, by number. */
export function gridPoint(at: number): { readonly lon: number; readonly lat: number } {
  return {
    lon: Math.round(-12e6 + (at % 7) * 14_000) / 1e7,
    lat: Math.round(529e6 + Math.floor(at / 7) * 9000) / 1e7,
  };
}

const spread = fc.tuple(fc.nat(90_000), fc.nat(90_000), fc.nat(90_000)).map((three): Spread => {
  const [low, mid, high] = three.sort((a, b) => a - b);
  return { low, mid, high };
});

/** A trench whose pieces lead from node to node; `before` of node i, from 1, is below i. */
export function trenchOf(
  before: readonly number[],
  parts: readonly (readonly TrenchPiece['parts'][number][])[],
  served: readonly AskedPlace[],
): DigResult {
  const point = (at: number) => [gridPoint(at).lon, gridPoint(at).lat];
  const { result } = FULL_DESIGN;
  if (!result) throw new Error('The full design has an answer.');
  return {
    ...result,
    pieces: before.map((from, i) => ({
      ...result.pieces[0],
      line: [...point(from), ...point(i + 1)],
      barriers: [],
      parts: parts[i],
    })),
    roots: [{ ...result.roots[0], ...gridPoint(0) }],
    served: served.map(({ ids, units, lon, lat }) => ({ ids, units, lon, lat })),
    missed: [],
  };
}

/** Designs of a dig and of rooftop radio to some of the same places, at any prices. */
export interface SharedCase {
  readonly over: SharedOver;
  readonly dig: PlanDesign & { readonly trench: DigResult };
  readonly radio: PlanDesign & { readonly radio: RadioDesign };
}

/** Cases of up to 12 nodes of trench, a place at each, up to 4 hubs of which some are linked to the first. */
export const sharedCases: fc.Arbitrary<SharedCase> = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => {
    const each = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: count, maxLength: count });
    return fc.record({
      before: fc.tuple(...Array.from({ length: count }, (_, i) => fc.nat(i))),
      parts: each(
        fc.array(
          fc.record({ what: fc.constantFrom(...COST_PARTS), pence: spread }).map(({ what, pence }) => ({
            ...what,
            pence,
          })),
          { maxLength: 4 },
        ),
      ),
      units: each(fc.integer({ min: 1, max: 9 })),
      byDig: each(fc.boolean()),
      hubs: fc.array(fc.record({ isLinked: fc.boolean(), once: spread, yearly: spread }), {
        minLength: 1,
        maxLength: 4,
      }),
      byHub: each(fc.nat(5)),
    });
  })
  .map(sharedCase);

/** What a case is made of: an entry for each node of trench from 1, whose place it is; hubs by number. */
export interface SharedSeed {
  readonly before: readonly number[];
  readonly parts: readonly TrenchPiece['parts'][];
  readonly units: readonly number[];
  readonly byDig: readonly boolean[];
  readonly hubs: readonly { readonly isLinked: boolean; readonly once: Spread; readonly yearly: Spread }[];
  /** At or above the number of hubs: by none. */
  readonly byHub: readonly number[];
}

/** The case that a seed says. */
export function sharedCase({ before, parts, units, byDig, hubs, byHub }: SharedSeed): SharedCase {
  const places = units.map(
    (own, i): AskedPlace => ({ ids: [`${i}`], units: own, rows: [i], ward: -1, ...gridPoint(i + 1) }),
  );
  const dug = places.filter((_, i) => byDig[i]);
  const roofs = hubs.map((_, i) =>
    hubRoof({ id: `building:${i}`, ...gridPoint((i * 3) % (before.length + 1)) }),
  );
  const served = places.flatMap((place, i) =>
    byHub[i] < hubs.length
      ? [
          {
            ...{ ids: place.ids, units: place.units, lon: place.lon, lat: place.lat },
            // Some live in the hub's own building, where a cable serves them.
            ...{ hub: byHub[i], sector: 0, metres: place.units % 3 === 0 ? 0 : 100, azimuthDegrees: 0 },
            ...{ megabitsPerSecond: 1000, marginDecibels: 1 },
          },
        ]
      : [],
  );
  const radio: RadioDesign = {
    deviceId: device.id,
    hubs: roofs.map((roof, i) => ({
      roof,
      seaMetres: 60,
      backhaul:
        i > 0 && hubs[i].isLinked
          ? { kind: 'link', to: 'building:0', metres: 100, megabitsPerSecond: 1000 }
          : { kind: 'trench' },
      sectors: [{ azimuthDegrees: 0, units: 0, clients: 0 }],
    })),
    served,
    missed: [],
    barriers: [],
    considered: hubs.length,
    barred: 0,
    notes: [],
  };
  const dig = { kind: 'dig' as const, trench: trenchOf(before, parts, dug), radio: null };
  const roofTrench = trenchOf(before, parts, []);
  const both = { kind: 'rooftop radio' as const, trench: roofTrench, radio };
  return { over: overOf({ outcomes: outcomesOf(both, dig), madeOf: 'x' }, places, hubs), dig, radio: both };
}

function outcomesOf(radio: PlanDesign, dig: PlanDesign): PlanDesigns['outcomes'] {
  return [
    { kind: radio.kind, design: radio, refused: null },
    { kind: dig.kind, design: dig, refused: null },
    { kind: 'hybrid', design: null, refused: 'Not asked.' },
  ];
}

function overOf(
  designs: PlanDesigns,
  places: readonly AskedPlace[],
  terms: readonly { readonly once: Spread; readonly yearly: Spread }[],
): SharedOver {
  return {
    plan: planOf({ designs }),
    places,
    rates: DEFAULT_RATES,
    card: DEFAULT_PLAN_CARD,
    device,
    termsOf: ({ id }) => {
      const own = terms[Number(id.slice('building:'.length))];
      return {
        barredBy: null,
        barriers: [],
        pence: own?.once ?? NOTHING,
        penceAYear: own?.yearly ?? NOTHING,
        weeks: null,
      };
    },
  };
}
