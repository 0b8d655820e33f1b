import fc from 'fast-check';
import type { HubChoice, HubProblem, SectorRule } from '../../src/domain/hubs/hub-problem.ts';

/** What a small problem is drawn from. */
export interface HubProblemSize {
  readonly places: number;
  readonly choices: number;
  readonly mostUnits: number;
}

/** Problems of hubs small enough to try everything, with dear and impossible trenches, full sectors and narrow beams. */
export function hubProblems({ places, choices, mostUnits }: HubProblemSize): fc.Arbitrary<HubProblem> {
  const direction = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 359 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  const trench = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 400 }) },
    { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
  );
  return fc.integer({ min: 1, max: places }).chain((count) =>
    fc
      .record({
        units: fc.array(fc.integer({ min: 1, max: mostUnits }), { minLength: count, maxLength: count }),
        hubs: fc.array(
          fc.record({
            seen: fc.array(fc.option(direction, { freq: 2 }), { minLength: count, maxLength: count }),
            pence: fc.integer({ min: 1, max: 200 }),
            trench,
          }),
          { minLength: 1, maxLength: choices },
        ),
        links: fc.array(fc.boolean(), { minLength: choices * choices, maxLength: choices * choices }),
        rule: fc.record({
          sectors: fc.integer({ min: 1, max: 3 }),
          beamDegrees: fc.constantFrom(60, 90, 120, 360),
          mostUnits: fc.constantFrom(2, 3, 5, Number.POSITIVE_INFINITY),
        }),
        linkPence: fc.integer({ min: 0, max: 150 }),
      })
      .map(
        ({ units, hubs, links, rule, linkPence }): HubProblem => ({
          units: Int32Array.from(units),
          choices: hubs.map((hub) => choiceOf(hub.seen, hub.pence, hub.trench)),
          rule,
          linkPence,
          cabledMorePence: 0,
          isLinked: (one, other) =>
            one !== other && links[Math.min(one, other) * choices + Math.max(one, other)],
          linkQuality: (one, other) => -Math.abs(one - other),
        }),
      ),
  );
}

function choiceOf(seen: readonly (number | null)[], pence: number, trenchPence: number): HubChoice {
  const place = [...seen.keys()].filter((i) => seen[i] !== null);
  return {
    place: Int32Array.from(place),
    azimuthDegrees: Float64Array.from(place, (i) => seen[i] ?? 0),
    pence,
    trenchPence,
  };
}

/** The best there is, found by trying every choice of hubs, sectors, clients and backhaul. */
export function bestByTrying(problem: HubProblem): { readonly units: number; readonly pence: number } {
  const { choices, units } = problem;
  const could = choices.map((choice) => setsServed(choice, problem));
  let best = { units: 0, pence: 0 };
  for (let some = 1; some < 1 << choices.length; some++) {
    const hubs = [...choices.keys()].filter((hub) => some & (1 << hub));
    const backhaul = leastBackhaul(hubs, problem);
    if (!Number.isFinite(backhaul)) continue;
    const pence = hubs.reduce((sum, hub) => sum + choices[hub].pence, backhaul);
    let together = new Set([0]);
    for (const hub of hubs) {
      const more = new Set<number>();
      for (const one of together) for (const other of could[hub]) more.add(one | other);
      together = more;
    }
    for (const served of together) {
      const sum = units.reduce((total, one, i) => (served & (1 << i) ? total + one : total), 0);
      if (sum > best.units || (sum === best.units && pence < best.pence)) best = { units: sum, pence };
    }
  }
  return best;
}

/** As bits: every set of places that a hub could serve at once. */
function setsServed({ place, azimuthDegrees }: HubChoice, { units, rule }: HubProblem): number[] {
  const sets: number[] = [];
  for (let some = 0; some < 1 << place.length; some++) {
    const entries = [...place.keys()].filter((i) => some & (1 << i));
    const around = entries.filter((i) => !Number.isNaN(azimuthDegrees[i]));
    if (fits(around, { azimuthDegrees, rule, units: around.map((i) => units[place[i]]) }))
      sets.push(entries.reduce((bits, i) => bits | (1 << place[i]), 0));
  }
  return sets;
}

function fits(
  entries: readonly number[],
  given: {
    readonly azimuthDegrees: Float64Array;
    readonly rule: SectorRule;
    readonly units: readonly number[];
  },
): boolean {
  const { azimuthDegrees, rule, units } = given;
  const ways = rule.sectors ** entries.length;
  for (let way = 0; way < ways; way++) {
    const groups = Array.from({ length: rule.sectors }, (): number[] => []);
    for (let [i, rest] = [0, way]; i < entries.length; i++) {
      groups[rest % rule.sectors].push(i);
      rest = Math.floor(rest / rule.sectors);
    }
    const isFit = groups.every(
      (group) =>
        group.reduce((sum, i) => sum + units[i], 0) <= rule.mostUnits &&
        spanOf(group.map((i) => azimuthDegrees[entries[i]])) <= rule.beamDegrees,
    );
    if (isFit) return true;
  }
  return false;
}

/** The narrowest beam that sees all of some directions. */
function spanOf(azimuths: readonly number[]): number {
  if (azimuths.length === 0) return 0;
  return Math.min(...azimuths.map((from) => Math.max(...azimuths.map((to) => (to - from + 360) % 360))));
}

function leastBackhaul(hubs: readonly number[], { choices, linkPence, isLinked }: HubProblem): number {
  let least = Number.POSITIVE_INFINITY;
  for (let some = 0; some < 1 << hubs.length; some++) {
    const trenched = hubs.filter((_, i) => some & (1 << i));
    const pence = hubs.reduce((sum, hub, i) => {
      if (some & (1 << i)) return sum + choices[hub].trenchPence;
      return trenched.some((other) => isLinked(hub, other)) ? sum + linkPence : Number.POSITIVE_INFINITY;
    }, 0);
    least = Math.min(least, pence);
  }
  return least;
}
