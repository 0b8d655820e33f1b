import type { DigGround } from '../../domain/dig/dig-ground.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import type { Barrier } from '../../domain/plan/barrier.ts';
import { isInForce } from '../../domain/plan/is-in-force.ts';
import type { StreetState } from './dig-looks.ts';
import { rememberLast } from './remember-last.ts';

/** How streets stand in a dig, by street id; those that nothing is said of are left out. */
export type StreetStates = ReadonlyMap<string, StreetState>;

/** What a person's choices and restrictions in force on the day of the works make of each street. */
export const streetStates = rememberLast(
  (
    { blocked, forced, lifted, worksFrom }: DigQuestion,
    streets: DigGround['streets'],
    barriers: readonly Barrier[],
  ): StreetStates => {
    const closing = new Set(
      barriers.filter((one) => one.effect.forbids && isInForce(one, worksFrom)).map(({ id }) => id),
    );
    const states = new Map<string, StreetState>();
    const isLifted = new Set(lifted.map(({ street }) => street));
    for (const { id, barriers: ids } of streets)
      if (ids.some((barrier) => closing.has(barrier)))
        states.set(id, isLifted.has(id) ? 'lifted' : 'protected');
    for (const id of forced) states.set(id, 'forced');
    for (const id of blocked) states.set(id, 'blocked');
    return states;
  },
);
