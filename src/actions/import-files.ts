import type { Change } from '../domain/project/change.ts';
import { readRecord } from '../domain/project/dataset-record.ts';
import type { Project } from '../domain/project/project.ts';
import { projectWith } from '../domain/project/project-with.ts';
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
    outcomes.push(outcome.value);
  }
  take(context, outcomes);
}

function take(context: AppContext, outcomes: readonly ReadFileOutcome[]): void {
  const taken = outcomes.flatMap((outcome) =>
    outcome.taken ? [readRecord(outcome.taken, outcome.report)] : [],
  );
  const { project, change } = context.project.getState();
  if (taken.length > 0) {
    const start: Project = project.fictional ? withoutData(project) : project;
    const next = projectWith(start, taken);
    const names = taken.map((read) => read.dataset.fileName);
    const label = names.length === 1 ? `Added ${names[0]}` : `Added ${names.length} files`;
    const edit: Change = { kind: 'set-project', project: next };
    context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [] });
    change(label, edit);
  }
  const after = context.project.getState().project;
  const files = outcomes.map((outcome): ImportedFile => {
    const contentId = outcome.taken?.contentId ?? null;
    const dataset = after.datasets.find((candidate) => candidate.contentId === contentId);
    return {
      report: outcome.report,
      contentId,
      role: dataset?.role ?? null,
      why: outcome.taken?.suggestion.why ?? '',
    };
  });
  context.imports.setState({ status: 'done', files, step: null, cancel: null });
}

function withoutData(project: Project): Project {
  return { ...project, name: 'Your area', fictional: false, datasets: [], layers: [] };
}
