import { withConfidential } from '../domain/project/set-confidential.ts';
import type { AppContext } from './app-context.ts';

/** Marks a file and its layers confidential, or takes the mark away. */
export function setConfidential(context: AppContext, contentId: string, confidential: boolean): void {
  const { project, change } = context.project.getState();
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset || dataset.confidential === confidential) return;
  const label = confidential
    ? `Marked ${dataset.fileName} confidential`
    : `${dataset.fileName} is no longer confidential`;
  change(label, { kind: 'set-project', project: withConfidential(project, contentId, confidential) });
}
