import { codedDefinition } from '../domain/coverage/coded-definition.ts';
import { yesNoOf } from '../domain/coverage/records-from-table.ts';
import { shareInFileName } from '../domain/coverage/technology-in-file-name.ts';
import type { SuggestedLayer } from '../domain/project/role-suggestion.ts';
import type { ColumnProfile } from '../domain/tables/column-profile.ts';
import { type NamedTechnology, technologyInName } from './column-technology.ts';
import { LIKELY, RATING_CODES } from './rating-codes.ts';

/** A layer whose technology nothing in the file names: the person says which. */
export const UNNAMED_TECHNOLOGY = 'coverage';

/**
 * Share layers: columns of numbers from 0 to 100 (−1 is a code) that name a technology, or are called a percentage; a
 * single percentage is of what the file's name tells ("uk_lad_gigabit_2021-05.csv").
 * Counts ("Number of premises …") are left where percentages of the same technology stand beside them.
 */
export function shareLayers(profiles: readonly ColumnProfile[], fileName: string): SuggestedLayer[] {
  const layers: SuggestedLayer[] = [];
  for (const profile of profiles) {
    const { name, numericShare, smallest, largest, areaKind } = profile;
    if (areaKind !== null || numericShare < 0.9 || !(smallest >= -1 && largest <= 100) || isYesNo(profile))
      continue;
    if (/\bnumber of\b|\bcount\b/i.test(name)) continue;
    const named =
      technologyInName(name) ??
      (/^(?:pct|percent|percentage|share|value_?pct|%)$/i.test(name.trim()) ? UNNAMED : null);
    if (!named || isRating(profile, named.technology)) continue;
    const share = { shape: 'shares', column: name, measure: 'percent', atLeast: null } as const;
    const isOfLand = /(?:^|[^a-z])geo(?:graphic(?:al)?)?(?:[^a-z]|$)|land ?mass|land area/i.test(name);
    layers.push({
      ...named,
      ...share,
      operator: null,
      ...(isOfLand ? { technology: `${named.technology}-area`, ...OF_LAND } : {}),
    });
  }
  const technology = layers.length === 1 ? shareInFileName(fileName) : null;
  if (technology === null || layers[0].technology !== UNNAMED_TECHNOLOGY) return layers;
  const ofLand = technology.endsWith('-area') ? OF_LAND : {};
  return [{ ...layers[0], ...ofLand, technology, namedByFile: true }];
}

const OF_LAND = { definition: 'share of the land, not of premises', offered: true };

/**
 * Record layers: yes/no columns that name a technology, mobile ratings (covered from 4, likely, on) and download speeds
 * (covered from 1,000 Mbit/s on).
 */
export function recordLayers(profiles: readonly ColumnProfile[]): SuggestedLayer[] {
  const layers: SuggestedLayer[] = [];
  for (const profile of profiles) {
    const { name } = profile;
    const named = technologyInName(name);
    const record = { shape: 'records', column: name, measure: null } as const;
    if (isYesNo(profile)) {
      if (named) layers.push({ ...named, ...record, atLeast: null });
    } else if (named && isRating(profile, named.technology)) {
      layers.push({
        ...named,
        ...record,
        atLeast: LIKELY,
        codes: RATING_CODES,
        definition: codedDefinition(RATING_CODES, LIKELY),
      });
    } else if (
      profile.numericShare > 0.9 &&
      profile.smallest >= -1 &&
      SPEED.test(name) &&
      !/upload|\bup\b|_ul\b|average|mean|median/i.test(name)
    ) {
      layers.push({ technology: 'gigabit', operator: null, confidence: null, ...record, atLeast: 1000 });
    }
  }
  return layers;
}

/** What is said of a layer of which nothing is said. */
export const UNNAMED: NamedTechnology = { technology: UNNAMED_TECHNOLOGY, operator: null, confidence: null };
const SPEED = /(?:mbps|mbit|download|\bspeed|max_?down|_dl\b)/i;
const MOBILE = /^(?:[2-9]g|voice|mobile-data)/;

/** Mobile ratings: whole numbers of the published codes, at least one of which is 3 or 4. A share would have others. */
function isRating(profile: ColumnProfile, technology: string): boolean {
  if (!MOBILE.test(technology) || profile.filled === 0) return false;
  const codes = new Set(['-1', '0', '1', '2', '3', '4']);
  const texts = [...profile.texts];
  return texts.every((text) => codes.has(text)) && texts.some((text) => text === '3' || text === '4');
}

function isYesNo(profile: ColumnProfile): boolean {
  let answers = 0;
  for (const text of profile.texts) {
    const answer = yesNoOf(text);
    if (answer === undefined) return false;
    if (answer >= 0) answers++;
  }
  return answers > 0;
}
