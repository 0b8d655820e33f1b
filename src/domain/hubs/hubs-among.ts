import { hubWithTerms } from '../cost/radio-prices.ts';
import type { Hub, HubSector, RadioDesign, RadioPlace } from '../plan/radio-design.ts';
import type { WorkStep } from '../project/work-step.ts';
import { chooseHubs } from './choose-hubs.ts';
import type { HubGround } from './hub-ground.ts';
import type { HubInput } from './hub-input.ts';
import { hubNotes } from './hub-notes.ts';
import type { HubAnswer, HubProblem } from './hub-problem.ts';
import type { JudgedRoofs } from './judged-roofs.ts';
import { type LookAt, missedPlaces } from './missed-places.ts';
import { isWithin } from './turn-sectors.ts';
import type { UsableRoofs } from './usable-roofs.ts';

/** Among which roofs hubs are chosen, and what is begun from. */
export interface AmongRoofs {
  /** An earlier answer, under more barriers perhaps: what is found is never worse than its hubs are now. */
  readonly before?: RadioDesign | null;
  /** Ids of the roofs that may carry one; left out: all that are open. */
  readonly only?: ReadonlySet<string>;
}

/** Hubs among judged roofs: most units served first, then fewest whole-life pence at mid prices. Deterministic. */
export function* hubsAmong(
  { input, judged, usable }: HubGround,
  { before, only }: AmongRoofs,
): Generator<WorkStep, RadioDesign> {
  const { roofs } = judged;
  const open = [...roofs.keys()].filter(
    (i) =>
      usable.barredBy[i] === null &&
      usable.hasWay[i] &&
      roofs[i].antenna !== null &&
      (only?.has(roofs[i].roof.id) ?? true),
  );
  const problem = problemOf(input, judged, { usable, open });
  const begun = new Set(before?.hubs.map(({ roof }) => roof.id));
  const again = [...open.keys()].filter((at) => begun.has(roofs[open[at]].roof.id));
  const answer = yield* chooseHubs(problem, again);
  return describe(input, judged, { usable, open, answer, mostUnits: problem.rule.mostUnits });
}

/** Units that one sector serves at most, whole, where so many per cent of them are its clients. */
export function mostUnitsPerSector(clientsPerSector: number, takeUpPercent: number): number {
  if (takeUpPercent <= 0) return Number.POSITIVE_INFINITY;
  return Math.floor((clientsPerSector * 100) / takeUpPercent + ROUNDING);
}

const ROUNDING = 1e-9;

function problemOf(
  { places, prices, meter, takeUpPercent }: HubInput,
  { roofs }: JudgedRoofs,
  { usable, open }: { readonly usable: UsableRoofs; readonly open: readonly number[] },
): HubProblem {
  const { terms, trenchPence, links } = usable;
  const { sectors, clientsPerSector, hub } = meter.device;
  return {
    units: Int32Array.from(places, ({ units }) => units),
    choices: open.map((i) => ({
      place: roofs[i].reach.place,
      azimuthDegrees: roofs[i].reach.azimuthDegrees,
      pence: hubWithTerms(prices, roofs[i].roof, terms[i]).mid,
      trenchPence: trenchPence[i],
    })),
    rule: {
      sectors: sectors.value,
      beamDegrees: hub.beamwidthDegrees.value,
      mostUnits: mostUnitsPerSector(clientsPerSector.value, takeUpPercent),
    },
    linkPence: prices.linkPence.mid,
    cabledMorePence: prices.cabledPence.mid - prices.unitPence.mid,
    isLinked: (one, other) => links.between(open[one], open[other]) !== null,
    linkQuality: (one, other) => {
      const link = links.between(open[one], open[other]);
      // Faster first, then shorter.
      return link === null ? Number.NEGATIVE_INFINITY : link.megabitsPerSecond - link.metres / 1e6;
    },
  };
}

interface Chosen {
  readonly usable: UsableRoofs;
  /** Of the answer's choices, which judged roof each is. */
  readonly open: readonly number[];
  readonly answer: HubAnswer;
  readonly mostUnits: number;
}

