import { radioPrices } from '../../src/domain/cost/radio-prices.ts';
import type { DigPlace } from '../../src/domain/dig/dig-design.ts';
import type { HubInput } from '../../src/domain/hubs/hub-input.ts';
import type { HubRoof } from '../../src/domain/plan/hub-roof.ts';
import type { RoofTerms } from '../../src/domain/plan/roof-terms.ts';
import type { DeviceProfile } from '../../src/domain/radio/device.ts';
import { LinkMeter } from '../../src/domain/radio/link-meter.ts';
import type { HeightGrid } from '../../src/domain/terrain/height-grid.ts';
import type { Roofs } from '../../src/domain/terrain/roofs.ts';
import { endAt, modelOf, radioChoices } from './link-ground.ts';
import { genericDevice } from './link-question.ts';
import { smallPlanCard } from './plan-cards.ts';
import { hubRoof } from './plans.ts';

type At = readonly [x: number, y: number];

/** A roof called `id` at metres from a grid's south-western corner, its antenna 10 m above the surface there. */
export function roofOn(grid: HeightGrid, id: string, at: At, rest: Partial<HubRoof> = {}): HubRoof {
  const { lon, lat } = endAt(grid, at, 0);
  return hubRoof({ id, name: `Roof ${id}`, lon, lat, antennaMetres: 10, ...rest });
}

/** A point with some units at metres from a grid's south-western corner. */
export function placeOn(grid: HeightGrid, id: string, at: At, units = 1): DigPlace {
  const { lon, lat } = endAt(grid, at, 0);
  return { ids: [id], units, lon, lat };
}

/** Terms of a roof that nothing but a refusal stands in the way of, and that cost nothing. */
export function plainTerms({ id, wayleave, owner }: HubRoof): RoofTerms {
  const nothing = { low: 0, mid: 0, high: 0 };
  const isBarred = wayleave === 'refusing';
  const barrier = {
    id: `${id}/wayleave`,
    kind: 'wayleave',
    place: id,
    owner: owner ?? '',
    effect: { pounds: null, weeks: null, forbids: isBarred },
    from: null,
    until: null,
    source: null,
  } as const;
  return {
    barredBy: isBarred ? barrier.id : null,
    barriers: wayleave === 'willing' ? [] : [barrier],
    pence: nothing,
    penceAYear: nothing,
    weeks: null,
  };
}

/** All that hubs are chosen by over a surface: 60 GHz, everybody takes the service, a trench of £1,000 to each roof. */
export function hubInput(
  grid: HeightGrid,
  given: Pick<HubInput, 'places' | 'candidates'> & {
    readonly device?: Partial<DeviceProfile>;
    readonly question?: Partial<HubInput['question']>;
    readonly roofs?: Roofs;
  } & Partial<Pick<HubInput, 'takeUpPercent' | 'termsOf' | 'trenchPence' | 'mostLinkMetres'>>,
): HubInput {
  const { device: changed, question, roofs = null, takeUpPercent = 100, ...rest } = given;
  const device = { ...genericDevice('generic-60-ghz-multipoint'), ...changed };
  const meter = new LinkMeter(device, radioChoices());
  return {
    model: modelOf(grid),
    meter,
    linkMeter: new LinkMeter(genericDevice('generic-60-ghz-link'), radioChoices()),
    mostLinkMetres: 1500,
    roofs,
    question: {
      deviceId: device.id,
      mastMetres: 3,
      radiusMetres: 400,
      leastMegabitsPerSecond: 30,
      closedRoofs: [],
      wayleaves: [],
      ...question,
    },
    takeUpPercent,
    termsOf: plainTerms,
    prices: radioPrices(device, smallPlanCard(), {
      termYears: { value: 20, source: null },
      discountPercent: { value: 3.5, source: null },
      takeUpPercent,
    }),
    trenchPence: () => 100_000,
    ...rest,
  };
}
