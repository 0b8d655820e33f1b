import { existsSync, readFileSync } from 'node:fs';

/** Ids that a command line lists; "@FILE" stands for the lines of a file. Throws words for a person. */
export function askedIds(given: readonly string[]): string[] {
  return given.flatMap((id) => {
    if (!id.startsWith('@')) return [id];
    const path = id.slice(1);
    if (!existsSync(path))
      throw new Error(`${path}: there is no such file. Give ids, or @ and a file of them.`);
    return readFileSync(path, 'utf8')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  });
}
