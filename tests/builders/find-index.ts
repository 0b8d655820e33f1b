import { buildFindIndex, type FindIndex, type FindSource } from '../../src/domain/find/find-index.ts';
import { premisesWords } from '../../src/domain/find/premises-words.ts';
import type { Unit } from '../../src/domain/premises/premises-table.ts';
import type { ColumnRoles } from '../../src/domain/project/column-roles.ts';
import { areasOf, rectangle } from './polygons.ts';
import { type PremisesSeed, premisesOf } from './premises.ts';
import { datasetOf } from './project.ts';

export interface FindSeed {
  readonly premises: readonly PremisesSeed[];
  readonly roles?: ColumnRoles;
  readonly unit?: Unit;
  readonly source?: Partial<FindSource>;
}

/** Two wards side by side, the first from 0 to 1 degree east. */
export const FIND_WARDS = areasOf([
  { code: 'E05999801', name: 'Bryn-y-môr & St David’s', rings: [rectangle(0, 51, 1, 52)] },
  { code: 'E05999802', name: 'Northfield', rings: [rectangle(1, 51, 2, 52)] },
]);

/** The index over premises made for a test; UPRNs are the ids unless the seed says otherwise. */
export function findIndexOf({ premises: seeds, roles, unit = 'premises', source }: FindSeed): FindIndex {
  const premises = premisesOf(seeds, unit);
  const dataset = datasetOf({ role: 'premises', roles: roles ?? { id: 'uprn', address: 'address' }, unit });
  const steps = buildFindIndex({
    words: premisesWords(premises, dataset),
    wards: FIND_WARDS,
    wardOf: Int32Array.from(seeds, ({ lon }) => (lon < 1 ? 0 : lon < 2 ? 1 : -1)),
    areas: [],
    places: [],
    postcodePlaces: null,
    ...source,
  });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
