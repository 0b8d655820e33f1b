import { capitalised } from '../../domain/capitalised.ts';
import { technologyLabel } from '../../domain/coverage/technology.ts';
import type { OperatorsPart } from '../../domain/explain/cell-question.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count, percent, unitWord } from '../../domain/not-spots/headline.ts';
import { countAt, type PlaceCount } from '../../domain/not-spots/ward-rows.ts';
import { rememberLast } from './remember-last.ts';
import { wardsByNotSpots } from './ward-table.ts';

/** Every ward's not-spots as a ranking draws them, most first. */
export interface WardBar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
  readonly notKnown: number;
}

/** The wards by not-spots; empty where the recipe ranks none. */
export const wardBars = rememberLast((analysis: Analysis): readonly WardBar[] => {
  if (!analysis.ranksWards) return [];
  return wardsByNotSpots(analysis).map((line) => ({
    key: line.code,
    label: line.name || line.code,
    value: line.notSpots.mid,
    low: line.notSpots.low,
    high: line.notSpots.high,
    of: line.units,
    notKnown: line.notSpots.notKnown,
  }));
});

/** Every ward's share of not-spots; null where no units stand or more than half of them are not known. */
export const wardShares = rememberLast((analysis: Analysis) => {
  if (!analysis.ranksWards) return [];
  return analysis.wardCodes.map((code, ward) => {
    const units = analysis.units[ward];
    const known = units > 0 && analysis.notSpots.notKnown[ward] <= units / 2;
    return {
      key: code,
      label: analysis.wardNames[ward] || code,
      value: known ? analysis.notSpots.mid[ward] / units : null,
    };
  });
});

/** How a technology's operators share out the units of a place: none, some, all, not known. */
export interface OperatorStack {
  readonly key: string;
  /** "5G, 3 operators: Beacon, Meridian, Tern" */
  readonly label: string;
  /** "41,870 premises" */
  readonly of: string;
  readonly total: number;
  readonly values: readonly number[];
  readonly shares: readonly string[];
  readonly ranges: readonly ({ readonly low: number; readonly high: number } | null)[];
}

/** The parts of an operator stack, in the order of its values. */
export const OPERATORS_PARTS: readonly OperatorsPart[] = ['none', 'some', 'all', 'not-known'];

/** The technologies of two or more operators at a place; `someLabel` says what the second part is. */
export const operatorStacks = rememberLast(
  (
    analysis: Analysis,
    place: number,
  ): { readonly rows: readonly OperatorStack[]; readonly someLabel: string } => {
    const units = analysis.units[place];
    const tallies = analysis.operators.map((tally) => ({
      ...tally,
      one: countAt(tally.atLeast[0], place),
      all: countAt(tally.atLeast[tally.atLeast.length - 1], place),
    }));
    return {
      someLabel: tallies.some(({ all }) => all.notKnown > 0)
        ? 'at least one, not known to be all'
        : 'some, not all',
      rows: tallies.map(({ technology, operators, one, all }) => {
        const values = [units - one.mid - one.notKnown, one.mid - all.mid, all.mid, one.notKnown];
        return {
          key: technology,
          label: `${capitalised(technologyLabel(technology))}, ${operators.length} operators: ${operators.join(', ')}`,
          of: `${count(units)} ${unitWord(analysis.unit, units)}`,
          total: units,
          values,
          shares: values.map((value) => (units > 0 ? percent(value / units) : 'of none')),
          ranges: rangesOf(units, one, all),
        };
      }),
    };
  },
);

/** How counts and shares are printed in charts. */
export const chartCount = count;
export const chartPercent = percent;

function rangesOf(units: number, one: PlaceCount, all: PlaceCount): OperatorStack['ranges'] {
  const known = units - one.notKnown;
  return [
    { low: known - one.high, high: known - one.low },
    { low: Math.max(0, one.low - all.high), high: one.high - all.low },
    { low: all.low, high: all.high },
    null,
  ];
}
