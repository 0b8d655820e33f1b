import type { Random } from '../ground/random.ts';
import type { Building, Character, Premises } from './town-plan.ts';

/** What one plot takes along the street and how it is built on. Metres. */
export interface Plot {
  readonly kind: Building['kind'];
  readonly width: number;
  readonly depth: number;
  /** From the street's middle to the front. */
  readonly setback: number;
  readonly gap: number;
  /** Doors side by side along the front: a terrace has several, a pair two. */
  readonly doors: number;
  /** Premises behind each door. */
  readonly stacked: number;
  readonly use: Premises['use'];
  /** Radians off the street's line. */
  readonly turn: number;
}

/** Draws plots as each neighbourhood was laid out. */
export class Plots {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** The next plot in a neighbourhood; `isOldCore` marks the middle of a village. */
  next(character: Character, isOldCore: boolean): Plot {
    const { random } = this;
    if (character !== 'business' && random.chance(0.004)) return this.publicBuilding();
    switch (character) {
      case 'centre':
        if (random.chance(0.6)) return this.parade();
        return random.chance(0.4) ? this.flats(random.whole(8, 30)) : this.row(random.whole(4, 9), 5);
      case 'terrace':
        if (random.chance(0.03))
          return {
            ...SINGLE,
            kind: 'shop',
            width: 8,
            depth: 11,
            setback: 6.5,
            gap: 1,
            stacked: 2,
            use: 'business',
          };
        return random.chance(0.03) ? this.flats(random.whole(6, 16)) : this.row(random.whole(5, 11), 6.5);
      case 'semi':
        if (random.chance(0.02)) return this.flats(random.whole(6, 12));
        if (random.chance(0.14)) return this.row(4, 9);
        return random.chance(0.82) ? this.pair() : this.alone(random.between(9, 12));
      case 'modern':
        if (random.chance(0.035)) return this.flats(random.whole(6, 16));
        if (random.chance(0.28)) return this.row(random.whole(3, 5), 7);
        return random.chance(0.5) ? this.pair() : this.alone(random.between(8, 11));
      case 'estate':
        if (random.chance(0.3))
          return this.flats(random.chance(0.14) ? random.whole(48, 88) : random.whole(12, 32));
        return this.row(random.whole(4, 8), 8);
      case 'business':
        return this.works();
      default:
        if (isOldCore && random.chance(0.08))
          return { ...SINGLE, kind: 'shop', width: 9, depth: 9, setback: 7, gap: 2, use: 'business' };
        if (isOldCore && random.chance(0.45)) return this.row(random.whole(2, 5), 5.5);
        return random.chance(0.3) ? this.pair() : this.alone(random.between(9, 14));
    }
  }

  /** A farm or a cottage by a lane. */
  byLane(): Plot {
    const { random } = this;
    if (random.chance(0.3)) {
      return {
        ...SINGLE,
        kind: 'farm',
        width: random.between(14, 26),
        depth: random.between(12, 20),
        setback: random.between(20, 46),
        stacked: random.chance(0.4) ? 2 : 1,
        use: 'business',
        turn: 0.2 * random.bell(),
      };
    }
    if (random.chance(0.2)) return this.row(random.whole(2, 4), 7);
    return { ...this.alone(random.between(9, 14)), setback: random.between(10, 26) };
  }

  private row(doors: number, setback: number): Plot {
    const { random } = this;
    return {
      ...SINGLE,
      kind: 'terrace',
      width: doors * random.between(4.8, 5.8),
      depth: random.between(8, 10),
      setback,
      gap: random.between(2.5, 6),
      doors,
    };
  }

  private pair(): Plot {
    const { random } = this;
    return {
      ...SINGLE,
      kind: 'semi-detached',
      width: random.between(12, 14.5),
      depth: random.between(7.5, 9),
      setback: random.between(9.5, 11.5),
      gap: random.between(3, 5),
      doors: 2,
    };
  }

  private alone(width: number): Plot {
    const { random } = this;
    return {
      ...SINGLE,
      kind: 'detached',
      width,
      depth: random.between(7.5, 11),
      setback: random.between(9.5, 14),
      gap: random.between(4, 8),
      use: random.chance(0.015) ? 'business' : 'home',
      turn: 0.07 * random.bell(),
    };
  }

  private flats(units: number): Plot {
    const { random } = this;
    const gap = random.between(9, 18);
    if (units > 40)
      return { ...SINGLE, kind: 'flats', width: 22, depth: 21, setback: 18, gap, stacked: units };
    return {
      ...SINGLE,
      kind: 'flats',
      width: random.between(20, 38),
      depth: random.between(11, 14),
      setback: random.between(10, 14),
      gap,
      stacked: units,
    };
  }

  /** Shops side by side, some with flats above. */
  private parade(): Plot {
    const { random } = this;
    const doors = random.whole(2, 5);
    return {
      ...SINGLE,
      kind: 'shop',
      width: doors * random.between(6, 8.5),
      depth: random.between(11, 17),
      setback: 6.5,
      gap: random.chance(0.6) ? 0.4 : 5,
      doors,
      stacked: random.chance(0.5) ? 1 : random.whole(2, 4),
      use: 'business',
    };
  }

  private works(): Plot {
    const { random } = this;
    return {
      ...SINGLE,
      kind: 'works',
      width: random.between(26, 58),
      depth: random.between(22, 44),
      setback: random.between(14, 24),
      gap: random.between(10, 20),
      stacked: random.chance(0.35) ? 1 : random.whole(2, 9),
      use: 'business',
      turn: 0.03 * random.bell(),
    };
  }

  private publicBuilding(): Plot {
    return {
      ...SINGLE,
      kind: 'public',
      width: this.random.between(24, 46),
      depth: this.random.between(16, 28),
      setback: 16,
      gap: 14,
      use: 'public',
    };
  }
}

const SINGLE = { gap: 0, doors: 1, stacked: 1, use: 'home', turn: 0 } as const;
