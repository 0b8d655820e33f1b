import { isPartMissing, PART_MISSING_MESSAGE, PART_MISSING_NAME } from '../domain/part-missing.ts';
import { alreadyLoaded } from '../domain/project/already-loaded.ts';
import { readRecord } from '../domain/project/dataset-record.ts';
import type { Project } from '../domain/project/project.ts';
import { projectWith } from '../domain/project/project-with.ts';
import { UNNAMED_AREA } from '../domain/project/unnamed-area.ts';
import { withReleaseInForce } from '../domain/releases/release-in-force.ts';
import type { FileRefused } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { ImportedFile, ImportState } from '../stores/import-store.ts';
import type { ReadFileOutcome, Settled } from '../workers/compute-api.ts';
import { type JobOptions, STOPPED_NAME } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';
import { beginReading } from './begin-reading.ts';
import { findReleases } from './find-releases.ts';
import { contentsNeeded } from './free-memory.ts';
import { type BasemapOutcome, readBasemap, showBasemap } from './open-basemap.ts';
import { takeMissing } from './take-missing.ts';

/**
 * Reads the files dropped together and adds those that are understood as one step of undo. A file is taken whole or not
 * at all; if the person cancels, none is. Files over the demo borough replace it: real and fictional never mix. Where the
 * project is for reading only they are refused; a basemap is no part of it and is taken all the same, as is data that the
 * project names and misses.
 */
export async function importFiles(context: AppContext, files: readonly File[]): Promise<void> {
  if (files.length === 0 || context.imports.getState().status === 'reading') return;
  const abort = beginReading(context);
  const outcomes: ReadFileOutcome[] = [];
  const basemaps: BasemapOutcome[] = [];
  for (const [i, file] of files.entries()) {
    const onStep = (step: { what: string; fraction: number }): void => {
      context.imports.setState({ step: { ...step, fileName: file.name, file: i + 1, files: files.length } });
    };
    onStep({ what: `Reading ${file.name}`, fraction: 0 });
    const outcome = await readAny(context, file, { onStep, signal: abort.signal });
    if (outcome.state === 'cancelled') return stop(context, outcomes, { status: 'cancelled' });
    if (outcome.state === 'failed') {
      if (outcome.name === READ_ONLY_NAME)
        return stop(context, outcomes, { status: 'failed', problem: outcome.message });
      if (outcome.name === STOPPED_NAME || outcome.name === PART_MISSING_NAME)
        return stop(context, outcomes, { status: 'failed', problem: `${file.name}: ${outcome.message}` });
      outcomes.push({ report: unreadable(file, outcome).report, taken: null });
    } else if ('basemap' in outcome.value) basemaps.push(outcome.value);
    else outcomes.push(...outcome.value);
  }
  if (abort.signal.aborted) return stop(context, outcomes, { status: 'cancelled' });
  await take(context, outcomes, basemaps);
}

/** Reads one file as a basemap or as tables. Whatever is thrown on the way settles as failed. */
async function readAny(
  context: AppContext,
  file: File,
  options: JobOptions,
): Promise<Settled<BasemapOutcome | readonly ReadFileOutcome[]>> {
  try {
    const asBasemap = await readBasemap(file);
    if (asBasemap) return { state: 'done', value: asBasemap };
    if (context.project.getState().readOnly && !(await misses(context)))
      return { state: 'failed', name: READ_ONLY_NAME, message: readOnlyWords(context), place: null };
    return await context.compute.run((api, job, report) => api.readFile(job, file, report), options);
  } catch (error) {
    if (isPartMissing(error))
      return { state: 'failed', name: PART_MISSING_NAME, message: PART_MISSING_MESSAGE, place: null };
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { state: 'failed', name, message, place: null };
  }
}

const READ_ONLY_NAME = 'ReadOnly';

/** Why files are not added to a project that is for reading only, and what to do. */
function readOnlyWords(context: AppContext): string {
  const { heldElsewhere, trouble } = context.keep.getState();
  if (heldElsewhere)
    return 'Not added: this project is being edited in another tab, and is read-only here. Take over here, then drop the files again.';
  return trouble === 'overtaken'
    ? 'Not added: a new version of Notspot needs this tab to reload. Reload it, then drop the files again.'
    : 'Not added: this project is read-only here. Reload this tab, then drop the files again.';
}

