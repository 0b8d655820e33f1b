import type { Target } from './place-targets.ts';

/** What is answered for together, and whether a cable from the roof serves it. */
export interface TargetPart extends Pick<Target, 'antennas' | 'places'> {
  readonly isOwn: boolean;
}
