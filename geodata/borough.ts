import { type Area, type Areas, areasOf } from './areas/areas-of.ts';
import { type Blackspot, blackspotsOf, depthIn } from './coverage/blackspots.ts';
import { GIGABIT_PROVIDERS, gigabitFootprint } from './coverage/gigabit.ts';
import { MOBILE_OPERATORS, mobileCoverage } from './coverage/mobile.ts';
import { RADIO_NETWORKS, radioSectors } from './coverage/rooftop-radio.ts';
import { at, type Position } from './ground/position.ts';
import { Random } from './ground/random.ts';
import { type BuildingHeight, buildingHeightsOf } from './heights/building-heights.ts';
import { BOROUGH_NAME } from './plan/names.ts';
import { postcodesOf } from './plan/postcodes.ts';
import type { TownPlan } from './plan/town-plan.ts';
import { townPlanOf } from './plan/town-plan-of.ts';
import { type AuthorityShare, authorityShares } from './published/authority-shares.ts';
import { type WardNeed, wardNeeds } from './published/ward-needs.ts';

/** What is asked of the generator. */
export interface BoroughOptions {
  readonly premises: number;
  readonly seed: string;
  readonly onProgress?: (doing: string) => void;
}

/** One footprint: key as in recipes, polygons in grid metres. */
export interface Footprint {
  readonly key: string;
  readonly name: string;
  readonly operator: string;
  readonly technology: 'gigabit' | '5g' | 'radio';
  readonly confidence: 'high' | 'very-high' | null;
  readonly polygons: Position[][][];
}

/** A fictional borough, all of it, in grid metres. Nothing counted: that is for who loads it. */
export interface Borough {
  readonly name: string;
  readonly plan: TownPlan;
  readonly areas: Areas;
  /** Premises in UPRN order; `plan.premises[order[i]]` is the i-th. */
  readonly uprns: readonly string[];
  readonly postcodes: readonly string[];
  /** Whole metres, as national address files print them. */
  readonly positions: readonly Position[];
  readonly footprints: readonly Footprint[];
  /** A survey that reached most premises, not all: who has full fibre. */
  readonly survey: readonly { readonly uprn: string; readonly fullFibre: 'yes' | 'no' | 'unknown' }[];
  /** Superfast availability per statistical area, one decimal, as such figures are published. */
  readonly shares: readonly { readonly area: Area; readonly superfastPercent: string }[];
  /** Gigabit shares of this and other fictional authorities at two dates. */
  readonly authorities: readonly AuthorityShare[];
  readonly needs: readonly WardNeed[];
  /** One for each building of the plan. */
  readonly buildingHeights: readonly BuildingHeight[];
}

/** The ONS numbers metropolitan districts from E08000001 and has reached E08000039. */
export const AUTHORITY_CODE = 'E08999001';

/** Seed of the demo borough. */
export const DEMO_SEED = 'wrenminster';
/** Premises of the demo borough. */
export const DEMO_PREMISES = 40_000;

/** Makes a borough. Same options, same borough, to the byte. */
export function boroughOf({ premises, seed, onProgress = () => {} }: BoroughOptions): Borough {
  onProgress('planning streets and houses');
  const plan = townPlanOf(premises, seed);
  onProgress('drawing wards and areas');
  const areas = areasOf(plan, seed);
  const spots = blackspotsOf(plan, seed);
  onProgress('drawing coverage');
  const footprints = footprintsOf(plan, spots, seed);
  onProgress('writing down postcodes, the survey and shares');
  const positions = plan.premises.map(({ position }) => at(Math.round(position[0]), Math.round(position[1])));
  const uprns = uprnsOf(plan, seed);
  return {
    name: BOROUGH_NAME,
    plan,
    areas,
    uprns,
    postcodes: postcodesOf(plan),
    positions,
    footprints,
    survey: surveyOf(plan, uprns, footprints[0], seed),
    shares: sharesOf(plan, areas, spots, seed),
    authorities: authorityShares(
      { code: AUTHORITY_CODE, name: BOROUGH_NAME, premises: plan.premises.length },
      seed,
    ),
    needs: wardNeeds(areas.wards, seed),
    buildingHeights: buildingHeightsOf(plan, seed),
  };
}

