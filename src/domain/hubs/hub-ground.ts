import { inShare, type WorkStep } from '../project/work-step.ts';
import type { HubInput } from './hub-input.ts';
import { judgeRoofs } from './judge-roofs.ts';
import type { JudgedRoofs } from './judged-roofs.ts';
import { type UsableRoofs, usableRoofs } from './usable-roofs.ts';

/** What choices of hubs are made over: roofs judged for some premises, and which of them may carry a hub. */
export interface HubGround {
  readonly input: HubInput;
  readonly judged: JudgedRoofs;
  readonly usable: UsableRoofs;
}

/** Judges roofs and sorts them by what stands in their way. Throws as `judgeRoofs`. Needs `loadGrid`. */
export function* hubGround(input: HubInput): Generator<WorkStep, HubGround> {
  const judged = yield* inShare(judgeRoofs(input), 0, JUDGING_SHARE);
  const usable = yield* inShare(usableRoofs(input, judged), JUDGING_SHARE, 1);
  return { input, judged, usable };
}

/** Of the whole, by time. */
const JUDGING_SHARE = 0.85;
