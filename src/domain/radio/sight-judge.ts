import type { WorkStep } from '../project/work-step.ts';
import type { HeightGrid } from '../terrain/height-grid.ts';
import { ClearanceFinder, type LeastClearance } from './least-clearance.ts';
import { BLOCKED, VISIBLE } from './line-of-sight.ts';
import type { LinkMeter } from './link-meter.ts';
import { CLEAR_FRESNEL_SHARE, type ClearanceClass } from './path-clearance.ts';
import type { PathProfile } from './path-profile.ts';
import { ProfileRoom, profileOnPath } from './profile-on-path.ts';
import { sightLevels } from './sight-levels.ts';
import { type Antenna, SightPath, type SightRule } from './sight-path.ts';
import { SightPyramid } from './sight-pyramid.ts';

/** What many links over one grid have in common. */
export type SightAir = Omit<SightRule, 'fresnelShare'>;

/** The air, earth and own roofs that a project's links are judged by. */
export function airOf({ device, choices }: LinkMeter): SightAir {
  return {
    frequencyGigahertz: device.frequencyGigahertz.value,
    earthFactor: choices.earthFactor.value,
    ownRoofMetres: choices.ownRoofMetres.value,
  };
}

/** Classes of many paths over one grid, by its pyramid: the same as `pathClearance` over the whole profile, faster. */
export class SightJudge {
  readonly air: SightAir;
  private readonly grid: HeightGrid;
  private readonly pyramid: SightPyramid;
  private readonly line: SightPath;
  private readonly zone: SightPath;
  private readonly finder: ClearanceFinder;
  private readonly room = new ProfileRoom();

  /** Throws OutOfRange for air outside its range. */
  constructor(grid: HeightGrid, air: SightAir) {
    this.grid = grid;
    this.air = air;
    this.pyramid = pyramidOf(grid);
    this.finder = new ClearanceFinder(grid, this.pyramid.levels, air.frequencyGigahertz);
    this.line = new SightPath(grid, { ...air, fresnelShare: 0 });
    this.zone = new SightPath(grid, { ...air, fresnelShare: CLEAR_FRESNEL_SHARE });
  }

  /** The class of the path between two antennas. Throws HeightsRefused where they share a place. */
  classOf(one: Antenna, other: Antenna): ClearanceClass {
    const { line, zone, pyramid } = this;
    line.lay(one.x, one.y, one.metres, other.x, other.y, other.metres);
    const sight = pyramid.sight(line);
    if (sight !== VISIBLE) return sight === BLOCKED ? 'blocked' : 'not known';
    zone.lay(one.x, one.y, one.metres, other.x, other.y, other.metres);
    return pyramid.sight(zone) === VISIBLE ? 'clear' : 'marginal';
  }

  /** The least clearance between two antennas. */
  leastClearance(one: Antenna, other: Antenna): LeastClearance {
    this.line.lay(one.x, one.y, one.metres, other.x, other.y, other.metres);
    return this.finder.find(this.line);
  }

  /** The profile between two antennas without their own roofs, west end first. Good until the next one is asked. */
  profile(one: Antenna, other: Antenna): PathProfile {
    this.line.lay(one.x, one.y, one.metres, other.x, other.y, other.metres);
    return profileOnPath(this.grid, this.line, 'without own roofs', this.room);
  }
}

/** Lays out what a grid's judges look by, in steps; a judge of a grid that has none yet does it at once. */
export function* layOutSight(grid: HeightGrid): Generator<WorkStep, void> {
  if (!pyramids.has(grid)) pyramids.set(grid, new SightPyramid(grid, yield* sightLevels(grid)));
}

function pyramidOf(grid: HeightGrid): SightPyramid {
  const pyramid = pyramids.get(grid) ?? new SightPyramid(grid);
  pyramids.set(grid, pyramid);
  return pyramid;
}

/** Kept as long as their grids are. */
const pyramids = new WeakMap<HeightGrid, SightPyramid>();
