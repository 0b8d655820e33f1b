import { yesNoOf } from '../domain/coverage/records-from-table.ts';
import { technologyLabel } from '../domain/coverage/technology.ts';
import type { ColumnProfile } from '../domain/tables/column-profile.ts';
import { type NamedTechnology, technologyInName } from './column-technology.ts';
import type { SuggestedLayer } from './suggest-roles.ts';

/**
 * Share layers: columns of numbers from 0 to 100 (−1 is a code) that name a technology, or are called a percentage.
 * Counts ("Number of premises …") are left where percentages of the same technology stand beside them.
 */
export function shareLayers(profiles: readonly ColumnProfile[]): SuggestedLayer[] {
  const layers: SuggestedLayer[] = [];
  for (const profile of profiles) {
    const { name, numericShare, smallest, largest, areaKind } = profile;
    if (areaKind !== null || numericShare < 0.9 || !(smallest >= -1 && largest <= 100) || isYesNo(profile))
      continue;
    if (/\bnumber of\b|\bcount\b/i.test(name)) continue;
    const named =
      technologyInName(name) ??
      (/^(?:pct|percent|percentage|share|value_?pct|%)$/i.test(name.trim()) ? UNNAMED : null);
    if (named)
      layers.push(
        layerOf(
          { ...named, operator: null },
          { shape: 'shares', column: name, measure: 'percent', atLeast: null },
        ),
      );
  }
  return withUniqueKeys(layers);
}

/** Record layers: yes/no columns that name a technology, and download speeds (covered from 1,000 Mbit/s on). */
export function recordLayers(profiles: readonly ColumnProfile[]): SuggestedLayer[] {
  const layers: SuggestedLayer[] = [];
  for (const profile of profiles) {
    const { name } = profile;
    if (isYesNo(profile)) {
      const named = technologyInName(name);
      if (named)
        layers.push(layerOf(named, { shape: 'records', column: name, measure: null, atLeast: null }));
    } else if (
      profile.numericShare > 0.9 &&
      profile.smallest >= -1 &&
      SPEED.test(name) &&
      !/upload|\bup\b|_ul\b|average|mean/i.test(name)
    ) {
      layers.push(
        layerOf(
          { technology: 'gigabit', operator: null, confidence: null },
          { shape: 'records', column: name, measure: null, atLeast: 1000 },
        ),
      );
    }
  }
  return withUniqueKeys(layers);
}

/**
 * The layer of a footprint: its technology and operator from columns of those names or from what its texts say, or the
 * bare "coverage" where no column says anything at all; null where the columns speak of something else.
 */
export function polygonLayer(profiles: readonly ColumnProfile[]): SuggestedLayer | null {
  const telling = profiles.filter(
    ({ name, filled }) =>
      filled > 0 &&
      !/^(?:id|fid|ogc_fid|objectid|gid|shape_?(?:area|length|leng)|area|perimeter|fill.*|stroke.*)$/i.test(
        name.trim(),
      ),
  );
  const technologyColumn = telling.find(({ name }) =>
    /^(?:tech|technology|service|network_?type|access)$/i.test(name.trim()),
  );
  const operatorColumn = telling.find(({ name }) =>
    /^(?:operator|provider|company|network|isp|supplier|brand)(?:_?name)?$/i.test(name.trim()),
  );
  const confidenceColumn = telling.find(({ name }) => /confidence/i.test(name));
  let named = technologyColumn ? namedBy(technologyColumn) : null;
  if (!named) for (const profile of telling) named ??= namedBy(profile) ?? technologyInName(profile.name);
  if (!named && !operatorColumn && !technologyColumn && telling.length > 0) return null;
  const confidence = confidenceColumn ? onlyText(confidenceColumn) : null;
  const operator = operatorColumn
    ? onlyText(operatorColumn)
    : technologyColumn
      ? null
      : (named?.operator ?? null);
  const layer: NamedTechnology = {
    technology:
      named?.technology ??
      (technologyColumn ? onlyText(technologyColumn)?.toLowerCase().replace(/\s+/g, '-') : null) ??
      UNNAMED.technology,
    operator,
    confidence:
      confidence && /very/i.test(confidence)
        ? 'very-high'
        : confidence && /high/i.test(confidence)
          ? 'high'
          : (named?.confidence ?? null),
  };
  return layerOf(layer, { shape: 'polygons', column: null, measure: null, atLeast: null });
}

/** A layer whose technology nothing in the file names: the person says which. */
const UNNAMED: NamedTechnology = { technology: 'coverage', operator: null, confidence: null };
const SPEED = /(?:mbps|mbit|download|\bspeed|max_?down|_dl\b)/i;

function namedBy(profile: ColumnProfile): NamedTechnology | null {
  if (profile.texts.size > 10) return null;
  for (const text of profile.texts) {
    const named = technologyInName(text);
    if (named) return profile.texts.size === 1 ? named : { ...named, operator: null, confidence: null };
  }
  return null;
}

function onlyText(profile: ColumnProfile): string | null {
  return profile.texts.size === 1 ? [...profile.texts][0] : null;
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

function layerOf(
  named: NamedTechnology,
  rest: Pick<SuggestedLayer, 'shape' | 'column' | 'measure' | 'atLeast'>,
): SuggestedLayer {
  const parts = [named.technology, named.operator, named.confidence].filter((part) => part !== null);
  const key =
    parts
      .join('-')
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase() || 'coverage';
  const name = [technologyLabel(named.technology), named.operator, named.confidence?.replace('-', ' ')]
    .filter(Boolean)
    .join(', ');
  return { key, name, ...named, ...rest };
}

function withUniqueKeys(layers: readonly SuggestedLayer[]): SuggestedLayer[] {
  const taken = new Set<string>();
  return layers.map((layer) => {
    let key = layer.key;
    for (let copy = 2; taken.has(key); copy++) key = `${layer.key}-${copy}`;
    taken.add(key);
    return { ...layer, key };
  });
}
