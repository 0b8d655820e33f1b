/** Whether what is shown of a plan is of it as it now is, of it before it was changed, or of other files, rates or radios. */
export type PlanStanding = 'now' | 'earlier' | 'out of date';

/** A name of something shown that says where it is not of now. */
export function asBefore(name: string, standing: PlanStanding): string {
  return standing === 'now' ? name : `${name}, as it was before the last change`;
}
