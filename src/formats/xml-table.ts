import { WGS84 } from '../domain/geo/coordinate-system.ts';
import type { IssueCode, IssueOutcome } from '../domain/tables/file-report.ts';
import { counted, IssueCollector } from '../domain/tables/issue-collector.ts';
import type { ByteSource } from './byte-source.ts';
import { FeatureTable } from './feature-table.ts';
import { geoJsonMessage } from './geojson-messages.ts';
import type { ReadTable } from './read-table.ts';

/** A geometry as GeoJSON has it. */
export type XmlGeometry =
  | { readonly type: string; readonly coordinates: unknown }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly XmlGeometry[] };

/** A shape read from XML: its good parts, and how many had to be left out. */
export interface XmlShape {
  readonly parts: readonly XmlGeometry[];
  readonly badParts: number;
  /** Positions with heights or further numbers, which are dropped. */
  readonly surplus: number;
}

/** Builds the table of a KML or GPX: values by name in the order met, shapes part by part. */
export class XmlTable {
  readonly found = new IssueCollector();
  private readonly table = new FeatureTable(this.found);

  get rows(): number {
    return this.table.rows;
  }

  /** Adds a row. Blank values are left out; of two values of one name the second gets a number. */
  addRow(values: Iterable<readonly [string, string]>, shape: XmlShape, place: string): void {
    const names = new Set<string>();
    for (const [wanted, text] of values) {
      if (text === '') continue;
      let name = wanted.trim() || 'unnamed';
      for (let copy = 2; names.has(name); copy++) name = `${wanted} (${copy})`;
      names.add(name);
      this.table.setCell(name, text);
    }
    const { parts, badParts, surplus } = shape;
    if (surplus > 0) this.found.add('EXTRA_ORDINATES', 'note', place, surplus);
    if (badParts > 0 && parts.length > 0) {
      this.found.add('BAD_GEOMETRY', 'repaired', place, badParts);
      this.table.repairedRows.add(this.rows);
    }
    if (parts.length === 0) this.table.endRow(badParts > 0 ? NO_COORDINATES : null, place);
    else
      this.table.endRow(
        parts.length === 1 ? parts[0] : { type: 'GeometryCollection', geometries: parts },
        place,
      );
  }

  async finish(source: ByteSource, format: string, noun: string): Promise<readonly ReadTable[]> {
    const table = await this.table.finish({
      fileName: source.name,
      format,
      crs: WGS84,
      placeOf: (row) => `${noun} ${row + 1}`,
      breathe: () => source.breathe(`Checking the shapes of ${source.name}`),
    });
    const report = {
      fileName: source.name,
      bytes: source.size,
      rowsRead: table.rows,
      rowsUsed: table.rows,
      rowsRepaired: this.table.repairedRows.size,
      rowsLeftOut: 0,
      issues: [...source.issues, ...this.found.issues(xmlMessage)],
    };
    return [{ table, report }];
  }
}

function xmlMessage(code: IssueCode, outcome: IssueOutcome, count: number): string {
  if (code === 'LINKS_NOT_FOLLOWED')
    return `${counted(count, 'link')} to other files, pictures or places (network links, icons, overlays) not followed: nothing was fetched.`;
  if (code === 'EXTRA_ORDINATES')
    return `${counted(count, 'position')} with a height or further numbers: only longitude and latitude are used.`;
  if (code === 'BAD_GEOMETRY' && outcome === 'repaired')
    return `${counted(count, 'part')} of shapes without sound coordinates left out; the rest of each is kept.`;
  if (code === 'BAD_GEOMETRY' && outcome === 'left-out')
    return `${counted(count, 'shape')} without sound coordinates, in the table only.`;
  return geoJsonMessage(code, outcome, count);
}

/** Takes no place on the map, and is counted as such. */
const NO_COORDINATES = { type: 'MultiPoint', coordinates: [] };