/** True where data that the project names is not here. */
async function misses(context: AppContext): Promise<boolean> {
  const lost = new Set((await context.compute.api.lostContents()).map(({ contentId }) => contentId));
  return context.project.getState().project.datasets.some(({ contentId }) => lost.has(contentId));
}

/** Ends an import that takes nothing; what was read for it is let go. */
function stop(
  context: AppContext,
  outcomes: readonly ReadFileOutcome[],
  end: Pick<ImportState, 'status'> & Partial<ImportState>,
): void {
  const needed = contentsNeeded(context);
  const read = outcomes.flatMap(({ taken }) => (taken ? [taken.contentId] : []));
  const gone = read.filter((contentId) => !needed.has(contentId));
  // A worker that stopped answers nothing more, and need not.
  if (gone.length > 0) context.compute.api.forgetContents(gone).catch(() => undefined);
  context.imports.setState({ files: [], step: null, cancel: null, ...end });
}

/** The refusal of a file whose reader met what it does not foresee, or that the browser may not read. */
function unreadable(file: File, { name, message }: { name: string; message: string }): FileRefused {
  const reason =
    name === 'NotReadableError' || name === 'NotFoundError'
      ? 'the browser cannot open it. It may be a folder, or have been moved or changed. Choose it again.'
      : 'its reader met something unexpected. Save it as GeoJSON or CSV and load it again.';
  const examples = [message.slice(0, 200)];
  return refuseFile(file, [{ code: 'FILE_CORRUPT', message: `${file.name}: ${reason}`, examples }]);
}

async function take(
  context: AppContext,
  read: readonly ReadFileOutcome[],
  basemaps: readonly BasemapOutcome[],
): Promise<void> {
  const { rest: outcomes, told } = await takeMissing(context, read);
  const refusedNow = (): boolean => {
    const isRefused = context.project.getState().readOnly && outcomes.some(({ taken }) => taken !== null);
    if (isRefused)
      stop(context, outcomes, { status: 'failed', problem: readOnlyWords(context), files: told });
    return isRefused;
  };
  if (refusedNow()) return;
  const reads = outcomes.flatMap((outcome) =>
    outcome.taken ? [readRecord(outcome.taken, outcome.report)] : [],
  );
  const given = new Set(reads.map(({ dataset }) => dataset.contentId));
  const releases = await findReleases(context, projectWith(startOf(context), reads), given);
  // Another tab may have taken the project over meanwhile.
  if (refusedNow()) return;
  // Other steps may have been taken meanwhile: the files are added to the project as it is now.
  const { change } = context.project.getState();
  const start = startOf(context);
  const next = releases.reduce(withReleaseInForce, projectWith(start, reads));
  const added = next.datasets.filter(
    (dataset) => !start.datasets.some((known) => known.contentId === dataset.contentId),
  );
  if (added.length > 0) {
    const label = added.length === 1 ? `Added ${added[0].fileName}` : `Added ${added.length} files`;
    context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [] });
    change(label, { kind: 'set-project', project: next });
  }
  const isNew = new Set(added.map((dataset) => dataset.contentId));
  const files = outcomes.map(({ report, taken }): ImportedFile => {
    const dataset = next.datasets.find((candidate) => candidate.contentId === taken?.contentId);
    if (!taken || !dataset) return { report, contentId: null, role: null, why: '' };
    // The first of several with the same data is the new one.
    const fresh = isNew.delete(dataset.contentId);
    const said = fresh ? dataset.report : alreadyLoaded(report, dataset);
    return {
      report: said,
      contentId: dataset.contentId,
      role: dataset.role,
      why: fresh ? taken.suggestion.why : '',
    };
  });
  const under = basemaps.map(({ report, basemap }): ImportedFile => {
    if (basemap) showBasemap(context, basemap);
    return {
      report,
      contentId: basemap ? `basemap ${report.fileName}` : null,
      role: null,
      why: basemap ? 'Drawn under your data as the basemap.' : '',
    };
  });
  context.imports.setState({
    status: 'done',
    files: [...told, ...files, ...under],
    step: null,
    cancel: null,
  });
}

function startOf(context: AppContext): Project {
  const { project } = context.project.getState();
  return project.fictional ? withoutData(project) : project;
}

function withoutData(project: Project): Project {
  return { ...project, name: UNNAMED_AREA, fictional: false, datasets: [], layers: [] };
}
