import { readKey, technologyDefinition } from './technology.ts';

/**
 * The technology that a file's name tells, as recipes name it: "uk_lad_gigabit_ofcom_2021-05.csv" is 'gigabit'. Null where
 * it names none we have words for.
 */
export function technologyInFileName(fileName: string): string | null {
  const { technology } = readKey(wordsOfFileName(fileName));
  return technologyDefinition(technology) === null ? null : technology;
}

/** The same of a file of shares: "uk_lad_4g_geo_any_operator.csv" is '4g-area', 4G by share of the land. */
export function shareInFileName(fileName: string): string | null {
  const technology = technologyInFileName(fileName);
  const ofLand = /(?:^|-)(?:geo|geographic|land)(?:-|$)/.test(wordsOfFileName(fileName));
  return technology !== null && ofLand ? `${technology}-area` : technology;
}

/** A file's name without its ending, as words joined by '-'. */
function wordsOfFileName(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]+$/i, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
