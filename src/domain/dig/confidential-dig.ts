import { confidentialParts } from '../project/confidential-parts.ts';
import { heldConfidential } from '../project/held-confidential.ts';
import { type DatasetRecord, isOfStreets, type Project } from '../project/project.ts';
import type { DigDesign } from './dig-design.ts';

/** What of a design's files may not leave, and what is to be said of it. */
export interface ConfidentialDig {
  /** Why nothing that shows where the route runs may leave, in words; null: it may. */
  readonly route: string | null;
  /** Why nothing that shows where premises are may leave, in words; null: it may. */
  readonly premises: string | null;
  /** What had a part in it and is not shown; '' where there is nothing of the kind. */
  readonly remark: string;
}

/**
 * What a design may hand over of the project: its route is that of the files of streets, fibre points, ducts and
 * restrictions, its places are those of the premises. Layers and other files that chose the premises are only remarked on.
 */
export function confidentialDig({ datasets, layers }: Project, design: DigDesign): ConfidentialDig {
  const marked = datasets.filter(({ confidential }) => confidential);
  const used = new Set(design.result?.madeOf.contents ?? []);
  const isPremises = ({ contentId, role }: DatasetRecord): boolean =>
    contentId === design.question.premisesContentId || (role === 'premises' && used.has(contentId));
  const streets = marked.find(({ role }) => isOfStreets(role));
  const premises = marked.find(isPremises);
  const others = marked.filter((one) => used.has(one.contentId) && !isOfStreets(one.role)).length;
  const hidden = design.question.onlyNotSpots ? layers.filter(({ confidential }) => confidential).length : 0;
  return {
    route: heldConfidential(streets, 'no route along it is exported'),
    premises: heldConfidential(premises, 'nothing that shows where its premises are is exported'),
    remark: confidentialParts({ files: others, layers: hidden }),
  };
}
