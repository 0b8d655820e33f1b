import type { ColumnProfile } from '../../domain/tables/column-profile.ts';
import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';
import { ONS_CENSUS } from './publications.ts';
import { kindPlural, type TableLook } from './table-look.ts';

/**
 * Census households by small area: long form with one row per area and dwelling type, or one row per area with their
 * sum. It has no coordinates: the households are counted at a point inside each area, once its shape is loaded.
 */
export const censusHouseholds: KnownLayout = {
  id: 'census-households',
  label: 'Census households by area',
  publication: ONS_CENSUS,
  matches: (look) => !look.hasPlaces() && look.table.geometry.polygons === null && foundIn(look) !== null,
  suggest: (look) => {
    const found = foundIn(look);
    const kind = found?.code.areaKind ?? 'area';
    const areas = counted(found ? look.distinctIn(found.code) : 0, kind, kindPlural(kind));
    return {
      role: 'premises',
      unit: 'households',
      codeKind: kind,
      roles: {
        id: found?.code.name,
        code: found?.code.name,
        units: found?.units.name,
        dimension: found?.dimension?.name,
      },
      why: found?.dimension
        ? `Households of ${areas} by "${found.dimension.name}", summed per area: counted at a point inside each, once its shape is loaded.`
        : `Households of ${areas}: counted at a point inside each, once its shape is loaded.`,
      alternatives: ['table'],
    };
  },
};

interface Found {
  readonly code: ColumnProfile;
  readonly units: ColumnProfile;
  readonly dimension: ColumnProfile | undefined;
}

function foundIn(look: TableLook): Found | null {
  const [code] = look.codeColumns();
  if (!code || !SMALL_AREAS.has(code.areaKind ?? '')) return null;
  const areas = look.distinctIn(code);
  if (areas === look.table.rows) {
    const units =
      look.like(/^households$|^dwellings$|^(?:number of |total )?(?:households|dwellings)$/).find(isCount) ??
      look.like(/^accommodation type: total: all households/).find(isCount);
    return units ? { code, units, dimension: undefined } : null;
  }
  const units = look.named('value', 'observation', 'count', 'obs_value', 'households');
  if (!units || !isCount(units) || !speaksOfHouseholds(look)) return null;
  const measure = look.named('measure');
  if (measure && [...measure.texts].some((text) => !/^(?:count|number|value|total)$/i.test(text)))
    return null;
  const dimension = look.profiles.find((profile) => {
    const distinct = look.distinctIn(profile);
    return (
      profile !== units &&
      profile.areaKind === null &&
      profile.numericShare < 0.5 &&
      !ABOUT_THE_ROW.test(profile.name.trim()) &&
      distinct >= 2 &&
      distinct <= MOST_TYPES &&
      profile.filled === profile.looked
    );
  });
  // Each area must have its types once: else the sums would count households twice.
  return dimension && areas * look.distinctIn(dimension) >= look.table.rows
    ? { code, units, dimension }
    : null;
}

const SMALL_AREAS = new Set<string>(['output area', 'LSOA', 'MSOA', 'ward']);
const MOST_TYPES = 30;
const ABOUT_THE_ROW = /^(?:geography|period|date|time|indicator|measure|unit|units|.*name|.*code)$/i;

/** Whole numbers, with marks for counts that are held back to protect people. */
function isCount({ integerShare, smallest, texts }: ColumnProfile): boolean {
  if (smallest < 0) return false;
  if (integerShare > 0.9) return true;
  return integerShare > 0.5 && [...texts].every((text) => /^\d+$/.test(text) || HELD_BACK.test(text));
}

/** As statistical offices mark a suppressed or missing count: c, [c], x, *, .., -, :. */
const HELD_BACK = /^(?:\[?[cxzu]\]?|\*|\.{1,3}|-|:|n\/a|null)$/i;

/** A unit, indicator or column name that says households or dwellings. */
function speaksOfHouseholds(look: TableLook): boolean {
  const says = /\bhouseholds?\b|\bdwellings?\b|accommodation type/i;
  const unit = look.named('unit', 'units');
  if (unit) return [...unit.texts].every((text) => says.test(text));
  return look.profiles.some(
    ({ name, texts }) =>
      says.test(name.replaceAll('_', ' ')) || (texts.size === 1 && says.test([...texts][0])),
  );
}
