import { type ComponentProps, createContext, useContext } from 'react';
import type { PlanStanding } from '../../stores/derived/plan-standing.ts';
import { asBefore } from '../../stores/derived/plan-standing.ts';
import { Badge } from '../../ui/badge.tsx';

/** Of when the figures below are: of the plan as it now is, unless somebody above says otherwise. */
export const StandingOf = createContext<PlanStanding>('now');

/** A heading over figures of a plan: it says where they are of the plan, or of what lies under it, as that was before. */
export function StandingTitle({ children, ...rest }: ComponentProps<'h2'>) {
  const standing = useContext(StandingOf);
  return (
    <h2 {...rest}>
      {children} {standing === 'now' ? null : <Badge>{standing}</Badge>}
    </h2>
  );
}

/** A caption of a table of such figures: ", as it was before the last change" behind it. */
export function useStandingCaption(caption: string): string {
  return asBefore(caption, useContext(StandingOf));
}
