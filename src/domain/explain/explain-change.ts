import type { TallyComparison } from '../before-after/compare-counts.ts';
import { datasetsOfSides } from '../before-after/datasets-of-sides.ts';
import type { ComparedCounts } from '../before-after/difference-figure.ts';
import { projectsOfSides } from '../before-after/project-of-side.ts';
import { notSpotFigure } from '../not-spots/headline.ts';
import type { PremisesUse } from '../premises/premises-use.ts';
import { formulaNumber as n } from '../project/formula-number.ts';
import type { Project } from '../project/project.ts';
import type { CellExplanation, Working } from './cell-explanation.ts';
import { TOPIC_COMPUTED_IN as IN } from './topic-computed-in.ts';

/** Where a number of the table of differences stands. */
export interface ChangeAt {
  /** A ward's GSS code, "outside" or "total"; with `use`: of all wards together. */
  readonly place: string;
  /** Its place in the comparison's arrays; of the comparison by use where `use` is given. */
  readonly at: number;
  readonly use?: PremisesUse;
  readonly column: string;
}

/**
 * What lies between two counts, by its column: the difference, and who became a not-spot or ceased to be one; null for
 * other columns. Throws SideRefused where the project has lost what the sides are of.
 */
export function explainChange(
  { before, after, comparison, sides }: ComparedCounts,
  project: Project,
  { place, at, use, column }: ChangeAt,
): CellExplanation | null {
  const of: TallyComparison | null = use === undefined ? comparison : comparison.byUse;
  if (!of) return null;
  const own = ownOf(of, at, column);
  if (!own) return null;
  const projects = projectsOfSides(project, sides);
  const total = comparison.units.length - 1;
  const [was, is] = [
    notSpotFigure(before, projects.before, total),
    notSpotFigure(after, projects.after, total),
  ];
  const assumptions = new Map([...was.assumptions, ...is.assumptions].map((one) => [one.text, one]));
  const name = comparison.wardNames[at] || comparison.wardCodes[at];
  const where =
    use !== undefined
      ? `of use ${use}`
      : place === 'outside'
        ? 'outside every ward'
        : place === 'total'
          ? 'in all'
          : `in ${name}`;
  const unknown = of.before.notKnown[at] + of.moves.unknownNow[at];
  return {
    title: `${own.what} ${where}`,
    of: own.of,
    definition: `${own.definition} Before: ${was.definition} After: ${is.definition}`,
    workings: own.workings,
    counted: `${n(use === undefined ? before.rowsAt[at] : before.rowsAt[total])} rows of the premises file ${use === undefined ? 'lie here' : 'are looked at'}, the same on both sides.`,
    rows: {
      kind: 'compared-rows',
      which: own.moves,
      sides,
      place,
      ...(use === undefined ? {} : { uses: [use] }),
    },
    sources: datasetsOfSides(project, sides).map(({ fileName, source }) => ({
      gave: fileName,
      source,
      joined: null,
    })),
    assumptions: [...assumptions.values()],
    notKnown: unknown > 0 ? [`Of ${n(unknown)} at least one side knows nothing.`] : [],
    checkedHow: null,
    checks: null,
    computedIn: [IN.counts, IN.moves],
  };
}

interface Own {
  readonly what: string;
  readonly of: string;
  readonly definition: string;
  readonly workings: readonly Working[];
  /** Whose rows stand behind it. */
  readonly moves: readonly ('became' | 'ceased')[];
}

function ownOf(
  { units, before, after, difference, moves }: TallyComparison,
  at: number,
  column: string,
): Own | null {
  const [became, becameKnown] = [moves.became[at], moves.becameKnown[at]];
  const [ceased, ceasedKnown] = [moves.ceased[at], moves.ceasedKnown[at]];
  const expected = moves.expected[at] > 0;
  if (column === 'difference') {
    const [was, is, mid] = [before.mid[at], after.mid[at], difference.mid[at]];
    const [low, high] = [difference.low[at], difference.high[at]];
    const [shownWas, shownIs] = [Math.round(was), Math.round(is)];
    const working = (result: string, text: string): Working => ({ result, working: text, note: '' });
    return {
      what: 'Difference in not-spots',
      of: `not-spots, of ${n(units[at])} counted`,
      definition: 'Not-spots after less not-spots before, of the same premises.',
      workings: [
        working(n(mid), `${n(is)} after − ${n(was)} before`),
        ...(Number.isInteger(was) && Number.isInteger(is)
          ? []
          : [
              working(
                `${n(shownIs - shownWas)} as shown`,
                `${n(shownIs)} − ${n(shownWas)}, each side rounded first`,
              ),
            ]),
        ...(low === high
          ? []
          : [
              working(
                `${n(low)} at least`,
                `${n(after.low[at])} after at least − ${n(before.high[at])} before at most`,
              ),
              working(
                `${n(high)} at most`,
                `${n(after.high[at])} after at most − ${n(before.low[at])} before at least`,
              ),
            ]),
        ...(expected
          ? []
          : [
              working(
                n(mid),
                `${n(became)} became + ${n(becameKnown)} became known − ${n(ceased)} ceased − ${n(ceasedKnown)} no longer known`,
              ),
            ]),
      ],
      moves: ['became', 'ceased'],
    };
  }
  if (column === 'became')
    return {
      what: 'Became a not-spot',
      of: `of ${n(units[at])} counted`,
      definition: 'Those that are a not-spot after and were none, or not known, before.',
      workings: [
        {
          result: n(became + becameKnown),
          working: `${n(became)} that were none + ${n(becameKnown)} that were not known`,
          note: expected
            ? `Of ${n(moves.expected[at])} only a chance is known: they are not among them.`
            : '',
        },
      ],
      moves: ['became'],
    };
  if (column === 'ceased')
    return {
      what: 'Ceased to be a not-spot',
      of: `of ${n(units[at])} counted`,
      definition: 'Those that were a not-spot before and are none, or not known, after.',
      workings: [
        {
          result: n(ceased + ceasedKnown),
          working: `${n(ceased)} that are none + ${n(ceasedKnown)} that are not known`,
          note: expected
            ? `Of ${n(moves.expected[at])} only a chance is known: they are not among them.`
            : '',
        },
      ],
      moves: ['ceased'],
    };
  return null;
}
