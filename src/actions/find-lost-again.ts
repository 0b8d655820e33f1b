import type { AppContext } from './app-context.ts';
import { keepFound } from './keep-found.ts';

/** Takes note of lost files that were given again, by the contents just read; what counts them counts anew. */
export async function findLostAgain(context: AppContext, read: readonly string[]): Promise<void> {
  const { welcome, status } = context.keep.getState();
  if (welcome?.kind !== 'contents-lost') return;
  const isFound = (i: number): boolean => read.includes(welcome.contentIds[i]);
  const found = welcome.fileNames.filter((_, i) => isFound(i));
  if (found.length === 0) return;
  const fileNames = welcome.fileNames.filter((_, i) => !isFound(i));
  const contentIds = welcome.contentIds.filter((_, i) => !isFound(i));
  if (status !== 'off')
    await keepFound(
      context,
      welcome.contentIds.filter((_, i) => isFound(i)),
    );
  context.keep.setState({
    welcome:
      fileNames.length > 0
        ? { kind: 'contents-lost', fileNames, contentIds }
        : { kind: 'files-found', fileNames: found },
  });
}
