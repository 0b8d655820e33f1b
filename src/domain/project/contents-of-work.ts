import { contentNames } from './content-names.ts';
import type { Work } from './work.ts';

/** Content ids that a project or a step of its undo or redo names. */
export function contentsOfWork({ project, done, undone }: Work): Set<string> {
  const named = contentNames(project);
  for (const { inverse } of [...done, ...undone]) for (const id of contentNames(inverse)) named.add(id);
  return named;
}
