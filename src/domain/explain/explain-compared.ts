import { capitalised } from '../capitalised.ts';
import type { NeedOutcome } from '../compare/comparison.ts';
import { compareWards, type WardMeasure, type WardStanding } from '../compare/ward-standing.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { formulaNumber as n } from '../project/formula-number.ts';
import type { Project } from '../project/project.ts';
import { uncapitalised } from '../uncapitalised.ts';
import type { CellExplanation, Working } from './cell-explanation.ts';
import type { ComputedIn } from './computed-in.ts';
import type { FigureSource } from './explanation.ts';
import { figureLayers } from './figure-layers.ts';
import type { AskedFigure } from './figure-question.ts';
import { figureSources } from './figure-sources.ts';
import { TOPIC_COMPUTED_IN as IN } from './topic-computed-in.ts';

/** What a comparison of wards was made from. */
export interface ComparedInput {
  readonly analysis: Analysis;
  readonly project: Project;
  readonly measure: WardMeasure;
  readonly need: NeedOutcome | null;
}

/**
 * One number that compares a ward (`ward`: its number) with others: its rank, its difference from all together, what is
 * not known, or its place by need. Null where it has no such number.
 */
export function explainCompared(
  input: ComparedInput,
  { ward, column }: { readonly ward: number; readonly column: string },
): CellExplanation | null {
  const { analysis, project, measure } = input;
  const { asks } = measure;
  const byNeed = column === 'plain' || column === 'need' || column === 'move';
  const own = byNeed ? needOf(input, { ward, column }) : measureOf(input, { ward, column });
  if (!own) return null;
  const code = analysis.wardCodes[ward] ?? 'total';
  const question = byNeed ? ({ kind: 'not-spots', place: code } as const) : { ...asks, place: code };
  const layers = figureLayers(question, analysis, project.layers);
  return {
    title: `${own.what}${code === 'total' ? '' : ` of ${analysis.wardNames[ward] || code}`}`,
    of: own.of,
    definition: own.definition,
    workings: own.workings,
    counted: `${n(analysis.rowsAt[ward < 0 ? analysis.rowsAt.length - 1 : ward])} rows of the premises file lie here.`,
    rows: own.isNotKnown ? notKnownOf(asks, code) : question,
    sources: [...(own.sources ?? []), ...figureSources(project, layers, analysis)],
    assumptions: [...(own.assumed ?? []).map((text) => ({ text, source: null })), ...project.assumptions],
    notKnown: own.notKnown ?? [],
    checkedHow: null,
    checks: own.isNotKnown ? notKnownOf(asks, code) : null,
    computedIn: [...own.files, { path: 'src/domain/not-spots/analyse.ts', does: 'counts per ward' }],
  };
}

interface Own {
  readonly what: string;
  readonly of: string;
  readonly definition: string;
  readonly workings: readonly Working[];
  readonly sources?: readonly FigureSource[];
  readonly assumed?: readonly string[];
  readonly notKnown?: readonly string[];
  readonly isNotKnown?: boolean;
  readonly files: readonly ComputedIn[];
}

/** Null where the count has no such figure of its own. */
function notKnownOf(asks: AskedFigure, place: string) {
  if (asks.kind === 'operators') return null;
  if ('layerId' in asks) return { kind: 'layer-not-known', layerId: asks.layerId, place } as const;
  return { kind: 'not-known', place, ...('uses' in asks && asks.uses ? { uses: asks.uses } : {}) } as const;
}

function measureOf(
  { analysis, measure }: ComparedInput,
  { ward, column }: { ward: number; column: string },
): Own | null {
  const compared = compareWards(measure, analysis.wardCodes.length);
  const { whole } = compared;
  const standing = compared.wards[ward];
  const at = standing ?? { units: whole.units, count: whole.count, share: whole.share };
  const unknown = at.count.notKnown;
  const notKnown =
    unknown > 0
      ? [`For ${n(unknown)} of ${n(at.units)} ${measure.unitWords} it is not known. They count neither way.`]
      : [];
  const share = percentOf(at.share.mid, at.count.mid, at.units);
  if (column === 'notKnown')
    return {
      what: `Not known: ${measure.label.toLowerCase()}`,
      of: `of ${n(at.units)} ${measure.unitWords}`,
      definition: `${capitalised(measure.unitWords)} for which the loaded files give no answer. They count neither way, and widen the range of the rank.`,
      workings: [
        {
          result: `${n(unknown)} not known`,
          working: `${n(at.units)} ${measure.unitWords} − ${n(at.units - unknown)} for which it is known`,
          note: '',
        },
      ],
      isNotKnown: true,
      files: [IN.standing],
    };
  if (column === 'share' && !Number.isNaN(at.share.mid))
    return {
      what: measure.label,
      of: `of ${n(at.units)} ${measure.unitWords}`,
      definition: `${measure.label}, what is not known among those that it is out of. Never an average of percentages.`,
      workings: [share],
      notKnown,
      files: [IN.standing],
    };
  if (!standing) return null;
  if (column === 'difference' && !Number.isNaN(standing.difference))
    return {
      what: 'Difference from all together',
      of: 'percentage points',
      definition: `${measure.label}: the ward’s own share less the share of everything counted, rows in no ward included.`,
      workings: [
        {
          result: `${n(standing.difference)} percentage points`,
          working: `${n(100 * standing.share.mid)} % − ${n(100 * whole.share.mid)} %`,
          note: '',
        },
        share,
        percentOf(whole.share.mid, whole.count.mid, whole.units, 'of all together'),
      ],
      notKnown,
      files: [IN.standing],
    };
  const rank = column === 'rank' ? rankOf(measure, standing, compared.wards) : null;
  return rank && { ...rank, workings: [...rank.workings, share], notKnown };
}

