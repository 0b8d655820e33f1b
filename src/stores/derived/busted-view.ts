import {
  type Evaluated,
  LINE_KEYS,
  type LineKey,
  type PlanEvaluation,
} from '../../domain/evaluation/evaluation.ts';
import { lineWords } from '../../domain/evaluation/line-words.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from '../../domain/plan/intervention.ts';
import { type Lacking, lacksOfDifference, lackWords, mayTurn } from '../../domain/project/lacks.ts';
import type { Range } from '../../domain/project/range.ts';
import { numberOf } from './count-text.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { changeText, rangeBand, rangeMid, shownChange } from './range-text.ts';

/** What a plan came to before a lever was pulled, and what it comes to with it. */
export interface BustedView {
  readonly designs: readonly {
    readonly kind: BuiltIntervention;
    readonly name: string;
    /** Why there is no such design now; null: there is. */
    readonly refused: string | null;
    readonly lines: readonly BustedLine[];
  }[];
  /** Whether any figure differs. */
  readonly isChanged: boolean;
  /** "12 figures better, 2 worse" */
  readonly counts: string;
}

/** "£12,300", and below it "£9,000–£20,000"; null for an exact figure. */
export interface BustedValue {
  readonly value: string;
  readonly band: string | null;
}

export interface BustedLine {
  readonly key: LineKey;
  readonly label: string;
  readonly before: BustedValue;
  readonly after: BustedValue;
  /** "+38", "−£12,300"; "now known", "not known any more". */
  readonly change: string;
  /** Whether the change is for the better; null: neither, or nobody can say. */
  readonly isBetter: boolean | null;
  /** "worse at the high end": where the middle figure is not worse; null: it is not. */
  readonly end: string | null;
}

/** The lines in which each design differs. */
export function bustedView(before: PlanEvaluation, after: PlanEvaluation): BustedView {
  const designs = BUILT_INTERVENTIONS.flatMap((kind) => {
    const [was, is] = [before, after].map(({ interventions }) =>
      interventions.find((one) => one.kind === kind),
    );
    if (!is) return [];
    const lines = LINE_KEYS.flatMap((key) => lineOf(key, was, is));
    return [{ kind, name: INTERVENTION_TEXT[kind].name, refused: is.refused, lines }];
  });
  const all = designs.flatMap(({ lines }) => lines);
  const better = all.filter(({ isBetter }) => isBetter === true).length;
  const worse = all.filter(({ isBetter, end }) => isBetter === false || end !== null).length;
  return {
    designs,
    isChanged: all.length > 0,
    counts: `${numberOf(better, 'figure')} better, ${worse} worse`,
  };
}

function lineOf(key: LineKey, was: Evaluated | undefined, is: Evaluated): BustedLine[] {
  const figureOf = (one: Evaluated | undefined) =>
    one?.lines.find((line) => line.key === key)?.figure?.value ?? null;
  const [before, after] = [figureOf(was), figureOf(is)];
  if (before && after ? isSame(before, after) : !before && !after) return [];
  const { label, better } = lineWords(key);
  const lacks = before && after ? lacksOfDifference(after.lacks, before.lacks) : undefined;
  const unit = after?.unit ?? before?.unit ?? '';
  const by = before && after ? shownChange(before.mid, after.mid, unit) : 0;
  const change =
    by !== 0
      ? lackWords(`${by > 0 ? '+' : '−'}${changeText(by, unit)}`, lacks, by < 0)
      : before && after
        ? lacks && lacks.above.length + lacks.below.length > 0
          ? 'not known'
          : 'another range'
        : after
          ? 'now known'
          : 'not known any more';
  return [
    {
      key,
      label,
      before: wordsOf(before),
      after: wordsOf(after),
      change,
      isBetter:
        by === 0 || better === null || mayTurn(by, lacks) ? null : better === 'more' ? by > 0 : by < 0,
      end: before && after && better ? worseEnd(before, after, better) : null,
    },
  ];
}

function worseEnd(before: Range, after: Range, better: 'more' | 'less'): string | null {
  if (better === 'less')
    return after.mid <= before.mid && after.high > before.high ? 'worse at the high end' : null;
  return after.mid >= before.mid && after.low < before.low ? 'worse at the low end' : null;
}

function isSame(one: Lacking<Range>, other: Lacking<Range>): boolean {
  return JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other));
}

function wordsOf(range: Lacking<Range> | null): BustedValue {
  if (!range) return { value: 'not known', band: null };
  return { value: rangeMid(range), band: rangeBand(range)?.join('–') ?? null };
}
