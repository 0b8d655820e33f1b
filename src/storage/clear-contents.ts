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

/** Why nothing was let go of. */
export type ClearHeld =
  /** A tab is saving, and may be about to name what it has put. */
  | 'saving'
  /** The browser does not tell whether other tabs save. */
  | 'unsure'
  /** A kept project or second copy cannot be read, and may name any. */
  | 'unreadable';

export interface Cleared {
  readonly count: number;
  readonly held: ClearHeld | null;
}

/**
 * Lets go of contents that no project and no second copy names. None while a tab is saving, or where something that is
 * kept cannot be read and may name any.
 */
export async function clearContents({ projects, files, copies }: ClearOptions): Promise<Cleared> {
  if (!navigator.locks) return { count: 0, held: 'unsure' };
  const cleared = await whileNoneNames(async (): Promise<Cleared> => {
    const named = await projects.hashesNamed();
    const alsoNamed = await namedByCopies(copies);
    if (!named || !alsoNamed) return { count: 0, held: 'unreadable' };
    const gone = (await files.list()).filter((hash) => !named.has(hash) && !alsoNamed.has(hash));
    for (const hash of gone) await files.remove(hash);
    return { count: gone.length, held: null };
  });
  return cleared ?? { count: 0, held: 'saving' };
}

async function namedByCopies(copies: SecondCopies | null): Promise<ReadonlySet<string> | null> {
  try {
    const texts = (await copies?.list()) ?? [];
    return new Set(texts.flatMap(({ text }) => readCopy(text ?? '').record.contents.map(({ hash }) => hash)));
  } catch {
    return null;
  }
}
