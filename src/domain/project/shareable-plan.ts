import { madeOfParts } from '../plan/made-of.ts';
import type { Plan } from '../plan/plan.ts';
import type { PutLeftOut } from './left-out.ts';
import { isOfStreets, type Project } from './project.ts';

/** The plan without what is made of a file that stays behind (`gone`); none where it names what is in one. */
export function shareablePlan(
  plan: Plan,
  project: Project,
  gone: ReadonlySet<string>,
  put: PutLeftOut,
): Plan[] {
  if (namesGone(plan, project, gone)) {
    put('plan', plan.name, 'it names what is in a file that is left out');
    return [];
  }
  const isOpen = !madeOfParts(plan.designs?.madeOf ?? '').contents.some((contentId) => gone.has(contentId));
  if (!isOpen) put('designs', plan.name, 'they are made of a file that is left out');
  return [isOpen ? plan : { ...plan, designs: null }];
}

function namesGone({ question, levers }: Plan, project: Project, gone: ReadonlySet<string>): boolean {
  const { selection, rootIds, blocked, forced, radio } = question;
  const roles = new Set(
    project.datasets.filter(({ contentId }) => gone.has(contentId)).map(({ role }): string => role),
  );
  const byRows = selection.kind === 'cluster' || selection.kind === 'list';
  if (byRows && (roles.has('premises') || gone.has(question.premisesContentId))) return true;
  const places = levers.flatMap((lever) => lever.places ?? []);
  const roofs = [...radio.closedRoofs, ...radio.wayleaves.map(({ roof }) => roof), ...places];
  const isGone = (roof: string): boolean =>
    (roof.startsWith('access:') && roles.has('roof access')) ||
    (roof.startsWith('building:') && roles.has('buildings')) ||
    project.sites.some(({ id, fromContentId }) => roof === `site:${id}` && gone.has(fromContentId ?? ''));
  if (roofs.some(isGone)) return true;
  const ofStreets = project.datasets.some(({ contentId, role }) => gone.has(contentId) && isOfStreets(role));
  return ofStreets && [...rootIds, ...blocked, ...forced, ...places].length > 0;
}
