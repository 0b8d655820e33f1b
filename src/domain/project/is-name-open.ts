import { mentions } from './hidden-names.ts';
import type { Project } from './project.ts';

/**
 * Whether the project's name may leave: it speaks neither of a name hidden (`hiddenNames`) nor of a file that stays behind,
 * however its words are joined: "gigabit-acme" in "Gigabit Acme, north".
 */
export function isNameOpen(project: Project, hidden: readonly string[], gone: ReadonlySet<string>): boolean {
  return !mentions(spaced(project.name), [...hidden.map(spaced), ...fileStems(project, gone)]);
}

/** Names of the files left out without their endings; but for a word that only says what is in such a file. */
function fileStems({ datasets }: Project, gone: ReadonlySet<string>): string[] {
  return datasets
    .filter(({ contentId }) => gone.has(contentId))
    .map(({ fileName }) => spaced(fileName.replace(/(?:\.[a-z]\w{0,9})+$/i, '')))
    .filter(
      (stem) => stem.length > 1 && !/^(?:wards|areas|coverage|premises|records|shares|data)$/.test(stem),
    );
}

function spaced(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_.–-]+/g, ' ')
    .trim();
}
