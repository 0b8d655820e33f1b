import type { CountSide, CountSides } from '../domain/before-after/count-side.ts';
import { datasetsOfSides } from '../domain/before-after/datasets-of-sides.ts';
import { provenanceOf, sourceLine, withRemark } from '../domain/not-spots/provenance.ts';
import { shareable } from '../domain/not-spots/shareable.ts';
import type { Project } from '../domain/project/project.ts';
import { today } from '../domain/project/today.ts';
import { beforeAfterCsv } from '../formats/before-after-csv.ts';
import { readSides } from '../stores/derived/sides-text.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';
import { fingerprintsOf } from './fingerprints-of.ts';
import { isAnswered } from './run-study.ts';

/**
 * Downloads the difference of the two counts per ward, with both definitions, the sources of both sides and the date. A
 * difference of other sides, or of the project as it was, is refused.
 */
export async function exportBeforeAfter(context: AppContext): Promise<DownloadOutcome> {
  const { project } = context.project.getState();
  const { answer, answered } = context.studies['before-after'].getState();
  if (!answer || !answered) return { problem: 'Nothing is compared yet. Choose two sides first.' };
  const { sides } = readSides(context.view.getState().sides, project).view;
  if (!isAnswered(context, 'before-after', sides))
    return { problem: 'These two are not compared yet. Wait for the comparison, or start it again.' };
  const { before, after } = answered.question;
  const shown = shareable(answer.after, project);
  const writtenOn = today();
  const provenance = withRemark(provenanceOf(answer.after, shown.project, writtenOn), shown.remark);
  const text = beforeAfterCsv(answer.comparison, {
    ...provenance,
    sources: sourcesOf(project, answered.question),
    fingerprints: await fingerprintsOf(context, project),
    before: sideWords(before, provenanceOf(answer.before, project, writtenOn).definition, project),
    after: sideWords(after, provenance.definition, project),
  });
  const type = 'text/csv;charset=utf-8';
  const file = { project, what: 'before-and-after', extension: 'csv', type };
  return download({ state: 'done', value: text }, file);
}

/** The sources of both sides, each once; none of a confidential file. */
function sourcesOf(project: Project, sides: CountSides): string {
  const open = datasetsOfSides(project, sides).filter(({ confidential }) => !confidential);
  return [...new Set(open.map(({ source }) => sourceLine(source)))].join('; ');
}

/** A side's definition, and what of the loaded data it does without or takes instead; nothing confidential by name. */
function sideWords({ withoutLayers, releases }: CountSide, definition: string, project: Project): string {
  const left = withoutLayers.map((id) => {
    const layer = project.layers.find((one) => one.id === id);
    return layer && !layer.confidential ? layer.name : 'a confidential layer';
  });
  const taken = releases.map((id) => {
    const dataset = project.datasets.find(({ contentId }) => contentId === id);
    return dataset && !dataset.confidential ? dataset.fileName : 'a confidential file';
  });
  return [
    definition,
    left.length > 0 ? `Without: ${left.join(', ')}.` : '',
    taken.length > 0 ? `Counted by the earlier release ${taken.join(', ')}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
