import { confidentialParts } from '../project/confidential-parts.ts';
import { heldConfidential } from '../project/held-confidential.ts';
import { type DatasetRecord, isOfStreets, type Project } from '../project/project.ts';
import type { Role } from '../project/role.ts';
import { madeOfParts } from './made-of.ts';
import type { Plan } from './plan.ts';

/** What of a plan's files may not leave, and what is to be said of it. */
export interface ConfidentialPlan {
  /** Why nothing that shows where a trench runs may leave, in words; null: it may. */
  readonly route: string | null;
  /** Why nothing that shows where hubs stand may leave, in words; null: it may. */
  readonly roofs: string | null;
  /** Why nothing that shows where premises are may leave, in words; null: it may. */
  readonly premises: string | null;
  /** What had a part in it and is not shown; '' where there is nothing of the kind. */
  readonly remark: string;
}

/**
 * What a plan may hand over of the project: its trenches are those of the files of streets, its hubs stand on the roofs of the
 * files that list them and at heights of the files of heights, its places are those of the premises. A trench leads to hubs
 * and hubs look at premises, so each betrays the others: a form that shows one of them needs all that it leads to. Layers and
 * other files that had a part are only remarked on.
 */
export function confidentialPlan({ datasets, layers, sites }: Project, plan: Plan): ConfidentialPlan {
  const marked = datasets.filter(({ confidential }) => confidential);
  const used = new Set([
    plan.question.premisesContentId,
    ...madeOfParts(plan.designs?.madeOf ?? '').contents,
  ]);
  const listed = new Set(sites.map(({ fromContentId }) => fromContentId));
  const isStreets = ({ role }: DatasetRecord): boolean => isOfStreets(role) || role === 'planned excavations';
  const isRoofs = ({ contentId, role }: DatasetRecord): boolean => ROOFS.has(role) || listed.has(contentId);
  const isPremises = ({ contentId, role }: DatasetRecord): boolean =>
    contentId === plan.question.premisesContentId || (role === 'premises' && used.has(contentId));
  const others = marked.filter(
    (one) => used.has(one.contentId) && !isStreets(one) && !isRoofs(one) && !isPremises(one),
  ).length;
  const hidden = plan.question.onlyNotSpots ? layers.filter(({ confidential }) => confidential).length : 0;
  return {
    route: heldConfidential(marked.find(isStreets), 'nothing that shows where a trench runs is exported'),
    roofs: heldConfidential(marked.find(isRoofs), 'nothing that shows where hubs stand is exported'),
    premises: heldConfidential(
      marked.find(isPremises),
      'nothing that shows where its premises are is exported',
    ),
    remark: confidentialParts({ files: others, layers: hidden }),
  };
}

/** What hubs stand on, and what their heights and links are of. */
const ROOFS: ReadonlySet<Role> = new Set(['buildings', 'heights', 'trees', 'roof access']);
