import type { AreaKind } from '../../domain/geo/gss-code.ts';
import { type ColumnProfile, profileColumn } from '../../domain/tables/column-profile.ts';
import { distinctCells } from '../../domain/tables/repeated-cells.ts';
import type { SourceTable } from '../../domain/tables/source-table.ts';
import { cellText } from '../../domain/tables/text-column.ts';
import { type ColumnFinds, findColumns } from '../find-columns.ts';

/** A table as the layouts look at it: its columns, what they hold, and what they are called in lower case. */
export class TableLook {
  readonly table: SourceTable;
  readonly profiles: readonly ColumnProfile[];
  readonly finds: ColumnFinds;
  private readonly byName = new Map<string, ColumnProfile>();
  private readonly distinct = new Map<ColumnProfile, number>();
  private readonly sampled = new Map<ColumnProfile, number>();

  constructor(table: SourceTable) {
    this.table = table;
    this.profiles = table.columns.map(profileColumn);
    this.finds = findColumns(this.profiles);
    for (const profile of this.profiles) {
      const name = foldName(profile.name);
      if (!this.byName.has(name)) this.byName.set(name, profile);
    }
  }

  /** The column of the first of these names (lower case) that there is. */
  named(...names: readonly string[]): ColumnProfile | undefined {
    for (const name of names) {
      const found = this.byName.get(name);
      if (found) return found;
    }
    return undefined;
  }

  /** Whether there is a column of every one of these names. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.byName.has(name));
  }

  /** How many of these names there are. */
  count(...names: readonly string[]): number {
    return names.filter((name) => this.byName.has(name)).length;
  }

  /** Columns whose name, in lower case, is like the pattern. */
  like(pattern: RegExp): ColumnProfile[] {
    return this.profiles.filter((profile) => pattern.test(foldName(profile.name)));
  }

  /** Different texts in a column. */
  distinctIn(profile: ColumnProfile): number {
    let count = this.distinct.get(profile);
    if (count === undefined) {
      count = distinctCells(profile.column);
      this.distinct.set(profile, count);
    }
    return count;
  }

  /** Different texts among an even sample of its cells; among all of them in a table of no more rows than that. */
  private distinctInSample(profile: ColumnProfile): number {
    const { rows } = this.table;
    if (rows <= SAMPLE_ROWS) return this.distinctIn(profile);
    let count = this.sampled.get(profile);
    if (count === undefined) {
      const texts = new Set<string>();
      const step = Math.floor(rows / SAMPLE_ROWS);
      for (let row = 0; row < rows; row += step) texts.add(cellText(profile.column, row));
      count = texts.size;
      this.sampled.set(profile, count);
    }
    return count;
  }

  /** The column, where nine in ten of its cells differ. */
  mostlyUnique(profile: ColumnProfile | undefined): ColumnProfile | undefined {
    return profile && this.distinctIn(profile) >= 0.9 * this.table.rows ? profile : undefined;
  }

  /** Columns of GSS codes, those with the most different codes first; the earlier among equals. */
  codeColumns(): (ColumnProfile & { areaKind: AreaKind })[] {
    return this.profiles
      .filter(
        (profile): profile is ColumnProfile & { areaKind: AreaKind } =>
          profile.areaKind !== null && profile.filled >= profile.looked / 2,
      )
      .sort((one, other) => this.distinctInSample(other) - this.distinctInSample(one));
  }

  /** The column of GSS codes that names most rows apart; undefined where none does. */
  codeColumn(): (ColumnProfile & { areaKind: AreaKind }) | undefined {
    const [best] = this.codeColumns();
    return best && this.distinctIn(best) >= this.table.rows / 2 ? best : undefined;
  }

  /** Whether rows have a place: points of their own, or a pair of coordinate columns. */
  hasPlaces(): boolean {
    const { lon, easting } = this.finds;
    return this.table.geometry.points !== null || lon !== undefined || easting !== undefined;
  }

  /** Whether rows may be areas and no places: where they have UPRNs or stand at points, shares are only columns of them. */
  isOfAreas(): boolean {
    return !this.hasPlaces() && this.mostlyUnique(this.finds.uprn) === undefined;
  }

  /** The coordinate columns, as roles; none of degrees where the file has points of its own. */
  places(): { lon?: string; lat?: string; easting?: string; northing?: string } {
    const { lon, lat, easting, northing } = this.finds;
    const own = this.table.geometry.points !== null;
    return {
      ...(lon && lat && !own ? { lon, lat } : {}),
      ...(easting && northing ? { easting, northing } : {}),
    };
  }
}

/** Enough to tell which of two columns of codes is the finer one. */
const SAMPLE_ROWS = 20_000;

/** "E05…", "LSOA": a kind of area in the plural, as a sentence needs it. */
export function kindPlural(kind: string): string {
  if (kind.endsWith('y')) return `${kind.slice(0, -1)}ies`;
  return `${kind}s`;
}

function foldName(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
}
