import { explainFigure } from '../../domain/explain/explain-figure.ts';
import type { Explanation, Formula, PublishedFigureBeside } from '../../domain/explain/explanation.ts';
import { type FigureQuestion, placeNumber, usesAsked } from '../../domain/explain/figure-question.ts';
import type { FigureRows } from '../../domain/explain/figure-rows.ts';
import type { RowsQuestion } from '../../domain/explain/rows-question.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import type { BruteForceCheck } from '../../domain/not-spots/brute-force.ts';
import { count, percent, percentPoints } from '../../domain/not-spots/headline.ts';
import type { Project } from '../../domain/project/project.ts';
import { isExact } from '../../domain/project/range.ts';
import { numberOf } from './count-text.ts';
import { rememberLast } from './remember-last.ts';
import { signedPoints } from './signed-points.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** An explanation ready to print, in the order of a sceptic's questions. */
export interface ExplanationText {
  readonly title: string;
  /** "463" or "19.9 %" */
  readonly value: string;
  /** "of 2,326 premises (19.9 %)"; '' where it is out of nothing. */
  readonly of: string;
  /** "between 420 and 510"; null for an exact count. */
  readonly range: string | null;
  readonly definition: string;
  readonly formulas: readonly { readonly result: string; readonly working: string; readonly note: string }[];
  readonly band: readonly { readonly name: string; readonly value: string; readonly how: string }[];
  readonly rows: string;
  readonly sources: readonly {
    readonly gave: string;
    readonly source: SourceText;
    readonly joined: string | null;
  }[];
  readonly dates: string;
  readonly assumptions: readonly { readonly text: string; readonly source: string | null }[];
  /** "2 assumptions, none of them sourced" */
  readonly assumedWords: string;
  readonly notKnown: readonly string[];
  readonly computedIn: Explanation['computedIn'];
  /** The rows that can be listed for it; null: none. */
  readonly rowsOf: RowsQuestion | null;
  /** What the walk by brute force counts again of it; null where that is no single number. */
  readonly checks: FigureQuestion | null;
  /** How it is checked where the walk says nothing of it; null where the walk does. */
  readonly checkedHow: string | null;
  readonly published: PublishedText | null;
}

/** Our figure, the published one and why they differ. */
export interface PublishedText {
  readonly source: SourceText;
  readonly ours: string;
  readonly theirs: string;
  readonly difference: string;
  readonly reasons: readonly string[];
}

/**
 * The explanation of a figure of the count on show; null where it has none such any more. `published`: the same thing as
 * somebody else published it, shown beside ours.
 */
export const explanationText = rememberLast(
  (
    question: FigureQuestion,
    analysis: Analysis,
    project: Project,
    published?: PublishedFigureBeside,
  ): ExplanationText | null => {
    const explanation = explainFigure(question, analysis, project, published);
    return explanation && textOf(explanation);
  },
);

/** An explanation in words. */
export function textOf(explanation: Explanation): ExplanationText {
  const { figure, asShare, dates, published } = explanation;
  const { low, mid, high, unit } = figure.value;
  const total = figure.denominator;
  const print = (value: number): string => (asShare && total ? percent(value / total) : count(value));
  const share = total !== null && total > 0 ? ` (${percent(mid / total)})` : '';
  const unsourced = figure.assumptions.filter(({ source }) => source === null).length;
  return {
    title: explanation.title,
    value: `${isExact(figure.value) ? '' : 'About '}${asShare && !total ? '–' : print(mid)}`,
    of: total === null ? unit : `of ${count(total)} ${unit}${asShare ? '' : share}`,
    range: isExact(figure.value) ? null : `between ${print(low)} and ${print(high)}`,
    definition: figure.definition,
    formulas: explanation.formulas.map(formulaText).map((formula, i) => {
      const isRounded = i === 0 && Math.abs(mid - Math.round(mid)) > 1e-6 && !asShare;
      return isRounded ? { ...formula, note: `${formula.note} Shown as ${count(mid)}.`.trim() } : formula;
    }),
    band: explanation.band
      ? [
          { name: 'Least', value: print(low), how: explanation.band.low },
          { name: 'Middle', value: print(mid), how: explanation.band.mid },
          { name: 'Most', value: print(high), how: explanation.band.high },
        ]
      : [],
    rows: `${numberOf(figure.rowsUsed, 'row')} of the premises file ${figure.rowsUsed === 1 ? 'lies' : 'lie'} here${
      explanation.rowsAre === 'possible' ? '; an expected count names no single row for certain' : ''
    }.`,
    sources: explanation.sources.map(({ gave, source, joined }) => ({
      gave,
      source: sourceText(source),
      joined: joined
        ? `Joined by ${joined.by || 'no ids'}: ${numberOf(joined.matched, 'row')} met, ${count(joined.unmatched)} did not.`
        : null,
    })),
    dates: datesText(dates),
    assumptions: figure.assumptions.map(({ text, source }) => ({
      text,
      source: source ? sourceText(source).title : null,
    })),
    assumedWords: assumedText(figure.assumptions.length, unsourced),
    notKnown: [
      figure.notKnown > 0
        ? `For ${count(figure.notKnown)} of ${count(total ?? 0)} ${unit} it is not known. They count neither way.`
        : 'For every one of them the answer is known.',
      ...explanation.notKnown,
    ].slice(explanation.question.kind === 'units' ? 1 : 0),
    computedIn: explanation.computedIn,
    rowsOf: explanation.question,
    checks: explanation.question,
    checkedHow: null,
    published: published ? publishedText(published) : null,
  };
}

