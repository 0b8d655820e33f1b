import type { DigQuestion } from '../dig/dig-question.ts';
import type { Wayleave } from './hub-roof.ts';

/**
 * What a plan is asked: the same premises of both technologies. A value: two that are equal have the same answers over the
 * same files, rates, radios and levers.
 */
export interface PlanQuestion
  extends Pick<
    DigQuestion,
    | 'selection'
    | 'premisesContentId'
    | 'onlyNotSpots'
    | 'rootIds'
    | 'ownRoots'
    | 'blocked'
    | 'forced'
    | 'worksFrom'
    | 'passed'
    | 'takeUpPercent'
  > {
  readonly radio: PlanRadio;
}

/** What of a plan's question is about roofs. The rest of what links are reckoned with is the project's. */
export interface PlanRadio {
  /** One of the project's devices. */
  readonly deviceId: string;
  /** Antenna of a hub over the roof below it, metres, at least 0. */
  readonly mastMetres: number;
  /** Farthest premises from a hub, at most 5,000. */
  readonly radiusMetres: number;
  /** Slower links serve nobody, Mbit/s above 0. */
  readonly leastMegabitsPerSecond: number;
  /** Ids of roofs that a person rules out. */
  readonly closedRoofs: readonly string[];
  /** What a person says of an owner, against the files. */
  readonly wayleaves: readonly {
    readonly roof: string;
    readonly wayleave: Wayleave;
    readonly reason: string;
  }[];
}