function rankOf(measure: WardMeasure, standing: WardStanding, all: readonly WardStanding[]): Own | null {
  const { rank } = standing;
  if (!rank) return null;
  const ranked = all.filter((one) => one.rank !== null);
  const words = measure.worst === 'highest' ? 'more' : 'less';
  const what =
    measure.by === 'share' ? `a share that is ${words === 'more' ? 'higher' : 'lower'}` : `${words} of them`;
  return {
    what: `Rank by ${uncapitalised(measure.label)}`,
    of: `of ${n(ranked.length)} wards that are ranked`,
    definition: `1st is the ward with the ${measure.worst === 'highest' ? 'most' : 'fewest'}${measure.by === 'share' ? ', as a share' : ''}. Equal ones share a rank. What is not known widens a ward’s bounds; where bounds overlap, a range of ranks is shown.`,
    workings: [
      {
        result: `Place ${n(rank.rank)}`,
        working: `1 + ${n(rank.rank - 1)} ${rank.rank === 2 ? 'ward' : 'wards'} with ${what}`,
        note: rank.sharing > 1 ? `${n(rank.sharing - 1)} more have the same.` : '',
      },
      {
        result: `${n(rank.best)} at best, ${n(rank.worst)} at worst`,
        working: `1 + ${n(rank.best - 1)} certainly before it; ${n(ranked.length)} − ${n(ranked.length - rank.worst)} certainly after it`,
        note: '',
      },
    ],
    files: [IN.rank, IN.standing],
  };
}

function needOf(
  { analysis, need }: ComparedInput,
  { ward, column }: { ward: number; column: string },
): Own | null {
  if (need?.kind !== 'ranked') return null;
  const { ranking, weights, choice, source, fileName } = need;
  const own = ranking.wards[ward];
  if (!own?.plain || !own.weighted) return null;
  const [plain, weighted] = [ranking.plain[ward], ranking.weighted[ward]];
  const turned = choice.higherMeansMore ? '' : ' (turned round within its range, as less means more need)';
  const weighing = `Each not-spot counts by its value of ${choice.column} in ${fileName}${turned} ÷ ${n(weights.mean)}, the mean over ${n(weights.unitsWithValue)} ${analysis.unit} with a value.`;
  const common = {
    sources: [{ gave: 'Need', source, joined: null }],
    assumed: ['Need weighs in proportion to the value: twice the value counts twice.'],
    notKnown:
      ranking.withoutValue[ward] > 0
        ? [
            `${n(ranking.withoutValue[ward])} not-spots of the ward have no value of need: they are in neither ranking.`,
          ]
        : [],
    files: [IN.need, IN.weights, IN.rank],
  };
  const places = (rank: number, sharing: number, words: string): Working => ({
    result: `Place ${n(rank)}`,
    working: `1 + ${n(rank - 1)} ${rank === 2 ? 'ward' : 'wards'} with more ${words}`,
    note: sharing > 1 ? `${n(sharing - 1)} more have as many.` : '',
  });
  const before = places(own.plain.rank, own.plain.sharing, `than ${n(plain)} not-spots`);
  const after = places(own.weighted.rank, own.weighted.sharing, `than ${n(weighted)} weighed not-spots`);
  const sum: Working = {
    result: `${n(weighted)} weighed`,
    working: `${n(plain)} not-spots × ${n(plain === 0 ? 0 : weighted / plain)}, their average weight`,
    note: '',
  };
  const of = `of ${n(ranking.wards.filter((one) => one.plain !== null).length)} wards`;
  if (column === 'plain')
    return {
      ...common,
      what: 'Rank by number',
      of,
      definition: 'Wards by their not-spots that have a value of need, each counting alike.',
      workings: [before],
      assumed: [],
    };
  if (column === 'need')
    return {
      ...common,
      what: 'Rank by need',
      of,
      definition: `Wards by their not-spots. ${weighing}`,
      workings: [after, sum],
    };
  return {
    ...common,
    what: 'Places that need moves the ward',
    of: own.move > 0 ? 'up' : own.move < 0 ? 'down' : '',
    definition: `The ward’s place by number less its place by need. ${weighing}`,
    workings: [
      {
        result: n(own.move),
        working: `${n(own.plain.rank)} by number − ${n(own.weighted.rank)} by need`,
        note: '',
      },
      before,
      after,
      sum,
    ],
  };
}

function percentOf(share: number, part: number, all: number, of = ''): Working {
  return {
    result: `${n(100 * share)} %${of === '' ? '' : ` ${of}`}`,
    working: `100 × ${n(part)} ÷ ${n(all)}`,
    note: '',
  };
}