/** What a check by brute force says of one figure; null where it counts no such thing. */
export function checkedText(
  question: FigureQuestion,
  check: BruteForceCheck,
  analysis: Analysis,
  explanation: ExplanationText,
): { readonly agrees: boolean; readonly text: string } | null {
  const place = placeNumber(question.place, analysis.wardCodes);
  const { counted } = check;
  if (place < 0 || usesAsked(question)) return null;
  const again = againAt(question, counted, place);
  if (again === null) return null;
  const shown = shownAt(question, analysis, place);
  const words = `${explanation.title}, counted again row by row: ${numberText(again)}`;
  const isNotSpot = ['not-spots', 'share', 'no-not-spots'].includes(question.kind);
  if (isNotSpot && !check.exact) {
    const sure = question.kind !== 'no-not-spots';
    if (!sure) return null;
    return {
      agrees: again <= analysis.notSpots.mid[place] + 1e-6,
      text: `${words} are sure, of about ${numberText(shown)} expected.`,
    };
  }
  return again === shown
    ? { agrees: true, text: `${words}, the same.` }
    : { agrees: false, text: `${words}; the screen says ${numberText(shown)}. They differ.` };
}

/** The rows that were found, in a line. */
export function rowsFoundText({ sure, possible, names }: FigureRows): string {
  const open =
    possible > 0
      ? `${sure > 0 ? ' and ' : ''}${sure > 0 ? `${count(possible)} may count` : numberOf(possible, 'row may count', 'rows may count')}`
      : '';
  const certain = sure > 0 || possible === 0 ? numberOf(sure, 'row counts', 'rows count') : '';
  const listed = names.length < sure + possible ? ` The first ${count(names.length)} are listed.` : '';
  return `${certain}${open}.${listed}`;
}

function againAt(
  question: FigureQuestion,
  counted: BruteForceCheck['counted'],
  place: number,
): number | null {
  switch (question.kind) {
    case 'units':
      return counted.units[place];
    case 'not-spots':
    case 'share':
      return counted.notSpots[place];
    case 'no-not-spots':
      return counted.units[place] - counted.notSpots[place] - counted.notKnown[place];
    case 'not-known':
      return counted.notKnown[place];
    case 'covered':
      return counted.covered.find(({ layerId }) => layerId === question.layerId)?.units[place] ?? null;
    default:
      return null;
  }
}

function shownAt(question: FigureQuestion, { units, notSpots, layers }: Analysis, place: number): number {
  switch (question.kind) {
    case 'units':
      return units[place];
    case 'no-not-spots':
      return units[place] - notSpots.mid[place] - notSpots.notKnown[place];
    case 'not-known':
      return notSpots.notKnown[place];
    case 'covered':
      return layers.find(({ layerId }) => layerId === question.layerId)?.covered.mid[place] ?? 0;
    default:
      return notSpots.mid[place];
  }
}

/** "463 not-spots = 2,326 premises − 1,863 no not-spots − 0 not known" */
function formulaText({ kind, result, terms, note }: Formula) {
  if (kind === 'ratio') {
    const [part, whole] = terms;
    return {
      result: `${percent(result.value)} ${result.label}`,
      working: `${numberText(part.value)} ${part.label} ÷ ${numberText(whole.value)} ${whole.label}`,
      note,
    };
  }
  const working = terms
    .map(
      ({ sign, label, value }, i) =>
        `${i === 0 ? '' : sign > 0 ? ' + ' : ' − '}${numberText(value)} ${label}`,
    )
    .join('');
  return { result: `${numberText(result.value)} ${result.label}`, working, note };
}

/** Whole counts as everywhere; expected ones to a tenth, so that the formula adds up. */
function numberText(value: number): string {
  return Math.abs(value - Math.round(value)) < 1e-6 ? count(value) : TENTHS.format(value);
}

const TENTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** How old the sources are, in a sentence. */
export function datesText({ oldest, newest, undated }: Explanation['dates']): string {
  const none = undated > 0 ? `${numberOf(undated, 'source has', 'sources have')} no date.` : '';
  if (oldest === null) return none || 'No source is named.';
  const span =
    oldest === newest
      ? `The data is of ${oldest}.`
      : `The oldest data is of ${oldest}, the newest of ${newest}.`;
  return none ? `${span} ${none}` : span;
}

/** How many assumptions there are, and how many nobody sourced. */
export function assumedText(all: number, unsourced: number): string {
  if (all === 0) return 'Nothing is assumed.';
  if (unsourced === all)
    return all === 1 ? 'One assumption, which nobody sourced.' : `${all} assumptions, which nobody sourced.`;
  return `${all} assumptions, ${unsourced} of which nobody sourced.`;
}

function publishedText({
  source,
  published,
  counted,
  difference,
  reasons,
}: PublishedFigureBeside): PublishedText {
  // Bounds that one decimal cannot show are rounding: the reasons say it.
  const points = (value: { low: number; mid: number; high: number }): string =>
    value.high - value.low < 0.15
      ? `${percentPoints(value.mid)} %`
      : `${percentPoints(value.mid)} % (${percentPoints(value.low)}–${percentPoints(value.high)} %)`;
  return {
    source: sourceText(source),
    ours: points(counted),
    theirs: points(published),
    difference: `${signedPoints(difference)} percentage points`,
    reasons: reasons.map(({ text }) => text),
  };
}
