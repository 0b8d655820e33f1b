import { readRecord } from '../domain/project/dataset-record.ts';
import type { Project } from '../domain/project/project.ts';
import { alreadyLoaded, projectWith } from '../domain/project/project-with.ts';
import type { ImportedFile } from '../stores/import-store.ts';
import type { ReadFileOutcome } from '../workers/compute-api.ts';
import type { AppContext } from './app-context.ts';

/**
 * Reads the files dropped together and adds those that are understood as one step of undo. A file is taken whole or not
 * at all; if the person cancels, none is. Files over the demo borough replace it: real and fictional never mix.
 */
export async function importFiles(context: AppContext, files: readonly File[]): Promise<void> {
  if (files.length === 0 || context.imports.getState().status === 'reading') return;
  const abort = new AbortController();
  context.imports.setState({
    status: 'reading',
    files: [],
    problem: null,
    step: null,
    cancel: () => abort.abort(),
  });
  const outcomes: ReadFileOutcome[] = [];
  for (const [i, file] of files.entries()) {
    const onStep = (step: { what: string; fraction: number }): void => {
      context.imports.setState({ step: { ...step, fileName: file.name, file: i + 1, files: files.length } });
    };
    onStep({ what: `Reading ${file.name}`, fraction: 0 });
    const outcome = await context.compute.run((api, job, report) => api.readFile(job, file, report), {
      onStep,
      signal: abort.signal,
    });
    if (outcome.state === 'cancelled') {
      context.imports.setState({ status: 'cancelled', files: [], step: null, cancel: null });
      return;
    }
    if (outcome.state === 'failed') {
      const problem = `${file.name}: ${outcome.message}`;
      context.imports.setState({ status: 'failed', files: [], step: null, cancel: null, problem });
      return;
    }
    outcomes.push(...outcome.value);
  }
  take(context, outcomes);
}

function take(context: AppContext, outcomes: readonly ReadFileOutcome[]): void {
  const { project, change } = context.project.getState();
  const start: Project = project.fictional ? withoutData(project) : project;
  const reads = outcomes.flatMap((outcome) =>
    outcome.taken ? [readRecord(outcome.taken, outcome.report)] : [],
  );
  const next = projectWith(start, reads);
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
  context.imports.setState({ status: 'done', files, step: null, cancel: null });
}

function withoutData(project: Project): Project {
  return { ...project, name: 'Your area', fictional: false, datasets: [], layers: [] };
}
