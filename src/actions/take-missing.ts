import { differingInputs, type InputName, inputDifferenceWords } from '../domain/project/differing-inputs.ts';
import type { DatasetRecord } from '../domain/project/project.ts';
import type { ImportedFile } from '../stores/import-store.ts';
import type { ReadFileOutcome } from '../workers/compute-api.ts';
import type { AppContext } from './app-context.ts';
import { contentsFound } from './contents-found.ts';
import { contentsNeeded } from './free-memory.ts';
import { keepFound } from './keep-found.ts';

/** What was done with files that were dropped where data is missing. */
export interface TakenMissing {
  /** Files that have nothing to do with what is missing. */
  readonly rest: readonly ReadFileOutcome[];
  /** The others, as the import tells of them. */
  readonly told: readonly ImportedFile[];
}

/**
 * Of files just read, takes those that are the missing data of the project in their place. A file of the same name with
 * other data is not taken, and what differs is said: numbers made with it would be others.
 */
export async function takeMissing(
  context: AppContext,
  outcomes: readonly ReadFileOutcome[],
): Promise<TakenMissing> {
  const { datasets } = context.project.getState().project;
  const lost = await context.compute.api.lostContents();
  const missing = datasets.flatMap(({ contentId, fileName, rows }): InputName[] => {
    const name = lost.find((one) => one.contentId === contentId);
    return name ? [{ fileName, rows, hash: name.hash }] : [];
  });
  const found = new Set<string>();
  const told: ImportedFile[] = [];
  const rest: ReadFileOutcome[] = [];
  for (const outcome of outcomes) {
    const back = datasets.filter(({ contentId }) => outcome.lost?.contentIds.includes(contentId));
    for (const { contentId } of back) found.add(contentId);
    if (back.length > 0) told.push(asFound(outcome, back[0]));
    else if (outcome.taken && missing.some(({ fileName }) => fileName === outcome.report.fileName))
      told.push(await differs(context, outcome, missing));
    else rest.push(outcome);
  }
  // Data that only a step of undo names is put back into the store too.
  const again = outcomes.flatMap(({ lost: back }) => back?.contentIds ?? []);
  await keepFound(context, again);
  if (found.size > 0) await contentsFound(context, [...found]);
  return { rest, told };
}

function asFound({ report }: ReadFileOutcome, { contentId, role }: DatasetRecord): ImportedFile {
  return {
    report,
    contentId,
    role,
    why: 'It is the data that was missing, and is back in its place.',
    isBack: true,
  };
}

async function differs(
  context: AppContext,
  { report, taken, lost }: ReadFileOutcome,
  missing: readonly InputName[],
): Promise<ImportedFile> {
  const mine = { fileName: report.fileName, rows: taken?.rows ?? 0, hash: lost?.hash ?? '' };
  const theirs = missing.filter(({ fileName }) => fileName === report.fileName);
  const { changed } = differingInputs([mine], theirs);
  const words = inputDifferenceWords({ identical: false, changed, onlyMine: [], onlyTheirs: [] });
  const message = `${words} It was not taken. To use it instead, first forget the missing file on the Data page.`;
  const issue = {
    code: 'OTHER_DATA',
    outcome: 'left-out',
    message,
    count: report.rowsRead,
    examples: [],
  } as const;
  if (taken && !contentsNeeded(context).has(taken.contentId))
    await context.compute.api.forgetContents([taken.contentId]);
  return {
    report: { ...report, rowsUsed: 0, rowsLeftOut: report.rowsRead, issues: [issue] },
    contentId: null,
    role: null,
    why: '',
  };
}
