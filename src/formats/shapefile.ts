import { systemFromWkt } from '../domain/geo/system-from-wkt.ts';
import type { FileIssue } from '../domain/tables/file-report.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import { type Shape, ShapeRows } from './shape-rows.ts';
import { attributesOf, DamagedDbf, type DbfTable } from './shapefile-attributes.ts';
import { DamagedShp, indexedShapes, shapesOf } from './shapefile-shapes.ts';

/** The files of one shapefile. `prj` and `cpg` as text; null where there is none. */
export interface ShapefileParts {
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | null;
  readonly shx: Uint8Array | null;
  readonly prj: string | null;
  readonly cpg: string | null;
}

/**
 * Reads a shapefile (ESRI, July 1998) out of its parts. Cells are the .dbf's text as it stands. Throws FileRefused where
 * the .shp or .dbf is damaged, cut off, or the two do not belong together, and where a named system is not read.
 */
export async function readShapefile(
  parts: ShapefileParts,
  name: string,
  { source }: Pick<ReaderInput, 'source'>,
): Promise<ReadTable> {
  const file = { name, size: parts.shp.length + (parts.dbf?.length ?? 0) };
  const shapes = soundShapes(parts, file);
  const attributes = soundAttributes(parts, file);
  if (attributes && attributes.records !== shapes.length)
    throw refuseFile(file, [
      {
        code: 'DBF_CORRUPT',
        message: `${name}: its .dbf has ${counted(attributes.records, 'row')}, its .shp ${counted(shapes.length, 'shape')}. Export both again, together.`,
        count: Math.abs(attributes.records - shapes.length),
      },
    ]);
  const system = systemOf(parts.prj, file);
  const rows = new ShapeRows(attributes?.columns ?? [], 'shape');
  if (!attributes) rows.found.add('NO_ATTRIBUTES', 'note', null);
  for (let i = 0; i < shapes.length; i++) {
    if ((i & 1023) === 1023) await source.breathe(`Reading ${name}`);
    if (attributes?.isDeleted(i)) {
      rows.found.add('DBF_CORRUPT', 'note', `row ${i + 1}`);
      continue;
    }
    attributes?.readRow(i, (column, text) => rows.setCell(column, text));
    rows.endRow(shapes[i]);
  }
  return rows.finish({
    source,
    fileName: name,
    format: 'shapefile',
    crs: system.crs,
    bytes: file.size,
    issues: [...system.issues, ...(attributes?.issues ?? [])],
    messages: (code, _outcome, count) => {
      if (code === 'NO_ATTRIBUTES')
        return `${name} has no .dbf beside its .shp: shapes only, without values.`;
      if (code === 'DBF_CORRUPT') return `${counted(count, 'row')} marked as deleted in the .dbf: not read.`;
      if (code === 'EXTRA_ORDINATES') return `${counted(count, 'height')} in the coordinates not used.`;
      return null;
    },
  });
}

function soundShapes(parts: ShapefileParts, file: { name: string; size: number }): (Shape | null)[] {
  const damaged = (reason: string, missing = 1) =>
    refuseFile(file, [
      {
        code: 'SHP_CORRUPT',
        message: `${file.name}: its .shp is damaged: ${reason}. Download or export it again.`,
        count: missing,
      },
    ]);
  let shapes: (Shape | null)[];
  try {
    shapes = shapesOf(parts.shp);
  } catch (error) {
    if (error instanceof DamagedShp) {
      const listed = indexedShapes(parts.shx) ?? 0;
      const missing = Math.max(1, listed - error.shapesBefore);
      throw damaged(
        listed > error.shapesBefore
          ? `${missing.toLocaleString('en-GB')} of ${counted(listed, 'shape')} missing, ${error.message}`
          : error.message,
        missing,
      );
    }
    throw error;
  }
  const listed = indexedShapes(parts.shx);
  if (listed !== null && listed > shapes.length)
    throw damaged(
      `${(listed - shapes.length).toLocaleString('en-GB')} of ${counted(listed, 'shape')} missing`,
      listed - shapes.length,
    );
  return shapes;
}

function soundAttributes(parts: ShapefileParts, file: { name: string; size: number }): DbfTable | null {
  if (!parts.dbf) return null;
  try {
    return attributesOf(parts.dbf, parts.cpg);
  } catch (error) {
    if (!(error instanceof DamagedDbf)) throw error;
    throw refuseFile(file, [
      {
        code: 'DBF_CORRUPT',
        message: `${file.name}: its .dbf is damaged: ${error.message}. Download or export it again.`,
        count: error.missing,
      },
    ]);
  }
}

function systemOf(prj: string | null, file: { name: string; size: number }) {
  const text = prj?.trim() ?? '';
  const crs = text === '' ? null : systemFromWkt(text);
  if (crs) return { crs, issues: [] };
  if (/^(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|COMPD_?CRS|BOUNDCRS|GEOCCS|LOCAL_CS)\s*\[/i.test(text)) {
    const named = /^\w+\s*\[\s*"([^"]{1,60})/.exec(text)?.[1] ?? 'without a name';
    throw refuseFile(file, [
      {
        code: 'CRS_UNKNOWN',
        message: `${file.name} is in the coordinate system "${named}", which is not read. Save it in WGS84 or British National Grid.`,
        examples: [named],
      },
    ]);
  }
  const reason = text === '' ? 'has no .prj' : 'has a .prj that names no coordinate system';
  return { crs: null, issues: [systemGuessed(`${file.name} ${reason}`)] };
}

/** What to say of coordinates in a system that nothing names. `subject` ends with why it is not known. */
export function systemGuessed(subject: string): FileIssue {
  return {
    code: 'CRS_UNKNOWN',
    outcome: 'note',
    message: `${subject}: its coordinate system was guessed from the numbers. Check it on the map.`,
    count: 1,
    examples: [],
  };
}
