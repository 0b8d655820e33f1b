import type { NeedOutcome } from '../compare/comparison.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { notSpotFigure } from '../not-spots/headline.ts';
import type { Figure } from '../project/figure.ts';
import { formulaNumber } from '../project/formula-number.ts';
import type { Project } from '../project/project.ts';
import { rangeOf } from '../project/range.ts';

/**
 * The not-spots of one place (ward number, outside, total) weighed by need, with everything that explains them. Not known:
 * not-spots without a value of need.
 */
export function needFigure(
  need: Extract<NeedOutcome, { kind: 'ranked' }>,
  analysis: Analysis,
  { project, place }: { readonly project: Project; readonly place: number },
): Figure {
  const { ranking, weights, choice, source, fileName } = need;
  const [plain, weighted] = [ranking.plain[place], ranking.weighted[place]];
  const counted = notSpotFigure(analysis, project, place);
  const turned = choice.higherMeansMore ? '' : ' (turned round within its range, as less means more need)';
  const average =
    plain === 0
      ? `No not-spot has a value, so the sum is ${formulaNumber(weighted)}.`
      : `Not-spots with a value × their average weight = ${formulaNumber(plain)} × ${formulaNumber(weighted / plain)} = ${formulaNumber(weighted)}.`;
  return {
    value: rangeOf(weighted, weighted, weighted, analysis.unit, counted.value.basis),
    denominator: null,
    definition: `${counted.definition} Each counts by need: its value of ${choice.column} in ${fileName}${turned} ÷ ${formulaNumber(weights.mean)}, the mean over ${formulaNumber(weights.unitsWithValue)} ${analysis.unit} with a value. ${average}`,
    sources: [source, ...counted.sources.filter((one) => one !== source)],
    assumptions: [
      { text: 'Need weighs in proportion to the value: twice the value counts twice.', source: null },
      ...counted.assumptions,
    ],
    rowsUsed: counted.rowsUsed,
    notKnown: ranking.withoutValue[place],
  };
}
