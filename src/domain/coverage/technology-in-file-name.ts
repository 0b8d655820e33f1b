import { readKey, technologyDefinition } from './technology.ts';

/**
 * The technology that a file's name tells, as recipes name it: "uk_lad_gigabit_ofcom_2021-05.csv" is 'gigabit'. Null where
 * it names none we have words for.
 */
export function technologyInFileName(fileName: string): string | null {
  const { technology } = readKey(wordsOfFileName(fileName));
  return technologyDefinition(technology) === null ? null : technology;
}

/** A file's name without its ending, as words joined by '-'. */
export function wordsOfFileName(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]+$/i, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
