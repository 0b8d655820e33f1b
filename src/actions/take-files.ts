import type { AppContext } from './app-context.ts';

/** Takes files given by drop, choice or paste. What reads them is fetched with the first of them. */
export async function takeFiles(context: AppContext, files: readonly File[]): Promise<void> {
  const { importFiles } = await import('./import-files.ts');
  await importFiles(context, files);
}
