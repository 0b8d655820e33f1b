import type { LayerRecord } from '../coverage/layer.ts';
import type { DatasetRecord, Project } from './project.ts';

/**
 * Names that must not leave with the rest of a project: of files, sources and layers that stay behind, and of operators
 * that only these name. Lower case, longest first; a single letter tells nothing and is left out.
 */
export function hiddenNames(
  project: Project,
  kept: { readonly datasets: readonly DatasetRecord[]; readonly layers: readonly LayerRecord[] },
): string[] {
  const open = new Set(namesOf(kept));
  return [...new Set(namesOf(project))]
    .filter((name) => name.length >= SHORTEST && !open.has(name))
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
}

/** Whether a text, or any text within a list or object, speaks of one of the names, as whole words. */
export function mentions(value: unknown, names: readonly string[]): boolean {
  if (typeof value === 'string') {
    const text = value.toLowerCase();
    return names.some((name) => holdsWords(text, name));
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.values(value).some((part) => mentions(part, names));
}

function holdsWords(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isWordPart(text[at - 1]) && !isWordPart(text[at + name.length])) return true;
  return false;
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

const SHORTEST = 2;

function namesOf({ datasets, layers }: Pick<Project, 'datasets' | 'layers'>): string[] {
  return [
    ...datasets.flatMap(({ fileName, source }) => [fileName, source.title]),
    ...layers.flatMap(({ name, key, technology, operator }) => [name, key, technology, operator ?? '']),
  ].map((name) => name.trim().toLowerCase());
}
