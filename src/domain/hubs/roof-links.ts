import { diffractionOver } from '../radio/diffraction-over.ts';
import type { LinkMeter } from '../radio/link-meter.ts';
import { OutOfRange } from '../radio/out-of-range.ts';
import { slantMetres } from '../radio/place-reach.ts';
import { airOf, SightJudge } from '../radio/sight-judge.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import type { JudgedRoof } from './judged-roofs.ts';

/** A radio link that would carry one hub's traffic to another. */
export interface RoofLink {
  /** From antenna to antenna. */
  readonly metres: number;
  /** In the rain reckoned with, the weaker way held too. */
  readonly megabitsPerSecond: number;
}

/** What links between roofs are reckoned on. */
export interface LinkRule {
  readonly model: HeightModel;
  readonly meter: LinkMeter;
  readonly mostMetres: number;
  /** Slower links join nobody. */
  readonly leastMegabitsPerSecond: number;
}

/** Links between judged roofs, each looked at when it is first asked for: a free line is needed, as to premises. */
export class RoofLinks {
  private readonly roofs: readonly JudgedRoof[];
  private readonly rule: LinkRule;
  private readonly judge: SightJudge;
  private readonly known = new Map<number, RoofLink | null>();

  constructor(roofs: readonly JudgedRoof[], rule: LinkRule) {
    this.roofs = roofs;
    this.rule = rule;
    this.judge = new SightJudge(rule.model.surface, airOf(rule.meter));
  }

  /** The link between two roofs by their places among those judged, either way the same; null: there is none. */
  between(one: number, other: number): RoofLink | null {
    const [low, high] = one < other ? [one, other] : [other, one];
    const key = low * this.roofs.length + high;
    let link = this.known.get(key);
    if (link === undefined) {
      link = this.look(this.roofs[low], this.roofs[high]);
      this.known.set(key, link);
    }
    return link;
  }

  private look(one: JudgedRoof, other: JudgedRoof): RoofLink | null {
    const { meter, mostMetres, leastMegabitsPerSecond } = this.rule;
    const [from, to] = [one.antenna, other.antenna];
    if (from === null || to === null) return null;
    if (one.building >= 0 && one.building === other.building) return null;
    const metres = slantMetres(from, to);
    if (!(Math.hypot(to.x - from.x, to.y - from.y) > 0) || metres > mostMetres) return null;
    const found = this.judge.classOf(from, to);
    if (found !== 'clear' && found !== 'marginal') return null;
    try {
      const lost = diffractionOver(found, () => this.judge.profile(from, to), this.judge.air);
      const snr = meter.clearSnrDecibels(metres) - lost.value;
      if (meter.marginDecibels(snr) < 0) return null;
      const megabitsPerSecond = meter.megabitsPerSecond(snr);
      return megabitsPerSecond >= leastMegabitsPerSecond ? { metres, megabitsPerSecond } : null;
    } catch (error) {
      if (!(error instanceof OutOfRange)) throw error;
      return null;
    }
  }
}
