import type { DatasetRecord } from '../project/project.ts';
import type { Designation } from './site-facts.ts';

/** What a file's name and title tell of it, likeliest first. */
const WORDS: readonly (readonly [RegExp, Designation])[] = [
  [/conservation[-_ ]?area/i, 'conservation area'],
  [/listed[-_ ]?building/i, 'listed building'],
  [/national[-_ ]?park/i, 'national park'],
  [/outstanding[-_ ]?natural|\baonbs?\b|national[-_ ]?landscape/i, 'outstanding natural beauty'],
  [/world[-_ ]?heritage/i, 'world heritage site'],
  [
    /\bbroads\b|national[-_ ]?scenic|special[-_ ]?scientific|\bsssis?\b|\bassis?\b|battlefield|designed[-_ ]?landscape/i,
    'other protected land',
  ],
];

/** The designation that a file shows: what a person says, else what its name tells; null: none. */
export function designationOf(
  dataset: Pick<DatasetRecord, 'role' | 'fileName' | 'source' | 'designation' | 'supersededBy'>,
): Designation | null {
  const { role, fileName, source, designation, supersededBy } = dataset;
  if (role !== 'context' || supersededBy !== undefined) return null;
  if (designation !== undefined) return designation === 'none' ? null : designation;
  const said = `${fileName} ${source.title}`.replaceAll('_', ' ');
  return WORDS.find(([words]) => words.test(said))?.[1] ?? null;
}
