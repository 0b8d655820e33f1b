import type { LayerRecord } from '../coverage/layer.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../not-spots/count-shares.ts';
import { layersAside } from '../not-spots/layers-aside.ts';
import { type LayerGroup, resolveRecipe } from '../not-spots/resolve-recipe.ts';
import { premisesCell } from '../premises/premises-table.ts';
import { PREMISES_USES, type PremisesUse } from '../premises/premises-use.ts';
import type { Prepared } from '../project/prepared.ts';
import type { WorkStep } from '../project/work-step.ts';
import { groupRowAnswer, layerRowAnswer } from '../verdict/row-answer.ts';
import { type FigureQuestion, placeNumber } from './figure-question.ts';
import type { ComparedRows, ListedRows, RowsQuestion } from './rows-question.ts';

/** Rows of the premises behind a figure: the first of them, with their names and places. */
export interface FigureRows {
  /** In tile order, as the premises are kept. */
  readonly rows: Uint32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** The row's id; where it has none, "row N", N as the file's data rows are numbered, from 1. */
  readonly names: readonly string[];
  /** How many rows count for certain, and how many only may: of a share, or between two confidences. */
  readonly sure: number;
  readonly possible: number;
}

export interface FigureRowsInput {
  readonly prepared: Prepared;
  /** Null where the question is of layers or of plain units only. */
  readonly analysis: Analysis | null;
  readonly layers: readonly LayerRecord[];
}

/** Most rows listed for one figure. */
export const MOST_FIGURE_ROWS = 20_000;

const ROWS_A_STEP = 16_384;

/**
 * The rows that a figure counts, up to `most` of them, those that count for certain and those that may alike; all are
 * counted. Throws RangeError for a place that is not loaded.
 */
export function* figureRows(
  question: Exclude<RowsQuestion, ComparedRows>,
  input: FigureRowsInput,
  most = MOST_FIGURE_ROWS,
): Generator<WorkStep, FigureRows> {
  const { premises, wards, membership } = input.prepared;
  const place = placeNumber(question.place, wards.codes);
  if (place < 0) throw new RangeError(`No ward "${question.place}" is loaded.`);
  const wanted = question.place === 'total' ? null : question.place === 'outside' ? -1 : place;
  const answerOf = rowAnswer(question, input);
  const found: number[] = [];
  let sure = 0;
  let possible = 0;
  const among = question.kind === 'listed' ? question.rows : null;
  const length = among?.length ?? premises.count;
  for (let i = 0; i < length; i++) {
    if (i % ROWS_A_STEP === 0) yield { what: 'Finding the rows', fraction: i / length };
    const row = among ? among[i] : i;
    if (row >= premises.count) throw new RangeError('These rows are not loaded any more.');
    if (wanted !== null && membership.wardOf[row] !== wanted) continue;
    const answer = answerOf(row);
    if (answer === 'no') continue;
    if (answer === 'yes') sure++;
    else possible++;
    if (found.length < most) found.push(row);
  }
  return {
    rows: Uint32Array.from(found),
    lon: Float64Array.from(found, (row) => premises.lon[row]),
    lat: Float64Array.from(found, (row) => premises.lat[row]),
    names: found.map(
      (row) => premisesCell(premises, premises.ids, row).trim() || `row ${premises.sourceRow[row] + 1}`,
    ),
    sure,
    possible,
  };
}

type RowCounts = 'yes' | 'no' | 'possible';

/** Whether a row is among those that the figure counts. */
function rowAnswer(
  question: Exclude<RowsQuestion, ComparedRows>,
  input: FigureRowsInput,
): (row: number) => RowCounts {
  const { prepared, analysis } = input;
  if (question.kind === 'listed') return listedRows(question, input);
  if ('layerId' in question) {
    const answers = prepared.answers.get(question.layerId);
    if (!answers) throw new RangeError('That layer is not loaded any more.');
    const wanted = { covered: 'yes', 'not-covered': 'no', 'layer-not-known': 'not-known' }[question.kind];
    const open = question.kind === 'layer-not-known' ? 'no' : 'possible';
    return (row) => {
      const answer = layerRowAnswer(answers, row);
      return answer === wanted ? 'yes' : answer === 'share' ? open : 'no';
    };
  }
  if (question.kind === 'operators') return operatorRows(question, input);
  const isOfUse = ofUses(question.uses, prepared);
  if (question.kind === 'units') return (row) => (isOfUse(row) ? 'yes' : 'no');
  if (!analysis) throw new RangeError('Nothing is counted yet.');
  const state = {
    'not-spots': ROW_YES,
    share: ROW_YES,
    'no-not-spots': ROW_NO,
    'not-known': ROW_NOT_KNOWN,
  }[question.kind];
  const open: RowCounts = question.kind === 'not-known' ? 'no' : 'possible';
  return (row) => {
    if (!isOfUse(row)) return 'no';
    if (analysis.rowState[row] === state) return 'yes';
    return analysis.rowState[row] === ROW_SHARE ? open : 'no';
  };
}

/** Of rows that are named, those that the filters leave: they count for certain, as whoever named them counted them. */
function listedRows(
  { uses, without, mayCount }: ListedRows,
  input: FigureRowsInput,
): (row: number) => RowCounts {
  const isOfUse = ofUses(uses, input.prepared);
  const groups = without === undefined ? [] : groupsNamed(without, input);
  const { answers } = input.prepared;
  return (row) => {
    if (!isOfUse(row)) return 'no';
    if (!groups.every((group) => groupRowAnswer(group, answers, row) === 'no')) return 'no';
    return mayCount?.has(row) ? 'possible' : 'yes';
  };
}

function ofUses(uses: readonly PremisesUse[] | undefined, prepared: Prepared): (row: number) => boolean {
  if (!uses) return () => true;
  const asked = new Set(uses.map((use) => PREMISES_USES.indexOf(use)));
  const useOf = prepared.uses?.use;
  return (row) => useOf !== undefined && asked.has(useOf[row]);
}

/** The operators, or layers of none, behind a name. */
function groupsNamed(
  name: string,
  { prepared: { answers, premises }, layers }: FigureRowsInput,
): readonly LayerGroup[] {
  const aside = new Set(layersAside(layers, answers, premises.count).map(({ layer }) => layer.id));
  const node = { kind: 'at-least', name, count: 1, place: 0 } as const;
  return [...resolveRecipe(node, layers, aside).values()].flat();
}

function operatorRows(
  { technology, atLeast }: Extract<FigureQuestion, { kind: 'operators' }>,
  input: FigureRowsInput,
): (row: number) => RowCounts {
  const { answers } = input.prepared;
  const groups = groupsNamed(technology, input);
  return (row) => {
    let sure = 0;
    let open = 0;
    for (const group of groups) {
      const answer = groupRowAnswer(group, answers, row);
      if (answer === 'yes') sure++;
      else if (answer === 'share' || answer === 'perhaps') open++;
    }
    if (sure >= atLeast) return 'yes';
    return sure + open >= atLeast ? 'possible' : 'no';
  };
}
