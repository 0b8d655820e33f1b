import type { DatasetRecord } from '../project/project.ts';
import { type ColumnProfile, profileColumn } from '../tables/column-profile.ts';
import { idKey } from '../tables/id-key.ts';
import { cellNumber } from '../tables/number-cell.ts';
import { type RowFilter, rowsWhere } from '../tables/rows-where.ts';
import type { SourceTable } from '../tables/source-table.ts';
import { cellCount, cellText } from '../tables/text-column.ts';

/** A column that could say how much need there is where. */
export interface NeedColumn {
  readonly contentId: string;
  readonly fileName: string;
  readonly codeColumn: string;
  /** What its rows are of: "ward", "LSOA", "postcode", "UPRN". */
  readonly kind: string;
  readonly column: string;
  readonly where: readonly RowFilter[];
  /** Why it cannot be used as it is, in words; null where it can. */
  readonly problem: string | null;
}

/** Columns offered of one table. */
const MOST_COLUMNS = 40;

/**
 * The numeric columns of a table whose rows are of wards, small areas, postcodes or UPRNs, in the table's order. Where
 * several rows stand for one code (sexes, years), a column is offered once for each value of the column that tells them
 * apart: first for the whole (Persons, All), then as they stand. Columns that are coverage are none.
 */
export function needColumns(dataset: DatasetRecord, table: SourceTable): NeedColumn[] {
  if (dataset.role === 'premises' || table.rows === 0) return [];
  const profiles = table.columns.map(profileColumn);
  const key = keyColumn(dataset, table, profiles);
  if (!key) return [];
  const coverage = new Set((dataset.suggestion?.layers ?? []).map(({ column }) => column));
  const values = profiles
    .filter((profile) => isValue(profile, key.profile) && !coverage.has(profile.name))
    .slice(0, MOST_COLUMNS);
  const parts = partsOf(table, key.profile, profiles);
  return values.flatMap((profile) =>
    parts.map(
      (where): NeedColumn => ({
        contentId: dataset.contentId,
        fileName: dataset.fileName,
        codeColumn: key.profile.name,
        kind: key.kind,
        column: profile.name,
        where,
        problem:
          smallestIn(table, where, profile) < 0
            ? 'has values below zero: a score around zero cannot be a weight'
            : null,
      }),
    ),
  );
}

interface Key {
  readonly profile: ColumnProfile;
  readonly kind: string;
}

/** The column that most rows are told apart by; UPRNs and postcodes only where a role or a name says so. */
function keyColumn(
  { roles }: DatasetRecord,
  table: SourceTable,
  profiles: readonly ColumnProfile[],
): Key | null {
  const keys = profiles.flatMap((profile): Key[] => {
    const { areaKind, postcodeShare, integerShare, name } = profile;
    if (areaKind !== null) return KINDS.has(areaKind) ? [{ profile, kind: areaKind }] : [];
    if (postcodeShare > 0.9) return [{ profile, kind: 'postcode' }];
    const isUprn = /^uprn$/i.test(name.trim()) || name === roles.id;
    return isUprn && integerShare > 0.9 ? [{ profile, kind: 'UPRN' }] : [];
  });
  const named = keys.find(({ profile }) => profile.name === (roles.code ?? roles.id));
  if (named) return named;
  const different = (key: Key): number => new Set(codesIn(table, key.profile.name)).size;
  return keys.toSorted((one, other) => different(other) - different(one))[0] ?? null;
}

const KINDS: ReadonlySet<string> = new Set(['ward', 'output area', 'LSOA', 'MSOA']);

function isValue(profile: ColumnProfile, key: ColumnProfile): boolean {
  const { name, numericShare, filled, smallest, largest, areaKind } = profile;
  if (profile === key || areaKind !== null || filled === 0 || numericShare < 0.9) return false;
  if (NO_VALUE.test(name.trim())) return false;
  // A column of one number weighs nothing.
  return smallest !== largest;
}

/** Names of places and numbers of rows, and single years of age. */
const NO_VALUE =
  /^(?:area|shape_area|shape__area|st_area|shape_leng(?:th)?|shape__length|lon|lng|lat|longitude|latitude|x|y|easting|northing|eastings|northings|x_coordinate|y_coordinate|fid|objectid|id|uprn|\d{1,3}\+?|period|year|date)$/i;

/** One filter per value of the column that tells rows of one code apart; none needed: one empty list. */
function partsOf(
  table: SourceTable,
  key: ColumnProfile,
  profiles: readonly ColumnProfile[],
): (readonly RowFilter[])[] {
  // Per-premises records have one row each; a longer table is not searched for what tells its rows apart.
  if (table.rows > MOST_ROWS || isUnique(codesIn(table, key.name))) return [[]];
  for (const { name, texts, column, filled, looked, areaKind } of profiles) {
    if (name === key.name || areaKind !== null || filled < looked) continue;
    if (texts.size < 2 || texts.size > MOST_PARTS) continue;
    const values = new Set<string>();
    for (let row = 0; row < cellCount(column) && values.size <= MOST_PARTS; row++)
      values.add(cellText(column, row).trim());
    if (values.size > MOST_PARTS) continue;
    const whole = [...values].filter((value) => WHOLE.test(value));
    const filters = [...new Set([...whole, ...values])].map((value) => [{ column: name, values: [value] }]);
    if (filters.every((where) => isUnique(codesIn(rowsWhere(table, where), key.name)))) return filters;
  }
  return [[]];
}

/** What tables call the sum of their parts. */
const WHOLE = /^(?:persons|all(?: persons| people)?|total|both)$/i;
const MOST_PARTS = 12;
const MOST_ROWS = 50_000;

function codesIn(table: SourceTable, name: string): string[] {
  const column = table.columns.find((one) => one.name === name);
  if (!column) return [];
  return Array.from({ length: table.rows }, (_, row) => idKey(cellText(column, row)));
}

function isUnique(codes: readonly string[]): boolean {
  const filled = codes.filter((code) => code !== '');
  return new Set(filled).size === filled.length;
}

function smallestIn(whole: SourceTable, where: readonly RowFilter[], profile: ColumnProfile): number {
  if (whole.rows > MOST_ROWS) return profile.smallest;
  const table = rowsWhere(whole, where);
  const column = table.columns.find((one) => one.name === profile.name);
  let smallest = Number.POSITIVE_INFINITY;
  for (let row = 0; column && row < table.rows; row++) {
    const value = cellNumber(column, row);
    if (value < smallest) smallest = value;
  }
  return smallest;
}
