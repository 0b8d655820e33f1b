import { capitalised } from '../capitalised.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { Assumption, Figure } from '../project/figure.ts';
import { isBackdrop, type Project } from '../project/project.ts';
import { rangeOf } from '../project/range.ts';
import type { Analysis } from './analysis.ts';
import { countAt, wardRows } from './ward-rows.ts';

/** The headline in parts, so that a screen can make the number large: `number` `rest`. */
export interface Headline {
  /** "4,312" or "1,204 to 1,611" */
  readonly number: string;
  /** "of 41,870 premises (10.3 %) in 9 of 20 wards have neither gigabit nor 5G." */
  readonly rest: string;
  /** "Of the others, 212 are not known." or '' */
  readonly notKnown: string;
  readonly figure: Figure;
}

/** The sentence over the map, made from the counts there and then. */
export function headline(analysis: Analysis, project: Project): Headline {
  const figure = notSpotFigure(analysis, project, analysis.units.length - 1);
  const { low, mid, high } = figure.value;
  const total = figure.denominator ?? 0;
  const affected = wardRows(analysis).filter((row) => row.kind === 'ward' && row.notSpots.mid > 0).length;
  const wards = analysis.wardCodes.length;
  const where =
    wards > 0 && mid > 0 && analysis.ranksWards
      ? ` in ${affected === wards ? `all ${wards}` : `${affected} of ${wards}`} wards`
      : '';
  const number = low === high ? count(mid) : `About ${count(mid)}`;
  const band = low === high ? '' : ` (between ${count(low)} and ${count(high)})`;
  const share = total > 0 ? ` (${percent(mid / total)})` : '';
  const verb = mid === 1 && low === high ? 'has' : 'have';
  return {
    number,
    rest: `of ${count(total)} ${unitWord(analysis.unit, total)}${share}${where} ${verb} ${analysis.recipeWords}${band}.`,
    notKnown: figure.notKnown > 0 ? `For ${count(figure.notKnown)} it is not known.` : '',
    figure,
  };
}

/** Not-spots of one place (ward number, outside, total) with everything that explains them. */
export function notSpotFigure(analysis: Analysis, project: Project, place: number): Figure {
  const at = countAt(analysis.notSpots, place);
  const fromShares = analysis.layers.some((layer) => layer.fromShares);
  const assumptions: Assumption[] = analysis.notes
    .filter(
      (note) =>
        note.kind === 'extent-assumed' ||
        note.kind === 'shares-combined' ||
        note.kind === 'layer-aside' ||
        note.kind === 'share-unit' ||
        note.kind === 'confidence-range' ||
        note.kind === 'placed-by-areas',
    )
    .map((note) => ({ text: note.text, source: null }));
  return {
    value: rangeOf(
      at.low,
      at.mid,
      at.high,
      analysis.unit,
      fromShares && at.low !== at.high ? 'modelled' : 'measured',
    ),
    denominator: analysis.units[place],
    definition: `${capitalised(analysis.unit)} that have ${analysis.recipeWords} (recipe: ${analysis.recipeText}).`,
    sources: project.datasets.filter((dataset) => !isBackdrop(dataset.role)).map((dataset) => dataset.source),
    assumptions: [...assumptions, ...project.assumptions],
    rowsUsed: analysis.rowsAt[place],
    notKnown: at.notKnown,
  };
}

/** A count for reading: whole, with thousands separated. Expected counts are rounded to whole units here only. */
export function count(value: number): string {
  return COUNTS.format(Math.round(value));
}

/** Made once: toLocaleString makes one each time, which a table of 700 wards feels. */
const COUNTS = new Intl.NumberFormat('en-GB');

/** A share (0–1) for reading, one decimal, halves away from zero; never 0.0 % or 100.0 % unless exactly so. */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return 'under 0.1 %';
  if (share < 1 && share > 0.9995) return 'over 99.9 %';
  return `${oneDecimal(share * 100)} %`;
}

/** One decimal, as paper rounds: 75.55 is 75.6, though its double lies a hair below. */
function oneDecimal(value: number): string {
  return (Math.round(value * 10 * (1 + ROUNDING_SLACK)) / 10).toFixed(1);
}

/** Far more than a quotient of two counts is off, far less than anything printed. */
const ROUNDING_SLACK = 1e-12;

/** The unit's word for a number of them. */
export function unitWord(unit: Unit, number: number): string {
  if (number !== 1 || unit === 'premises') return unit;
  return unit.slice(0, -1);
}

/** A percentage or percentage points to the tenth that is printed: 75.55 is 75.6. */
export function tenths(value: number): number {
  return Number(oneDecimal(Math.abs(value))) * Math.sign(value);
}

/** A size in percent or percentage points, without its sign, one decimal, halves up: "1.8". */
export function percentPoints(value: number): string {
  return oneDecimal(Math.abs(value));
}