function describe(input: HubInput, judged: JudgedRoofs, chosen: Chosen): RadioDesign {
  const { places, candidates, unit, meter } = input;
  const { usable, answer } = chosen;
  const { hubs, sectorAt } = hubsOf(input, judged, chosen);
  const served: RadioPlace[] = [];
  for (const [i, place] of places.entries()) {
    const hub = answer.hubOf[i];
    if (hub < 0) continue;
    const { reach } = judged.roofs[chosen.open[answer.hubs[hub]]];
    const entry = reach.place.indexOf(i);
    const azimuth = reach.azimuthDegrees[entry];
    const { backhaul } = hubs[hub];
    const most = backhaul.kind === 'link' ? backhaul.megabitsPerSecond : Number.POSITIVE_INFINITY;
    served.push({
      ...place,
      hub,
      sector: sectorAt(hub, answer.sectorOf[i]),
      metres: hundredths(reach.metres[entry]),
      azimuthDegrees: Number.isNaN(azimuth) ? 0 : hundredths(azimuth) % 360,
      ...(Number.isNaN(azimuth) ? {} : { seaMetres: hundredths(reach.seaMetres[entry]) }),
      megabitsPerSecond: Math.min(most, reach.megabitsPerSecond[entry]),
      marginDecibels: hundredths(reach.marginDecibels[entry]),
    });
  }
  const missed = missedPlaces(input, judged, {
    usable,
    isServed: (place) => answer.hubOf[place] >= 0,
    lookAt: lookAt(judged, chosen, meter.device.hub.beamwidthDegrees.value),
  });
  const behind = new Set(missed.flatMap((one) => (one.behind ? [one.behind.barrier] : [])));
  const met = new Set(hubs.map(({ roof }) => roof.id));
  const barriers = judged.roofs.flatMap(({ roof }, i) =>
    usable.terms[i].barriers.filter(({ id }) => met.has(roof.id) || behind.has(id)),
  );
  return {
    ...(unit ? { unit } : {}),
    deviceId: meter.device.id,
    hubs,
    served,
    missed,
    barriers: [...new Map(barriers.map((barrier) => [barrier.id, barrier])).values()],
    considered: candidates.length,
    barred: usable.barredBy.filter((id) => id !== null).length,
    notes: hubNotes(input, judged, { hubs, served, mostUnits: chosen.mostUnits }),
  };
}

function lookAt({ roofs }: JudgedRoofs, { open, answer }: Chosen, beamDegrees: number): LookAt {
  const middlesOf = new Map(answer.hubs.map((choice, hub) => [open[choice], answer.sectors[hub]]));
  return (roof, place) => {
    const middles = middlesOf.get(roof);
    if (!middles) return null;
    const { reach } = roofs[roof];
    const azimuth = reach.azimuthDegrees[reach.place.indexOf(place)];
    return middles.some((middle) => isWithin(azimuth, middle, beamDegrees));
  };
}

/** The hubs, and where in each one's sectors, which go by azimuth, a sector of the answer is. */
function hubsOf(
  { takeUpPercent }: HubInput,
  { roofs }: JudgedRoofs,
  { usable, open, answer }: Chosen,
): { hubs: Hub[]; sectorAt: (hub: number, sector: number) => number } {
  const units = answer.sectorUnits;
  const orders = answer.sectors.map((middles, hub) =>
    [...middles.keys()]
      .filter((sector) => units[hub][sector] > 0)
      .sort((one, other) => middles[one] - middles[other] || one - other),
  );
  const hubs = answer.hubs.map((choice, hub): Hub => {
    const { roof, antenna } = roofs[open[choice]];
    const sectors = orders[hub].map(
      (sector): HubSector => ({
        azimuthDegrees: hundredths(answer.sectors[hub][sector]) % 360,
        units: units[hub][sector],
        clients: hundredths((units[hub][sector] * takeUpPercent) / 100),
      }),
    );
    const to = answer.linkedTo[hub];
    const link = to < 0 ? null : usable.links.between(open[choice], open[to]);
    return {
      roof,
      seaMetres: hundredths(antenna?.metres ?? 0),
      backhaul: link
        ? {
            kind: 'link',
            to: roofs[open[to]].roof.id,
            metres: hundredths(link.metres),
            megabitsPerSecond: link.megabitsPerSecond,
          }
        : { kind: 'trench' },
      // Those under the hub are in its first sector; where it serves nobody else, that looks north.
      sectors: sectors.length > 0 ? sectors : [{ azimuthDegrees: 0, units: 0, clients: 0 }],
    };
  });
  return { hubs, sectorAt: (hub, sector) => Math.max(0, orders[hub].indexOf(sector)) };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
