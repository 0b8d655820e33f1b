import { designationOf } from '../../domain/consents/designation-of.ts';
import { DESIGNATIONS, type Designation } from '../../domain/consents/site-facts.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';

const LABELS: Readonly<Record<Designation, string>> = {
  'conservation area': 'Conservation areas',
  'listed building': 'Listed buildings',
  'national park': 'National parks',
  'outstanding natural beauty': 'Areas of outstanding natural beauty',
  'world heritage site': 'World Heritage Sites',
  'other protected land': 'Other protected land',
};

/** What a file of context may be said to show, in the order of the list. */
export const DESIGNATION_CHOICES: readonly {
  readonly value: Designation | 'none';
  readonly label: string;
}[] = [{ value: 'none', label: 'None' }, ...DESIGNATIONS.map((value) => ({ value, label: LABELS[value] }))];

/** What it shows, as a person says or else as its name tells, and a hint that says which. */
export function shownDesignation(dataset: DatasetRecord): {
  readonly value: Designation | 'none';
  readonly hint: string;
} {
  const found = designationOf(dataset);
  const isGuessed = dataset.designation === undefined && found !== null;
  return {
    value: found ?? 'none',
    hint: isGuessed
      ? 'Taken from its name. Asked for the consents of rooftop sites.'
      : 'Asked for the consents of rooftop sites.',
  };
}