function footprintsOf(plan: TownPlan, spots: readonly Blackspot[], seed: string): Footprint[] {
  return [
    ...GIGABIT_PROVIDERS.map((provider) => ({
      key: `gigabit-${provider.key}`,
      name: `${provider.name} gigabit`,
      operator: provider.name,
      technology: 'gigabit' as const,
      confidence: null,
      polygons: gigabitFootprint(plan, provider, spots, seed),
    })),
    ...MOBILE_OPERATORS.flatMap((operator) => {
      const { high, veryHigh } = mobileCoverage(plan, operator, spots, seed);
      const both = { operator: operator.name, technology: '5g' as const };
      return [
        {
          ...both,
          key: `5g-${operator.key}-high`,
          name: `${operator.name} 5G, high confidence`,
          confidence: 'high' as const,
          polygons: high,
        },
        {
          ...both,
          key: `5g-${operator.key}-very-high`,
          name: `${operator.name} 5G, very high confidence`,
          confidence: 'very-high' as const,
          polygons: veryHigh,
        },
      ];
    }),
    ...RADIO_NETWORKS.map((network) => ({
      key: `radio-${network.key}`,
      name: `${network.name} rooftop radio`,
      operator: network.name,
      technology: 'radio' as const,
      confidence: null,
      polygons: radioSectors(plan, network, seed),
    })),
  ];
}

/**
 * Twelve digits from 999000000001 with gaps, as real numbers have. Real UPRNs are given out in blocks to authorities
 * and none begins with 999.
 */
function uprnsOf(plan: TownPlan, seed: string): string[] {
  const random = new Random(`${seed} uprns`);
  let uprn = 999_000_000_000;
  return plan.premises.map(() => {
    uprn += random.chance(0.04) ? random.whole(2, 90) : random.whole(1, 3);
    return String(uprn);
  });
}

/** The survey asked seven in ten; a few answers are not known and a few are wrong, as in life. */
function surveyOf(
  plan: TownPlan,
  uprns: readonly string[],
  incumbent: Footprint,
  seed: string,
): Borough['survey'] {
  const random = new Random(`${seed} survey`);
  const served = insideOf(incumbent.polygons);
  const survey: { uprn: string; fullFibre: 'yes' | 'no' | 'unknown' }[] = [];
  plan.premises.forEach(({ position }, i) => {
    if (!random.chance(0.7)) return;
    const truth = served(position) !== random.chance(0.02);
    survey.push({ uprn: uprns[i], fullFibre: random.chance(0.06) ? 'unknown' : truth ? 'yes' : 'no' });
  });
  return survey;
}

/** Superfast reaches most lines in towns, fewer in villages, fewest along lanes. */
function sharesOf(
  plan: TownPlan,
  areas: Areas,
  spots: readonly Blackspot[],
  seed: string,
): Borough['shares'] {
  const random = new Random(`${seed} superfast`);
  const all = areas.statisticalAreas.map(() => 0);
  const fast = areas.statisticalAreas.map(() => 0);
  const luck = areas.statisticalAreas.map(() => random.between(-0.035, 0.02));
  for (const { position, settlement } of plan.premises) {
    const area = areas.statisticalAreaNear(position);
    const usual = plan.settlements[settlement].kind === 'town' ? 0.978 : 0.86;
    all[area]++;
    if (random.chance(usual + luck[area] - 0.22 * depthIn(spots, position))) fast[area]++;
  }
  return areas.statisticalAreas.map((area, i) => ({
    area,
    superfastPercent: all[i] === 0 ? '' : ((100 * fast[i]) / all[i]).toFixed(1),
  }));
}

/** A quick test against many polygons: those whose box holds the point are asked. */
function insideOf(polygons: readonly Position[][][]): (position: Position) => boolean {
  const edges = new Map<number, [Position, Position][]>();
  for (const rings of polygons) {
    for (const ring of rings) {
      ring.forEach((a, i) => {
        const b = ring[(i + 1) % ring.length];
        for (
          let band = Math.floor(Math.min(a[1], b[1]) / BAND_METRES);
          band <= Math.floor(Math.max(a[1], b[1]) / BAND_METRES);
          band++
        ) {
          const list = edges.get(band);
          if (list) list.push([a, b]);
          else edges.set(band, [[a, b]]);
        }
      });
    }
  }
  return ([x, y]) => {
    let inside = false;
    for (const [[ax, ay], [bx, by]] of edges.get(Math.floor(y / BAND_METRES)) ?? []) {
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
    return inside;
  };
}

const BAND_METRES = 20;
