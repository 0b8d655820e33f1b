import { count, percent } from '../../domain/not-spots/headline.ts';
import type { Figure, Source } from '../../domain/project/figure.ts';
import { isExact } from '../../domain/project/range.ts';
import { valueText } from './range-text.ts';
import { signedPoints } from './signed-points.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** A figure's explanation as lines to print. */
export interface FigureText {
  readonly definition: string;
  readonly basis: string;
  /** "4,312 ÷ 41,870 premises = 10.3 %"; null where the figure is no part of anything. */
  readonly working: string | null;
  readonly range: string | null;
  readonly notKnown: string;
  readonly rowsUsed: string;
  readonly sources: readonly SourceText[];
  readonly assumptions: readonly { readonly text: string; readonly source: string | null }[];
}

/** Everything that a sceptic asks of a number. `isOfPlan`: it was worked out from designs, not counted from files. */
export function figureText(figure: Figure, isOfPlan = false): FigureText {
  const { value, denominator } = figure;
  const isMoney = value.unit === 'pounds';
  const number = (one: number): string => {
    if (isOfPlan) return valueText(one, value.unit, value.high);
    if (isMoney) return `£${count(one)}`;
    return value.unit === 'percentage points'
      ? signedPoints(one).replace('+', '')
      : count(one).replace('-', '−');
  };
  const share = denominator ? ` = ${percent(value.mid / denominator)}` : '';
  return {
    definition: figure.definition,
    basis: isOfPlan
      ? OF_PLAN[value.basis]
      : isMoney
        ? PRICED
        : value.unit === 'm²'
          ? MEASURED_AREA
          : BASIS[value.basis],
    working:
      denominator === null ? null : `${count(value.mid)} ÷ ${count(denominator)} ${value.unit}${share}`,
    range: isExact(value)
      ? null
      : `Between ${number(value.low)} and ${number(value.high)}; ${number(value.mid)} is ${isOfPlan && value.basis === 'measured' ? 'what is known' : isMoney || isOfPlan ? 'the middle' : 'the expectation'}.`,
    notKnown:
      figure.notKnown > 0
        ? `${count(figure.notKnown)} ${value.unit === 'm²' ? 'm² of it' : 'of them'} are not known and not counted in.`
        : isMoney || isOfPlan
          ? ''
          : value.unit === 'm²'
            ? 'For all of it the answer is known.'
            : 'For every one of them the answer is known.',
    rowsUsed:
      value.unit === 'm²'
        ? `${count(figure.rowsUsed)} ${figure.rowsUsed === 1 ? 'ward' : 'wards'} measured`
        : `${count(figure.rowsUsed)} rows used`,
    sources: uniqueSources(figure.sources),
    assumptions: figure.assumptions.map(({ text, source }) => ({
      text,
      source: source ? lineOf(source) : null,
    })),
  };
}

const OF_PLAN = {
  measured: 'Counted row by row over the premises asked for.',
  published: 'As published, times what is designed.',
  modelled: 'Worked out from the designs and the figures of the register; nobody has surveyed it.',
  assumed: 'Assumed.',
} as const;

const MEASURED_AREA =
  'Measured from the loaded outlines by sweeping a line over them, exact to rounding; the shapes on the map follow its lines, are measured again corner by corner, and must agree to a billionth of the ward.';

const PRICED =
  'Quantities from the loaded streets and premises, priced with the rate card; nobody has surveyed it.';

const BASIS = {
  measured: 'Counted row by row from the loaded files.',
  published: 'As published.',
  modelled: 'Expected from published shares of areas: a band, not a count of named rows.',
  assumed: 'Assumed.',
} as const;

function uniqueSources(sources: readonly Source[]): SourceText[] {
  const lines = new Map(sources.map((source) => [lineOf(source), sourceText(source)]));
  return [...lines.values()];
}

function lineOf(source: Source): string {
  const { title, details } = sourceText(source);
  return `${title} (${details})`;
}
