import type { AreaAnalysis } from '../areas/area-analysis.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { formulaNumber } from '../project/formula-number.ts';
import type { Project } from '../project/project.ts';
import type { CellExplanation, Working } from './cell-explanation.ts';
import { figureSources } from './figure-sources.ts';
import { TOPIC_COMPUTED_IN as IN } from './topic-computed-in.ts';

/**
 * One number of the table of areas, by its column; null for a column without numbers of its own (the premises are a
 * count of wards). `place`: number of the ward, the total last. `counted`: the count beside them, null where there is none.
 */
export function explainArea(
  areas: AreaAnalysis,
  project: Project,
  {
    place,
    column,
    counted,
  }: { readonly place: number; readonly column: string; readonly counted: Analysis | null },
): CellExplanation | null {
  const own = ownOf(areas, { place, column, counted });
  if (!own) return null;
  const isTotal = place === areas.wardCodes.length;
  const wards = areas.wardCodes.length;
  const layers = project.layers.filter(({ id, technology }) =>
    own.technology === undefined
      ? own.ofRecipe && areas.layerIds.includes(id)
      : technology === own.technology,
  );
  const where = isTotal
    ? `in ${wards === 1 ? 'the one ward' : `all ${wards} wards`}`
    : `in ${areas.wardNames[place] || areas.wardCodes[place]}`;
  const unknown = own.notKnown ?? 0;
  return {
    title: `${own.what} ${where}`,
    of: own.of,
    definition: own.definition,
    workings: own.workings,
    counted: own.isPremises
      ? 'Rows of the premises file that lie in a ward.'
      : `${isTotal ? `${n(wards)} ${wards === 1 ? 'ward' : 'wards'} measured` : '1 ward measured'}; no row of premises is counted for it.`,
    rows: null,
    sources: figureSources(project, layers, null).filter(({ gave }) => own.isPremises || gave !== 'Premises'),
    assumptions: [...areas.assumptions, ...project.assumptions],
    notKnown: unknown > 0 ? [`For ${n(unknown)} m² it is not known. They count neither way.`] : [],
    checkedHow: own.isPremises ? null : CHECKED,
    checks: null,
    computedIn: [IN.measure, IN.sweep, IN.ellipsoid],
  };
}

const CHECKED =
  'Areas are measured by sweeping a line over the outlines, exact to rounding. The shapes on the map are joined another way and must agree to a billionth of the ward, else they are refused by name.';

interface Own {
  readonly what: string;
  readonly of: string;
  readonly definition: string;
  readonly workings: readonly Working[];
  readonly notKnown?: number;
  /** Whether the recipe's layers decide it. */
  readonly ofRecipe: boolean;
  /** Whose layers decide it where that is not the recipe. */
  readonly technology?: string;
  readonly isPremises?: boolean;
}

function ownOf(
  areas: AreaAnalysis,
  { place, column, counted }: { place: number; column: string; counted: Analysis | null },
): Own | null {
  const { area, notSpots, notKnown, recipeText, recipeWords, operators, wardCodes } = areas;
  const all = area[place];
  const ellipsoid = 'on the WGS84 ellipsoid, edges straight in longitude and latitude';
  const km2 = (squareMetres: number): string => `${formulaNumber(Math.round(squareMetres) / 1_000_000)} km²`;
  const inKm2 = (value: number): Working => ({
    result: km2(value),
    working: `${n(value)} m² ÷ 1,000,000`,
    note: '',
  });
  const sum = (values: Float64Array): Working[] =>
    place < wardCodes.length
      ? []
      : [
          {
            result: `${n(values[place])} m²`,
            working: `the sum of the same column of ${n(wardCodes.length)} wards`,
            note: '',
          },
        ];
  const ofAll = `of ${km2(all)}`;
  if (column === 'units')
    return {
      what: 'Area',
      of: '',
      definition: `Area inside the ward’s outline, ${ellipsoid}.`,
      workings: [inKm2(all), ...sum(area)],
      ofRecipe: false,
    };
  if (column === 'not-known')
    return {
      what: 'Area not known',
      of: ofAll,
      definition: `Area for which the loaded coverage does not tell whether it has ${recipeWords} (recipe: ${recipeText}): outside the extent of a layer that is asked. Never counted as covered, nor as a not-spot.`,
      workings: [inKm2(notKnown[place]), ...sum(notKnown)],
      ofRecipe: true,
    };
  if ((column === 'not-spots' || column === 'share') && notSpots) {
    const [low, mid, high] = [notSpots.low[place], notSpots.mid[place], notSpots.high[place]];
    const covered = all - mid - notKnown[place];
    const rest: Working = {
      result: `${n(mid)} m² not-spot`,
      working: `${n(all)} m² − ${n(covered)} m² that is none − ${n(notKnown[place])} m² not known`,
      note: high > low ? `Between ${n(low)} and ${n(high)} m².` : '',
    };
    const share: Working = {
      result: `${n(all > 0 ? (100 * mid) / all : 0)} %`,
      working: `100 × ${n(mid)} m² ÷ ${n(all)} m²`,
      note: '',
    };
    return {
      what: column === 'share' ? 'Not-spot area as a share of the area' : 'Not-spot area',
      of: ofAll,
      definition: `Area that has ${recipeWords} (recipe: ${recipeText}): the ward’s outline without the union of the coverage, ${ellipsoid}.`,
      workings: column === 'share' ? [share, rest] : [inKm2(mid), rest, share, ...sum(notSpots.mid)],
      notKnown: notKnown[place],
      ofRecipe: true,
    };
  }
  if (column === 'premises' && counted) {
    const at = wardCodes.map((code) => counted.notSpots.mid[counted.wardCodes.indexOf(code)] ?? 0);
    const inWards = at.reduce((total, units) => total + units, 0);
    const outside = counted.notSpots.mid[counted.wardCodes.length];
    return {
      what: `Not-spot ${counted.unit}`,
      of: 'of the wards',
      definition: `${counted.unit} of all wards together that have ${counted.recipeWords}. Those outside every ward are not among them.`,
      workings: [
        {
          result: n(inWards),
          working: `${n(inWards + outside)} in all − ${n(outside)} outside every ward`,
          note: '',
        },
      ],
      isPremises: true,
      ofRecipe: true,
    };
  }
  const found = operators.find(({ technology }) => column === `none ${technology}`);
  if (!found) return null;
  const none = found.exactly[0][place];
  const some = found.exactly.slice(1).reduce((total, exactly) => total + exactly[place], 0);
  return {
    what: `Area without ${found.label}`,
    of: ofAll,
    definition: `Area that none of ${n(found.operators.length)} operators (${found.operators.join(', ')}) covers with ${found.label}, ${ellipsoid}.`,
    workings: [
      inKm2(none),
      {
        result: `${n(none)} m²`,
        working: `${n(all)} m² − ${n(some)} m² with at least one − ${n(found.notKnown[place])} m² not known`,
        note: '',
      },
    ],
    notKnown: found.notKnown[place],
    ofRecipe: false,
    technology: found.technology,
  };
}

/** Square metres to a hundredth, so that sums of them still add up to the eye. */
function n(value: number): string {
  return formulaNumber(Math.round(value * 100) / 100);
}
