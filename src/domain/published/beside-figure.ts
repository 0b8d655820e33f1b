import type { Figure } from '../project/figure.ts';
import { formulaNumber } from '../project/formula-number.ts';
import { rangeOf } from '../project/range.ts';
import { type BesideInput, publishedBeside } from './published-beside.ts';

/**
 * The difference of a counted and a published share, in percentage points, with everything that explains it. Not known:
 * counted units of which no layer tells. Throws RangeError as publishedBeside does.
 */
export function besideFigure(input: BesideInput): Figure {
  const { figure, table, counted } = input;
  const { counted: share, published, difference } = publishedBeside(input);
  const own = counted.layers.map(({ source }) => source);
  return {
    value: rangeOf(
      share.low - published.high,
      difference,
      share.high - published.low,
      'percentage points',
      'measured',
    ),
    denominator: null,
    definition: `Counted: 100 × ${formulaNumber(counted.mid)} ÷ ${formulaNumber(counted.units)} ${counted.unit} = ${formulaNumber(share.mid)} % (${counted.definition}). Published for ${figure.name} (${table.definition}): ${formulaNumber(figure.percent)} %, which rounded may stand for ${formulaNumber(published.low)} to ${formulaNumber(published.high)} %. Counted − published = ${formulaNumber(share.mid)} − ${formulaNumber(figure.percent)} = ${formulaNumber(difference)} percentage points.`,
    sources: [table.source, ...own, ...(counted.premisesSource ? [counted.premisesSource] : [])],
    assumptions: table.technologyGuessed
      ? [{ text: 'The technology of the published share is taken from the file’s name.', source: null }]
      : [],
    rowsUsed: counted.rows,
    notKnown: counted.notKnown,
  };
}
