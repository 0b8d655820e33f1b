import type { DigPlace } from '../../src/domain/dig/dig-design.ts';
import { digPlaces } from '../../src/domain/dig/dig-places.ts';
import type { AskedRadio } from '../../src/domain/plan/asked-plan.ts';
import { DEFAULT_PLAN_CARD } from '../../src/domain/plan/default-plan-card.ts';
import type { HubRoof } from '../../src/domain/plan/hub-roof.ts';
import type { PlanDesign } from '../../src/domain/plan/plan-design.ts';
import type { PlanGround } from '../../src/domain/plan/plan-ground.ts';
import type { PlanQuestion } from '../../src/domain/plan/plan-question.ts';
import type { RadioDesign } from '../../src/domain/plan/radio-design.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { hubRoof, planQuestion } from './plans.ts';
import { premisesOf } from './premises.ts';
import { smallRates } from './rate-cards.ts';
import { DIG_QUESTION, type SmallDig } from './small-digs.ts';
import { degreesAt } from './street-networks.ts';

const { aim: _aim, lifted: _lifted, ...asked } = DIG_QUESTION;

/** A plan's question for all premises of a small dig. */
export const SMALL_PLAN_QUESTION: PlanQuestion = planQuestion(asked);

/** The ground of a small dig, where no roof is known. */
export function smallGround({ network, premises }: SmallDig): PlanGround {
  const table = premisesOf(premises);
  const rows = Uint32Array.from(premises, (_, row) => row);
  return {
    premises: table,
    rows,
    places: digPlaces(table, rows),
    rates: smallRates(),
    card: DEFAULT_PLAN_CARD,
    contents: ['file-1'],
    excavations: [],
    network,
    radio: { refused: 'No heights are loaded.' },
  };
}

/** A roof so many metres east and north of a corner. */
export function roofAt(east: number, north: number, rest: Partial<HubRoof> = {}): HubRoof {
  const [lon, lat] = degreesAt(east, north);
  return hubRoof({ id: `access:${east}/${north}`, lon, lat, ...rest });
}

/** Hubs at these roofs, each with a trench and one sector for the places at these places of the list. */
export function hubsAt(
  hubs: readonly { readonly roof: HubRoof; readonly serves: readonly number[] }[],
  places: readonly DigPlace[],
): PlanDesign {
  const served = hubs.flatMap(({ serves }, hub) =>
    serves.map((at) => ({
      ...places[at],
      hub,
      sector: 0,
      metres: 100,
      azimuthDegrees: 90,
      megabitsPerSecond: 1000,
      marginDecibels: 3,
    })),
  );
  const isServed = new Set(served.map(({ lon, lat }) => `${lon} ${lat}`));
  const radio: RadioDesign = {
    deviceId: 'generic-60-ghz-multipoint',
    hubs: hubs.map(({ roof, serves }) => {
      const units = serves.reduce((sum, at) => sum + places[at].units, 0);
      const sectors = [{ azimuthDegrees: 90, units, clients: units * 0.4 }];
      return { roof, seaMetres: 20, backhaul: { kind: 'trench' }, sectors };
    }),
    served,
    missed: places
      .filter(({ lon, lat }) => !isServed.has(`${lon} ${lat}`))
      .map((place) => ({ ...place, reason: 'no roof sees it' })),
    barriers: [],
    considered: hubs.length,
    barred: 0,
    notes: [],
  };
  return { kind: 'rooftop radio', trench: null, radio };
}

/** Radio that costs so many pence a hub and a unit, and no more. */
export function radioAt(hubPence: number, unitPence: number): AskedRadio {
  const spread = (pence: number) => ({ low: pence, mid: pence, high: pence });
  const part = (pence: number) => [{ what: 'hub sites', pence: spread(pence) }] as const;
  const prices: AskedRadio['prices'] = {
    hub: part(hubPence),
    mastMetre: part(0),
    link: part(0),
    unit: part(unitPence),
    cabled: part(unitPence),
    hubPence: spread(hubPence),
    linkPence: spread(0),
    unitPence: spread(unitPence),
    cabledPence: spread(unitPence),
    worth: 10,
  };
  const terms = { barredBy: null, barriers: [], pence: spread(0), penceAYear: spread(0), weeks: null };
  // What hubs are chosen over is not looked at once they are chosen.
  return {
    device: GENERIC_DEVICES[0],
    prices,
    takeUpPercent: 40,
    termsOf: () => terms,
  } as unknown as AskedRadio;
}
