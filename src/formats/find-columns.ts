import type { ColumnProfile } from '../domain/tables/column-profile.ts';

/** Columns found by what they are called and what they hold. Names of columns, or the profile where more is asked of it. */
export interface ColumnFinds {
  readonly lon?: string;
  readonly lat?: string;
  readonly easting?: string;
  readonly northing?: string;
  readonly uprn?: ColumnProfile;
  readonly postcode?: ColumnProfile;
  readonly premisesId?: ColumnProfile;
  readonly units?: string;
  readonly name?: string;
  readonly address?: string;
  readonly use?: string;
  readonly building?: string;
  readonly weight?: string;
  /** A telephone or web address: the rows are places to visit, not homes. */
  readonly contact?: string;
  /** The name column that belongs to a code column: WD22NM to WD22CD, area_name to area_code. */
  nameBeside(codeColumn: string): string | undefined;
}

/** Finds the columns that carry a meaning. Coordinates must also hold numbers in range. */
export function findColumns(profiles: readonly ColumnProfile[]): ColumnFinds {
  const called = (pattern: RegExp, holds: (profile: ColumnProfile) => boolean = () => true) =>
    profiles.find((profile) => pattern.test(profile.name.trim()) && holds(profile));
  const coordinate = (pattern: RegExp, most: number) =>
    called(
      pattern,
      ({ numericShare, smallest, largest }) => numericShare > 0.9 && smallest >= -most && largest <= most,
    )?.name;
  // What is called longitude may hold metres all the same: which system its numbers are in is found out later.
  const degrees =
    pair(
      coordinate(/^(?:lon|long|longitude|lng)$/i, MOST_METRES),
      coordinate(/^(?:lat|latitude)$/i, MOST_METRES),
    ) ?? pair(coordinate(CALLED_X, 180), coordinate(CALLED_Y, 180));
  const grid =
    pair(
      coordinate(/^(?:eastings?|gridx|oseast1m)$/i, MOST_METRES),
      coordinate(/^(?:northings?|gridy|osnrth1m)$/i, MOST_METRES),
    ) ?? pair(coordinate(CALLED_X, MOST_METRES), coordinate(CALLED_Y, MOST_METRES));
  // Degrees fit the grid's range too: the same columns cannot be both.
  const gridApart = grid && degrees && grid[0] === degrees[0] ? undefined : grid;
  return {
    lon: degrees?.[0],
    lat: degrees?.[1],
    easting: gridApart?.[0],
    northing: gridApart?.[1],
    uprn:
      called(/^uprn$/i, ({ integerShare }) => integerShare > 0.9) ??
      called(/uprn/i, ({ integerShare }) => integerShare > 0.9) ??
      called(/uprn/i, ({ filled }) => filled > 0),
    postcode:
      called(
        /^(?:pcds?|pcd2|post_?code(?:_space)?|postal_?code)$/i,
        ({ postcodeShare }) => postcodeShare > 0.9,
      ) ?? profiles.find(({ postcodeShare, filled }) => filled > 0 && postcodeShare > 0.95),
    premisesId: called(/^(?:premises?|property|address|site|toid|unique_property).*(?:id|ref|number|no)$/i),
    units: called(
      /^(?:units|households|premises|all (?:matched )?premises|dwellings|addresses|(?:unit|household|premises|dwelling|address)_?count)$/i,
      isCount,
    )?.name,
    name: called(/^(?:name|.*[_ ]name|.*nm|title|label)$/i, ({ numericShare }) => numericShare < 0.5)?.name,
    address: called(/^(?:full_?|site_?)?(?:address(?:_?line_?1)?|street_?(?:address|name)?|road)$/i)?.name,
    use: called(/^(?:use|use_?class|classification(?:_?code)?|class|premises_?type|property_?type)$/i)?.name,
    building: called(/^(?:building|building_?(?:id|ref|number)|toid|block)$/i)?.name,
    weight: called(/^(?:weight|weighting)$/i, ({ numericShare }) => numericShare > 0.9)?.name,
    contact: called(/^(?:tel|telephone|phone|website|web|url|e-?mail)$/i)?.name,
    nameBeside: (codeColumn) => {
      const wanted = new Set([
        codeColumn.replace(/CD$/, 'NM'),
        codeColumn.replace(/cd$/, 'nm'),
        codeColumn.replace(/code$/i, 'name'),
        codeColumn.replace(/code$/i, 'Name'),
      ]);
      wanted.delete(codeColumn);
      return profiles.find((profile) => wanted.has(profile.name))?.name;
    },
  };
}

/** Half the way round the earth in web mercator: no coordinate in metres is larger. */
const MOST_METRES = 20_037_509;
const CALLED_X = /^(?:x|geo_?x|x_coord(?:inate)?|point_x)$/i;
const CALLED_Y = /^(?:y|geo_?y|y_coord(?:inate)?|point_y)$/i;

function isCount({ integerShare }: ColumnProfile): boolean {
  return integerShare > 0.9;
}

function pair(one: string | undefined, other: string | undefined): [string, string] | undefined {
  return one !== undefined && other !== undefined ? [one, other] : undefined;
}
