import type { SuggestedLayer } from '../domain/project/role-suggestion.ts';
import type { ColumnProfile } from '../domain/tables/column-profile.ts';
import { columnNamed } from '../domain/tables/source-table.ts';
import { cellText } from '../domain/tables/text-column.ts';
import { type NamedTechnology, technologyInName } from './column-technology.ts';
import type { TableLook } from './layouts/table-look.ts';
import { UNNAMED, UNNAMED_TECHNOLOGY } from './suggest-layers.ts';

/**
 * The layers of a file of footprints, one per technology, operator and confidence that columns of those names tell apart,
 * else one for all: what its texts or names speak of, or the bare "coverage" where no column says anything at all. None
 * where the columns speak of something else.
 */
export function polygonLayers(look: Pick<TableLook, 'profiles' | 'table'>): SuggestedLayer[] {
  const telling = look.profiles.filter(({ name, filled }) => filled > 0 && !HOUSEKEEPING.test(name.trim()));
  const technologyColumn = telling.find(({ name }) =>
    /^(?:tech|technology|service|network_?type|access)$/i.test(name.trim()),
  );
  const operatorColumn = telling.find(({ name }) =>
    /^(?:operator|provider|company|network|isp|supplier|brand)(?:_?name)?$/i.test(name.trim()),
  );
  const confidenceColumn = telling.find(({ name }) => /confidence/i.test(name));
  let general: NamedTechnology | null = null;
  if (!technologyColumn)
    for (const profile of telling) general ??= namedBy(profile) ?? technologyInName(profile.name);
  if (!general && !operatorColumn && !technologyColumn && telling.length > 0) return [];
  const columns = { technologyColumn, operatorColumn, confidenceColumn };
  const kinds = kindsOf(look, columns);
  if (kinds.length === 0 || kinds.length > MOST_KINDS) return [footprint(general ?? UNNAMED)];
  return kinds.map((kind) => {
    const said = kind.technology === undefined ? general : technologyInName(kind.technology);
    const technology = said?.technology ?? wordOf(kind.technology) ?? UNNAMED_TECHNOLOGY;
    const operator = operatorColumn
      ? (kind.operator ?? null)
      : technologyColumn
        ? null
        : (said?.operator ?? null);
    const layer = footprint({
      technology,
      operator,
      confidence: gradeOf(kind.confidence) ?? said?.confidence ?? null,
    });
    if (kinds.length === 1) return layer;
    const where = [
      [technologyColumn, kind.technology],
      [operatorColumn, kind.operator],
      [confidenceColumn, kind.confidence],
    ] as const;
    return {
      ...layer,
      where: where.flatMap(([column, text]) =>
        column && text !== undefined ? [{ column: column.name, values: [text] }] : [],
      ),
    };
  });
}

/** Columns that tools add and that say nothing of what a shape is. */
const HOUSEKEEPING =
  /^(?:id|fid|ogc_fid|objectid|gid|shape_?(?:area|length|leng)|area|perimeter|fill.*|stroke.*)$/i;
/** A file with more kinds than this is no list of networks. */
const MOST_KINDS = 40;
const LONGEST_WORD = 40;

interface Kind {
  readonly technology?: string;
  readonly operator?: string;
  readonly confidence?: string;
}

/** Every combination of technology, operator and confidence that stands in a row, in the order first met. */
function kindsOf(
  { table }: Pick<TableLook, 'table'>,
  columns: {
    technologyColumn?: ColumnProfile;
    operatorColumn?: ColumnProfile;
    confidenceColumn?: ColumnProfile;
  },
): Kind[] {
  const cells = [columns.technologyColumn, columns.operatorColumn, columns.confidenceColumn].map(
    (profile) => profile && columnNamed(table.columns, profile.name),
  );
  const kinds = new Map<string, Kind>();
  for (let row = 0; row < table.rows && kinds.size <= MOST_KINDS; row++) {
    const [technology, operator, confidence] = cells.map((column) =>
      column ? cellText(column, row).trim() : undefined,
    );
    const key = JSON.stringify([technology, operator, confidence]).toLowerCase();
    if (!kinds.has(key)) kinds.set(key, { technology, operator, confidence });
  }
  return [...kinds.values()];
}

function footprint(named: NamedTechnology): SuggestedLayer {
  return { ...named, shape: 'polygons', column: null, measure: null, atLeast: null };
}

/** A technology's name as a recipe can ask for it, from whatever the cell says; null where no letter or digit is left. */
function wordOf(text: string | undefined): string | null {
  const word = (text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST_WORD);
  return word === '' ? null : word;
}

function gradeOf(confidence: string | undefined): NamedTechnology['confidence'] {
  if (!confidence) return null;
  if (/very/i.test(confidence)) return 'very-high';
  return /high/i.test(confidence) ? 'high' : null;
}

function namedBy(profile: ColumnProfile): NamedTechnology | null {
  if (profile.texts.size > 10) return null;
  for (const text of profile.texts) {
    const named = technologyInName(text);
    if (named) return profile.texts.size === 1 ? named : { ...named, operator: null, confidence: null };
  }
  return null;
}
