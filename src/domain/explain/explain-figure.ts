import { capitalised } from '../capitalised.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import { technologyDefinition, technologyLabel } from '../coverage/technology.ts';
import type { Analysis, AnalysisNote } from '../not-spots/analysis.ts';
import { count as grouped, unitWord } from '../not-spots/headline.ts';
import type { Assumption, Figure } from '../project/figure.ts';
import type { Project } from '../project/project.ts';
import { rangeOf } from '../project/range.ts';
import { computedIn } from './computed-in.ts';
import type { BandWords, Explanation, PublishedFigureBeside } from './explanation.ts';
import { type FigureCount, figureCount } from './figure-count.ts';
import { figureFormulas } from './figure-formulas.ts';
import { figureLayers } from './figure-layers.ts';
import { type FigureQuestion, usesAsked } from './figure-question.ts';
import { figureSources } from './figure-sources.ts';

/**
 * Everything behind one printed number, from the count on show; null where the count has no such number. `published` is
 * a figure of the same thing published elsewhere.
 */
export function explainFigure(
  question: FigureQuestion,
  analysis: Analysis,
  project: Project,
  published?: PublishedFigureBeside,
): Explanation | null {
  const count = figureCount(question, analysis, project);
  if (!count) return null;
  const layers = figureLayers(question, analysis, project.layers);
  const { low, mid, high, notKnown } = count.value;
  const banded = low !== high;
  const sources = figureSources(project, layers, analysis);
  const dates = sources.flatMap(({ source }) => source.date ?? []).sort();
  const figure: Figure = {
    value: rangeOf(low, mid, high, count.what, banded ? 'modelled' : 'measured'),
    denominator: question.kind === 'units' ? null : count.units,
    definition: definitionOf(question, count, analysis, layers),
    sources: sources.map(({ source }) => source),
    assumptions: [...assumptionsOf(analysis.notes, layers, question), ...project.assumptions],
    rowsUsed: analysis.rowsAt[count.place],
    notKnown,
  };
  return {
    question,
    title: `${titleOf(question, count, layers)} ${placeWords(question.place, count.place, analysis, project)}`,
    figure,
    asShare: question.kind === 'share',
    formulas: figureFormulas(question, count, analysis),
    band: banded ? bandWords(layers) : null,
    sources,
    dates: {
      oldest: dates[0] ?? null,
      newest: dates.at(-1) ?? null,
      undated: sources.filter(({ source }) => source.date === null).length,
    },
    notKnown: notKnownLines(question, analysis, layers, count.place),
    computedIn: computedIn(question, new Set(layers.map(({ shape }) => shape)), banded),
    rowsAre: banded ? 'possible' : 'counted',
    ...(published ? { published } : {}),
  };
}

function titleOf(
  question: FigureQuestion,
  { what, label }: FigureCount,
  layers: readonly LayerRecord[],
): string {
  const use = usesAsked(question) ? `, ${what},` : '';
  switch (question.kind) {
    case 'units':
      return capitalised(what);
    case 'share':
      return `Not-spots as a share of ${what}`;
    case 'no-not-spots':
      return `${capitalised(what)} that are no not-spots`;
    case 'not-known':
      return `Not known${use}`;
    case 'layer-not-known':
      return `Not known by ${layers[0]?.name ?? 'the layer'}`;
    default:
      return `${capitalised(label)}${use}`;
  }
}

function placeWords(key: string, place: number, analysis: Analysis, project: Project): string {
  if (key === 'total') return project.name ? `in ${project.name}` : 'in total';
  return key === 'outside' ? 'outside every ward' : `in ${analysis.wardNames[place] || key}`;
}

