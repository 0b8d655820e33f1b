import { indexRecords, joinRecords } from '../coverage/answers-from-records.ts';
import { placeInShares } from '../coverage/answers-from-shares.ts';
import {
  findKeyJoin,
  joinWords,
  type KeyJoin,
  type KnownKeys,
  keyReader,
  type LookupTable,
  premisesColumn,
} from '../coverage/key-join.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { RecordCoverage, ShareCoverage } from '../coverage/layer-data.ts';
import { findShareJoin, type ShareJoin } from '../coverage/share-join.ts';
import type { AreaTable } from '../geo/area-table.ts';
import { vintageOfColumn } from '../geo/area-vintage.ts';
import type { AnalysisNote, JoinReport } from '../not-spots/analysis.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { idKey, isRoundedId } from '../tables/id-key.ts';
import { counted } from '../tables/issue-collector.ts';
import { cellText } from '../tables/text-column.ts';
import type { Answered } from './answered.ts';
import type { WorkStep } from './work-step.ts';

/** What layers are joined with. */
export interface JoinWith {
  readonly premises: PremisesTable;
  readonly lookups: readonly LookupTable[];
  readonly areas: readonly { areas: AreaTable; fileName: string; codeColumn?: string }[];
  /** The layer's own column of codes or ids. */
  readonly codeColumn: string | undefined;
}

/** Ids shown of each kind. */
const MOST_SHOWN = 5;

/**
 * Answers of per-premises records: joined by the premises' own ids, by the column the layer names, or by what is found
 * to lead to their ids. Says what met and what did not.
 */
export function* answerByRecords(
  layer: LayerRecord,
  records: RecordCoverage,
  given: JoinWith,
): Generator<WorkStep, Answered> {
  const { premises } = given;
  const index = yield* indexRecords(records);
  const join: KeyJoin = joinAsked(layer, index.rows, given) ??
    findKeyJoin(index.rows, premises, given.lookups) ?? { kind: 'column', name: premises.ids.name };
  const met = yield* joinRecords(index, premises, keyReader(join, premises));
  const lookup = lookupTrouble(join, premises, met.rowsWithoutKey);
  const report: JoinReport = {
    layerId: layer.id,
    layer: layer.name,
    by: joinWords(join),
    matched: premises.count - met.premisesWithoutRecord,
    unmatched: met.premisesWithoutRecord,
    unmatchedExamples: shownIds(premises, join, met.rowsWithout),
    unused: met.unmatchedRecords,
    unusedExamples: met.unmatched,
    ambiguous: met.ambiguousIds + lookup.ambiguous.length,
    ambiguousExamples: [...met.ambiguous, ...lookup.ambiguous].slice(0, MOST_SHOWN),
    rounded: index.roundedIds + lookup.rounded,
    repaired: index.repairedIds,
  };
  const { note, notes } = noteList(layer);
  const without = met.premisesWithoutRecord;
  note('records-missing', without, `${counted(without, 'row')} in no record: not known.`, {
    examples: report.unmatchedExamples,
  });
  note('records-unmatched', report.unused, `${counted(report.unused, 'record')} of no loaded row.`, {
    examples: report.unusedExamples,
  });
  const { ambiguousIds } = met;
  note(
    'records-ambiguous',
    ambiguousIds,
    `${counted(ambiguousIds, 'id')} twice there with different values: not known.`,
    { examples: met.ambiguous },
  );
  joinNotes(note, report, lookup.ambiguous);
  return { answers: met.answers, notes, join: report, way: join };
}

/**
 * Answers of shares of areas: placed by their own shapes, by the code that premises carry or look-ups lead to, or by
 * loaded shapes of the same codes.
 */
export function answerByShares(layer: LayerRecord, shares: ShareCoverage, given: JoinWith): Answered {
  const { premises } = given;
  const { note, notes } = noteList(layer);
  const join: ShareJoin | null = shares.areas
    ? null
    : (joinAsked(layer, new Set(shares.codes.map(idKey)), given) ??
      findShareJoin(shares.codes, premises, given.areas, given.lookups));
  if (!shares.areas && !join) {
    note(
      'no-area',
      premises.count,
      'no column of the premises and no loaded areas have its codes, so nothing is known from it. Drop in the areas too, or choose the column on the Data page.',
    );
  }
  const byKey = join && join.kind !== 'areas' ? join : null;
  const keyAt = byKey ? keyReader(byKey, premises) : undefined;
  const answers = placeInShares(
    { ...shares, areas: shares.areas ?? (join?.kind === 'areas' ? join.areas : null) },
    premises,
    keyAt,
  );
  const lost: number[] = [];
  for (let row = 0; row < premises.count; row++) if (answers.area[row] < 0) lost.push(row);
  const unmatched = lost.length;
  const examples = byKey ? shownIds(premises, byKey, lost) : [];
  if (shares.areas || join)
    note(
      'no-area',
      unmatched,
      `${counted(unmatched, 'row')} lie in none of its areas, or in one without a share, and are not known.`,
      { examples },
    );
  if (shares.areas) return { answers, notes, join: null };
  const used = new Set(answers.area);
  const unused = shares.codes.filter((_, area) => !used.has(area));
  const trouble = byKey ? lookupTrouble(byKey, premises, lost) : { ambiguous: [], rounded: 0 };
  const report: JoinReport = {
    layerId: layer.id,
    layer: layer.name,
    by: join === null ? '' : join.kind === 'areas' ? join.fileName : joinWords(join),
    matched: premises.count - unmatched,
    unmatched,
    unmatchedExamples: examples,
    unused: unused.length,
    unusedExamples: unused.slice(0, MOST_SHOWN),
    ambiguous: trouble.ambiguous.length,
    ambiguousExamples: trouble.ambiguous.slice(0, MOST_SHOWN),
    rounded: trouble.rounded,
    repaired: 0,
  };
  joinNotes(note, report, trouble.ambiguous);
  const theirs =
    join?.kind === 'areas'
      ? given.areas.find(({ areas }) => areas === join.areas)?.codeColumn
      : byKey?.kind === 'lookup'
        ? byKey.steps.at(-1)?.code
        : byKey?.name;
  otherYearNote(note, unmatched, given.codeColumn, theirs);
  return { answers, notes, join: report, way: join };
}

