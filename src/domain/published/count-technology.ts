import { technologyLabel } from '../coverage/technology.ts';
import { NO_AREAS } from '../geo/area-table.ts';
import { vintageOfColumn } from '../geo/area-vintage.ts';
import { analyse } from '../not-spots/analyse.ts';
import { layersAside } from '../not-spots/layers-aside.ts';
import { RecipeError } from '../not-spots/recipe.ts';
import { layersNamed } from '../not-spots/resolve-recipe.ts';
import { placesOf, type Tally } from '../not-spots/tally.ts';
import { unitsAt } from '../premises/premises-table.ts';
import type { Prepared } from '../project/prepared.ts';
import { datasetInRole, type Project } from '../project/project.ts';
import type { CountedShare } from './counted-share.ts';

/**
 * What is covered by a technology (of any operator) in one authority, counted from whole rows of it, so that the band of
 * shares is that of the authority and not the sum of its wards'. `ofRow` numbers the authority of each premises row, −1
 * none. Null where no loaded layer is of that technology or no row of that authority.
 */
export function countTechnology(
  prepared: Prepared,
  project: Project,
  technology: string,
  at: { readonly ofRow: Int32Array; readonly authority: number },
): CountedShare | null {
  const { premises, membership, answers } = prepared;
  const mine = layersNamed(technology, project.layers);
  if (mine.length === 0 || mine.every((layer) => layer.technology !== technology)) return null;
  const inAuthority = at.ofRow.map((authority) => (authority === at.authority ? 0 : -1));
  const whole = countedAt(prepared, project, technology, inAuthority);
  let rows = 0;
  let units = 0;
  let outside = 0;
  for (let row = 0; row < premises.count; row++) {
    if (inAuthority[row] < 0) continue;
    rows++;
    units += unitsAt(premises, row);
    if (membership.wardOf[row] < 0) outside += unitsAt(premises, row);
  }
  if (!whole || units === 0) return null;
  const beyond =
    outside === 0
      ? null
      : countedAt(
          prepared,
          project,
          technology,
          inAuthority.map((place, row) => (membership.wardOf[row] < 0 ? place : -1)),
        );
  const aside = new Set(layersAside(project.layers, answers, premises.count).map(({ layer }) => layer.id));
  const asked = mine.length > 1 ? mine.filter(({ id }) => !aside.has(id)) : mine;
  const wards = datasetInRole(project, 'wards');
  const ofColumn = vintageOfColumn(wards?.roles.code ?? '');
  return {
    technology,
    label: technologyLabel(technology),
    unit: premises.unit,
    rows,
    units,
    low: whole.low[0],
    mid: whole.mid[0],
    high: whole.high[0],
    notKnown: whole.notKnown[0],
    outside: { units: outside, covered: beyond ? beyond.mid[0] : 0 },
    fromShares: asked.some(({ id }) => answers.get(id)?.kind === 'share'),
    definition: [...new Set(asked.map((layer) => layer.definition))].join('; '),
    layers: asked.map(({ name, operator, contentId, source, column }) => ({
      name,
      operator,
      contentId,
      source,
      column,
    })),
    premisesSource: datasetInRole(project, 'premises')?.source ?? null,
    wardVintage: wards?.vintage ?? (ofColumn ? String(ofColumn.year) : null),
  };
}

/** Counts at one place, number 0. Null where the technology's name cannot stand in a recipe. */
function countedAt(
  prepared: Prepared,
  project: Project,
  technology: string,
  placeOf: Int32Array,
): Tally | null {
  const none = new Float64Array(placesOf(1).length);
  try {
    return analyse({
      ...prepared,
      wards: { ...NO_AREAS, codes: ['A'], names: ['A'] },
      membership: { wardOf: placeOf, overlapped: 0 },
      layers: project.layers,
      recipeText: technology,
      uses: null,
      notes: [],
      layerTallies: { units: none, rowsAt: none, layers: [], operators: [] },
    }).notSpots;
  } catch (error) {
    if (error instanceof RecipeError) return null;
    throw error;
  }
}
