import type { Analysis } from '../not-spots/analysis.ts';
import { notSpotFigure } from '../not-spots/headline.ts';
import type { Assumption, Figure } from '../project/figure.ts';
import { formulaNumber } from '../project/formula-number.ts';
import type { Project } from '../project/project.ts';
import { rangeOf } from '../project/range.ts';
import type { CountComparison } from './compare-counts.ts';
import type { CountSides } from './count-side.ts';
import { datasetsOfSides } from './datasets-of-sides.ts';
import { projectsOfSides } from './project-of-side.ts';

/** Both counts, what lies between them, and the sides they are of. */
export interface ComparedCounts {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly comparison: CountComparison;
  readonly sides: CountSides;
}

/**
 * The difference of all premises, after less before, with everything that explains it. Not known: units of which at least
 * one side knows nothing. Throws SideRefused where the project has since lost what the sides are of.
 */
export function differenceFigure(
  { before, after, comparison, sides }: ComparedCounts,
  project: Project,
): Figure {
  const { difference, moves, units, unit } = comparison;
  const total = units.length - 1;
  const projects = projectsOfSides(project, sides);
  const [was, is] = [
    notSpotFigure(before, projects.before, total),
    notSpotFigure(after, projects.after, total),
  ];
  const [low, mid, high] = [difference.low[total], difference.mid[total], difference.high[total]];
  const isModelled = low !== high && [was, is].some(({ value }) => value.basis === 'modelled');
  const assumptions = new Map<string, Assumption>();
  for (const assumption of [...was.assumptions, ...is.assumptions])
    if (!assumptions.has(assumption.text)) assumptions.set(assumption.text, assumption);
  const less = (one: number, other: number, equals: number): string =>
    `${formulaNumber(one)} − ${formulaNumber(other)} = ${formulaNumber(equals)}`;
  const [shownWas, shownIs] = [Math.round(was.value.mid), Math.round(is.value.mid)];
  const parts = [
    `Before: ${was.definition} After: ${is.definition}`,
    `After − before = ${less(is.value.mid, was.value.mid, mid)}.`,
    Number.isInteger(is.value.mid) && Number.isInteger(was.value.mid)
      ? ''
      : `The screen rounds each side first: ${less(shownIs, shownWas, shownIs - shownWas)}.`,
    low === high
      ? ''
      : `Lowest: after at least − before at most = ${less(is.value.low, was.value.high, low)}. Highest: after at most − before at least = ${less(is.value.high, was.value.low, high)}.`,
    moves.expected[total] > 0
      ? ''
      : `Row by row: became + became known − ceased − no longer known = ${formulaNumber(moves.became[total])} + ${formulaNumber(moves.becameKnown[total])} − ${formulaNumber(moves.ceased[total])} − ${formulaNumber(moves.ceasedKnown[total])} = ${formulaNumber(mid)}.`,
  ];
  return {
    value: rangeOf(low, mid, high, unit, isModelled ? 'modelled' : 'measured'),
    denominator: null,
    definition: parts.filter((part) => part !== '').join(' '),
    sources: datasetsOfSides(project, sides).map(({ source }) => source),
    assumptions: [...assumptions.values()],
    rowsUsed: is.rowsUsed,
    notKnown: comparison.before.notKnown[total] + moves.unknownNow[total],
  };
}