/** The way by the column that a person chose: it has the ids itself, or look-ups lead from it to them. null: none chosen. */
function joinAsked(
  { joinColumn }: LayerRecord,
  known: KnownKeys,
  { premises, lookups }: JoinWith,
): KeyJoin | null {
  if (!joinColumn) return null;
  const column = premisesColumn(premises, joinColumn);
  const found = column ? findKeyJoin(known, { ...premises, ids: column, columns: [] }, lookups) : null;
  return found ?? { kind: 'column', name: joinColumn };
}

/** Says so where the names of two joined columns state codes of different years and some met nothing. */
function otherYearNote(
  note: AddNote,
  unmatched: number,
  ours: string | undefined,
  theirs: string | undefined,
): void {
  const [mine, other] = [ours, theirs].map((name) => (name === undefined ? null : vintageOfColumn(name)));
  if (!mine || !other || mine.year === other.year) return;
  note(
    'vintage',
    unmatched,
    `its codes are of ${mine.year} ("${ours}"), those they are joined to of ${other.year} ("${theirs}"): ${counted(unmatched, 'row')} met none.`,
  );
}

type AddNote = (
  kind: AnalysisNote['kind'],
  count: number,
  text: string,
  more?: { readonly examples: readonly string[] },
) => void;

/** Notes of a layer that begin with its name; those that concern nothing are not kept. */
function noteList(layer: LayerRecord): { note: AddNote; notes: AnalysisNote[] } {
  const notes: AnalysisNote[] = [];
  const note: AddNote = (kind, count, text, more) => {
    if (count === 0) return;
    const examples = more && more.examples.length > 0 ? { examples: more.examples } : {};
    notes.push({ kind, count, text: `${layer.name}: ${text}`, layerId: layer.id, ...examples });
  };
  return { note, notes };
}

function joinNotes(note: AddNote, report: JoinReport, ambiguousKeys: readonly string[]): void {
  note(
    'lookup-ambiguous',
    ambiguousKeys.length,
    `${counted(ambiguousKeys.length, 'key')} of the look-up stand for several codes and lead nowhere.`,
    { examples: ambiguousKeys.slice(0, MOST_SHOWN) },
  );
  note(
    'ids-rounded',
    report.rounded,
    `${counted(report.rounded, 'id')} rounded by a spreadsheet (1.00023E+11): not joined. Export them as text.`,
  );
  note(
    'ids-repaired',
    report.repaired,
    `${counted(report.repaired, 'id')} joined without padding zeros or ".0".`,
  );
}

/** Of rows that met nothing: keys that a look-up refuses, and how many ids a spreadsheet rounded. */
function lookupTrouble(
  join: KeyJoin,
  premises: PremisesTable,
  rows: readonly number[],
): { ambiguous: string[]; rounded: number } {
  const column = premisesColumn(premises, join.name);
  const ambiguous = new Set<string>();
  let rounded = 0;
  if (!column) return { ambiguous: [], rounded };
  const steps = join.kind === 'lookup' ? join.steps : [];
  for (const row of rows) {
    const text = cellText(column, premises.sourceRow[row]);
    let key = idKey(text);
    if (key === '' && isRoundedId(text)) rounded++;
    for (const { codes } of steps) {
      if (codes.ambiguous.has(key)) ambiguous.add(key);
      key = codes.codeOf.get(key) ?? '';
    }
  }
  return { ambiguous: [...ambiguous], rounded };
}

/** The first few different ids of premises rows. */
function shownIds(premises: PremisesTable, join: KeyJoin, rows: readonly number[]): string[] {
  const column = premisesColumn(premises, join.name);
  const shown = new Set<string>();
  if (!column) return [];
  for (const row of rows) {
    const text = cellText(column, premises.sourceRow[row]).trim();
    if (text !== '') shown.add(text);
    if (shown.size === MOST_SHOWN) break;
  }
  return [...shown];
}
