import type { HubProblem } from './hub-problem.ts';
import type { Seats } from './seats.ts';
import { isWithin } from './turn-sectors.ts';

/** Of some hubs: which reach a place, and which of their sectors look at it. */
export class HubsOver {
  private readonly problem: HubProblem;
  /** By place: which hubs reach it, by its place among them, and in which direction from each. */
  private readonly starts: Int32Array;
  private readonly byHub: Int32Array;
  private readonly byAzimuth: Float64Array;
  /** By place: sectors that look at it, while nobody turns. */
  private readonly looking = new Map<number, readonly number[]>();

  constructor(problem: HubProblem, hubs: readonly number[]) {
    const { choices, units } = problem;
    this.problem = problem;
    const starts = new Int32Array(units.length + 1);
    for (const hub of hubs) for (const one of choices[hub].place) starts[one + 1]++;
    for (let i = 0; i < units.length; i++) starts[i + 1] += starts[i];
    const next = starts.slice();
    this.byHub = new Int32Array(starts[units.length]);
    this.byAzimuth = new Float64Array(starts[units.length]);
    for (const [at, hub] of hubs.entries()) {
      const { place, azimuthDegrees } = choices[hub];
      for (let i = 0; i < place.length; i++) {
        this.byHub[next[place[i]]] = at;
        this.byAzimuth[next[place[i]]++] = azimuthDegrees[i];
      }
    }
    this.starts = starts;
  }

  /** How many of the hubs reach a place. */
  count(place: number): number {
    return this.starts[place + 1] - this.starts[place];
  }

  /** The sectors that look at a place, as hub × sectors + sector; kept until `turned` says that they look elsewhere. */
  sectors(place: number, { middles }: Seats): readonly number[] {
    const { sectors, beamDegrees } = this.problem.rule;
    const known = this.looking.get(place);
    if (known) return known;
    const found: number[] = [];
    this.looking.set(place, found);
    for (let i = this.starts[place]; i < this.starts[place + 1]; i++) {
      const hub = this.byHub[i];
      const azimuth = this.byAzimuth[i];
      const some = middles[hub];
      for (let sector = 0; sector < some.length; sector++)
        if (isWithin(azimuth, some[sector], beamDegrees)) found.push(hub * sectors + sector);
    }
    return found;
  }

  /** Sectors look elsewhere than before. */
  turned(): void {
    this.looking.clear();
  }
}
