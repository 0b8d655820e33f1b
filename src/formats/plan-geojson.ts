import type { Plan } from '../domain/plan/plan.ts';
import type { DesignOutcome, PlanDesign } from '../domain/plan/plan-design.ts';
import { unitsOfHub } from '../domain/plan/plan-links.ts';
import type { Hub, RadioDesign } from '../domain/plan/radio-design.ts';
import type { DeviceProfile } from '../domain/radio/device.ts';
import { canonicalJson } from './canonical-json.ts';
import { NO_TRENCH_LISTS, pointFeature, trenchFeatures } from './dig-geojson.ts';
import { designsOf, type PlanTold, planToldMembers } from './plan-told.ts';
import { type SummedFeature, writeSummed } from './summed-geojson.ts';

/** How a file of a plan is known: a newer version of its member may say more than this reader understands. */
export const PLAN_FILE = { member: 'notspot_plan', version: 1, noun: 'plan', whole: 'plan' } as const;

/**
 * A plan as GeoJSON (RFC 7946, WGS84), which `readPlanGeoJson` reads back to the identical one. For each design (`of`) its
 * trench, roots, hubs, links between hubs, premises served and not are features, in the design's order (`what` tells them
 * apart); the member `notspot_plan` holds the rest: question, levers, what is chosen, the radio's figures (`device`, null where
 * they are not known), and a sum (CRC-32) of each feature that shows what somebody else has changed. Lines between hubs, and names and units of hubs, are reckoned from the rest. A plan
 * without designs has no features. −0 is written 0. Throws RangeError for figures that JSON cannot hold.
 */
export function planGeoJson(plan: Plan, told: PlanTold, device: DeviceProfile | null = null): string {
  const { designs, ...asked } = plan;
  const rest = {
    ...asked,
    designs: designs && { ...designs, outcomes: designs.outcomes.map(withoutLists) },
    ...(device ? { device } : {}),
  };
  return writeSummed(
    PLAN_FILE,
    { fictional: told.fictional, whole: rest, features: designsOf(plan).flatMap(featuresOf) },
    { name: plan.name, ...planToldMembers(plan, told, 'nothing: it reads back to the same plan') },
  );
}

/** Names of what is reckoned from a hub, and no part of it. */
export const RECKONED_OF_HUB = ['name', 'units'] as const;

function withoutLists(outcome: DesignOutcome): DesignOutcome {
  if (!outcome.design) return outcome;
  const { trench, radio } = outcome.design;
  return {
    ...outcome,
    design: {
      ...outcome.design,
      trench: trench && { ...trench, ...NO_TRENCH_LISTS },
      radio: radio && { ...radio, hubs: [], served: [], missed: [] },
    },
  };
}

function featuresOf({ kind, trench, radio }: PlanDesign): SummedFeature[] {
  return [
    ...(trench ? trenchFeatures(trench, { of: kind }) : []),
    ...(radio ? radioFeatures(radio, { of: kind }) : []),
  ].map(inOneOrder);
}

/** A plan that was opened from a disk has its members in another order than one just worked out: the file has one. */
function inOneOrder({ properties: { what, of, ...rest }, ...feature }: SummedFeature): SummedFeature {
  return { ...feature, properties: { what, of, ...JSON.parse(canonicalJson(rest)) } };
}

function radioFeatures(radio: RadioDesign, told: Readonly<Record<string, string>>): SummedFeature[] {
  const { hubs, served, missed } = radio;
  return [
    ...hubs.map(({ roof: { lon, lat, ...roof }, ...hub }, i) =>
      pointFeature(
        { what: 'hub', ...told, name: roof.name, units: unitsOfHub(radio, i), roof, ...hub },
        { lon, lat },
      ),
    ),
    ...hubs.flatMap((hub) => linkOf(hub, hubs, told)),
    ...served.map((place) => pointFeature({ what: 'served by radio', ...told }, place)),
    ...missed.map((place) => pointFeature({ what: 'missed by radio', ...told }, place)),
  ];
}

function linkOf(
  { roof, backhaul }: Hub,
  hubs: readonly Hub[],
  told: Readonly<Record<string, string>>,
): SummedFeature[] {
  if (backhaul.kind !== 'link') return [];
  const other = hubs.find((hub) => hub.roof.id === backhaul.to);
  if (!other) return [];
  const { metres, megabitsPerSecond } = backhaul;
  return [
    {
      type: 'Feature',
      properties: { what: 'link', ...told, from: roof.id, to: backhaul.to, metres, megabitsPerSecond },
      geometry: {
        type: 'LineString',
        coordinates: [roof, other.roof].map(({ lon, lat }) => [lon, lat]),
      },
    },
  ];
}
