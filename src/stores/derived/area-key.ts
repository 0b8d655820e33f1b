import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';
import { type AreaStep, areaSteps } from './area-steps.ts';
import { areaText, shareText } from './area-text.ts';

/** One line of the areas' key: how it looks, what it is, and how much there is of it in all wards together. */
export interface AreaKeyLine extends AreaStep {
  readonly label: string;
  /** "41.3 km² (42.9 %)" */
  readonly note: string;
}

/** The key of a drawing: of the not-spots (null), or of a technology by how many operators cover. Nothing that is nowhere. */
export function areaKey(analysis: AreaAnalysis, technology: string | null): readonly AreaKeyLine[] {
  const total = analysis.area.length - 1;
  const whole = analysis.area[total];
  const operators = analysis.operators.find((one) => one.technology === technology);
  const line = (step: AreaStep, label: string, squareMetres: number): AreaKeyLine => ({
    ...step,
    label,
    note: `${areaText(squareMetres)} (${shareText(squareMetres, whole)})`,
  });
  if (operators) {
    const { exactly, notKnown, label } = operators;
    const all = exactly.length - 1;
    return areaSteps({ technology: operators.technology, count: all }).flatMap((step) => {
      if (step.answer === 'not-known')
        return someOf(line(step, 'not known', notKnown[total]), notKnown[total]);
      const n = Number(step.answer);
      return [line(step, operatorWords(label, n, all), exactly[n][total])];
    });
  }
  const { notSpots, notKnown } = analysis;
  if (!notSpots) return [];
  const [spot, between, unknown] = areaSteps(null);
  const open = notSpots.high[total] - notSpots.low[total];
  return [
    line(spot, `not-spot: ${analysis.recipeWords}`, notSpots.low[total]),
    ...someOf(line(between, 'not-spot only by the stricter confidence', open), open),
    ...someOf(line(unknown, 'not known', notKnown[total]), notKnown[total]),
  ];
}

function someOf(line: AreaKeyLine, squareMetres: number): AreaKeyLine[] {
  return squareMetres > 0 ? [line] : [];
}

function operatorWords(label: string, n: number, all: number): string {
  if (n === 0) return `no ${label} at all`;
  if (n === all) return `${label} of all ${all} operators`;
  return n === 1 ? `${label} of one operator` : `${label} of ${n} operators`;
}