function definitionOf(
  question: FigureQuestion,
  { what }: FigureCount,
  analysis: Analysis,
  layers: readonly LayerRecord[],
): string {
  const lacking = `${capitalised(what)} that have ${analysis.recipeWords} (recipe: ${analysis.recipeText})`;
  switch (question.kind) {
    case 'units':
      return `${capitalised(what)} of the loaded premises file that have a place, by where they lie.`;
    case 'not-spots':
      return `${lacking}.`;
    case 'share':
      return `${lacking}, out of all ${what} of the place. Never an average of percentages.`;
    case 'no-not-spots':
      return `${capitalised(what)} that are known not to be not-spots: not those that have ${analysis.recipeWords}.`;
    case 'not-known':
      return `${capitalised(what)} for which the loaded files do not tell whether they have ${analysis.recipeWords}. Never counted as covered, nor as not-spots.`;
    case 'operators': {
      const label = technologyLabel(question.technology);
      const meaning = technologyDefinition(question.technology) ?? 'as the layers define it';
      const number =
        question.atLeast === 1 ? 'at least one operator' : `at least ${question.atLeast} operators`;
      return `${capitalised(what)} covered by ${label} of ${number}: ${meaning}. An operator counts once, however many layers it has.`;
    }
    default: {
      const [layer] = layers;
      const meaning =
        layer?.definition ||
        (layer && technologyDefinition(layer.technology)) ||
        'The file gives no definition';
      const says = {
        covered: 'covered by',
        'not-covered': 'not covered by',
        'layer-not-known': 'not known by',
      };
      return `${capitalised(what)} ${says[question.kind]} ${layer?.name ?? 'the layer'}: ${meaning}.`.replace(
        /\.\.$/,
        '.',
      );
    }
  }
}

const ASSUMED: ReadonlySet<AnalysisNote['kind']> = new Set([
  'extent-assumed',
  'shares-combined',
  'layer-aside',
  'share-unit',
  'confidence-range',
  'placed-by-areas',
] as const);

/** What the count took for granted, as far as it touches these layers. */
function assumptionsOf(
  notes: readonly AnalysisNote[],
  layers: readonly LayerRecord[],
  { kind }: FigureQuestion,
): Assumption[] {
  const used = new Set(layers.map(({ id }) => id));
  return notes
    .filter((note) => ASSUMED.has(note.kind))
    .filter((note) => {
      if (note.kind === 'layer-aside') return layers.length > 0;
      return note.layerId === null
        ? kind !== 'units' || note.kind === 'placed-by-areas'
        : used.has(note.layerId);
    })
    .map((note) => ({ text: note.text, source: null }));
}

/** How bounds come about: of shares of areas, or of two confidences of prediction. */
function bandWords(layers: readonly LayerRecord[]): BandWords {
  return layers.some(({ shape }) => shape === 'shares')
    ? {
        low: 'the fewest that the published shares and their rounding allow: of every area, those that do not count stand here as far as they can.',
        mid: 'the share of every area times its units that stand here, as if they were spread evenly.',
        high: 'the most that the shares allow: of every area, those that count stand here as far as they can.',
      }
    : {
        low: 'those that count whichever confidence of prediction is taken.',
        mid: 'the low figure and half of the units between the two confidences (assumed).',
        high: 'those that count at one of the two confidences at least.',
      };
}

function notKnownLines(
  question: FigureQuestion,
  analysis: Analysis,
  layers: readonly LayerRecord[],
  place: number,
): string[] {
  if (question.kind === 'units')
    return analysis.notes.filter(({ kind }) => kind === 'outside-wards').map(({ text }) => text);
  const own = layers.flatMap(({ id, name }) => {
    const missing = analysis.layers.find(({ layerId }) => layerId === id)?.covered.notKnown[place] ?? 0;
    return missing > 0
      ? [`${name} says nothing of ${grouped(missing)} ${unitWord(analysis.unit, missing)} here.`]
      : [];
  });
  const used = new Set(layers.map(({ id }) => id));
  const notes = analysis.notes
    .filter(({ kind, layerId }) => !ASSUMED.has(kind) && layerId !== null && used.has(layerId))
    .map(({ text }) => text);
  return [...own, ...notes];
}
