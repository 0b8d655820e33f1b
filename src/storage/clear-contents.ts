import type { ContentFiles } from './content-files.ts';
import { whileNoneNames } from './contents-guard.ts';
import type { KeptProjects } from './kept-projects.ts';
import { readCopy } from './read-records.ts';
import type { SecondCopies } from './second-copies.ts';

export interface ClearOptions {
  readonly projects: KeptProjects;
  readonly files: ContentFiles;
  readonly copies: SecondCopies | null;
}

/**
 * Lets go of contents that no project and no second copy names; resolves with their number. None while a tab is saving,
 * or where something that is kept cannot be read and may name any.
 */
export async function clearContents({ projects, files, copies }: ClearOptions): Promise<number> {
  const cleared = await whileNoneNames(async () => {
    const named = await projects.hashesNamed();
    const alsoNamed = await namedByCopies(copies);
    if (!named || !alsoNamed) return 0;
    const gone = (await files.list()).filter((hash) => !named.has(hash) && !alsoNamed.has(hash));
    for (const hash of gone) await files.remove(hash);
    return gone.length;
  });
  return cleared ?? 0;
}

async function namedByCopies(copies: SecondCopies | null): Promise<ReadonlySet<string> | null> {
  try {
    const texts = (await copies?.list()) ?? [];
    return new Set(texts.flatMap(({ text }) => readCopy(text ?? '').record.contents.map(({ hash }) => hash)));
  } catch {
    return null;
  }
}
