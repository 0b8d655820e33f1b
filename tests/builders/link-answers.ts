import { judgeLink } from '../../src/domain/radio/judge-link.ts';
import type { LinkAnswer } from '../../src/domain/radio/one-link.ts';
import { gridOf } from './height-grids.ts';
import { endAt, linkGround } from './link-ground.ts';

export interface LinkAnswerSeed {
  /** Heights from west to east, a metre each; null is not known. */
  readonly surface: readonly (number | null)[];
  readonly ground?: readonly (number | null)[];
  /** Antennas over the surface at the first and last but one metre. */
  readonly masts: readonly [number, number];
  readonly device?: string;
  readonly ownRoofMetres?: number;
}

/** A link from west to east over one row of heights, judged. */
export function linkAnswer(seed: LinkAnswerSeed): LinkAnswer {
  const { surface, ground, masts, device, ownRoofMetres = 0 } = seed;
  const wide = (row: readonly (number | null)[]): (number | null)[][] => [[...row], [...row], [...row]];
  const grid = gridOf(wide(surface));
  const model = linkGround(grid, {
    device,
    choices: { ownRoofMetres: { value: ownRoofMetres, source: null } },
    ground: ground ? gridOf(wide(ground), { kind: 'ground' }) : null,
  });
  const last = surface.length - 0.5;
  return judgeLink(
    {
      from: endAt(grid, [0.5, 1.5], masts[0], { name: 'Library' }),
      to: endAt(grid, [last, 1.5], masts[1], { name: 'School' }),
    },
    model,
  );
}
