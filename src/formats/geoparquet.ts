import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { counted } from '../domain/tables/issue-collector.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { InputFile } from './byte-source.ts';
import { type ParquetColumn, parquetCellText, parquetColumns } from './geoparquet-columns.ts';
import { type GeoColumn, geoColumn } from './geoparquet-geometry.ts';
import { READ_CODECS, READ_OPTIONS, TooDense } from './geoparquet-options.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import { ShapeRows } from './shape-rows.ts';
import { systemGuessed } from './shapefile.ts';
import { BadWkb } from './wkb.ts';

/** Most rows of one file; a Parquet of repeated values can state any number in a few bytes. */
const MAX_ROWS = 20_000_000;
const MAX_UNPACKED_BYTES = 2_000_000_000;
const MAX_GROUP_ROWS = 2_000_000;

/**
 * Reads a GeoParquet 1.1 file (WKB or native encodings), one with Parquet's own geometry type, or a plain Parquet as a
 * table. Whole numbers, decimals, dates and times keep all digits. Throws FileRefused where it is damaged, packed in a way
 * that is not read, or in a coordinate system that is not read.
 */
export async function readGeoParquet({ source, file, options }: ReaderInput): Promise<readonly ReadTable[]> {
  await source.close();
  try {
    const buffer: AsyncBuffer = {
      byteLength: file.size,
      slice: (start, end = file.size) => sliced(file, start, end),
    };
    const metadata = await parquetMetadataAsync(buffer, { geoparquet: false });
    checkSize(metadata, file);
    const codec = unreadCodec(metadata);
    if (codec) throw packedOtherwise(file, codec);
    const columns = parquetColumns(metadata);
    const geo = geoColumn(metadata, columns, file);
    const cells = columns.filter((column) => column !== geo?.column);
    const rows = new ShapeRows(
      cells.map(({ name }) => name),
      'row',
    );
    let from = 0;
    for (const group of metadata.row_groups) {
      const to = from + Number(group.num_rows);
      options.signal.throwIfAborted();
      options.onProgress(
        from / Number(metadata.num_rows),
        `Reading ${file.name}: ${from.toLocaleString('en-GB')} rows`,
      );
      const values: unknown[][] = [];
      for (const { name } of columns)
        values.push(await valuesOf(name, { file: buffer, metadata, rowStart: from, rowEnd: to }));
      for (let i = 0; i < to - from; i++) {
        addRow(rows, (column) => values[column.index][i], cells, geo);
        if (rows.count % 20_000 === 0) await source.breathe(`Reading ${file.name}`);
      }
      from = to;
    }
    if (rows.count !== Number(metadata.num_rows)) throw new RangeError('rows are missing');
    const read = await rows.finish({
      source,
      fileName: file.name,
      format: 'geoparquet',
      crs: geo?.crs ?? null,
      bytes: file.size,
      issues: geo && geo.crs === null ? [systemGuessed(`${file.name} names none`)] : [],
      messages: (code, _outcome, count) =>
        code === 'EXTRA_ORDINATES' ? `${counted(count, 'height')} in the coordinates not used.` : null,
    });
    return [read];
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof Error && error.name === 'FileRefused') throw error;
    throw refuseFile(file, [
      {
        code: 'FILE_CORRUPT',
        message: `${file.name} is a damaged Parquet file, or one of a kind that is not read. Save it as GeoPackage.`,
      },
    ]);
  }
}

/** What there is of [start, end): the library notices what is missing, but leaves a failure here unheard. */
async function sliced(file: InputFile, start: number, end: number): Promise<ArrayBuffer> {
  const from = Math.min(Math.max(0, start), file.size);
  const to = Math.min(Math.max(from, end), file.size);
  return file.slice(from, to).arrayBuffer();
}

/** The values of one column. One at a time: the library leaves the failures of others unheard when one fails. */
async function valuesOf(
  column: string,
  part: { file: AsyncBuffer; metadata: FileMetaData; rowStart: number; rowEnd: number },
): Promise<unknown[]> {
  let rows: unknown[][] = [];
  const onComplete = (read: unknown[][]) => {
    rows = read;
  };
  await parquetRead({ ...READ_OPTIONS, ...part, columns: [column], rowFormat: 'array', onComplete });
  if (rows.length !== part.rowEnd - part.rowStart) throw new RangeError('values are missing');
  return rows.map(([value]) => value);
}

function addRow(
  rows: ShapeRows,
  cellOf: (column: ParquetColumn) => unknown,
  cells: readonly ParquetColumn[],
  geo: GeoColumn | null,
): void {
  cells.forEach((column, i) => {
    const text = parquetCellText(cellOf(column), column);
    if (text === null) rows.found.add('BAD_VALUE', 'left-out', `row ${rows.count + 1}`);
    else rows.setCell(i, text);
  });
  if (!geo) {
    rows.endRow('none');
    return;
  }
  try {
    const { shape, curved } = geo.shapeOf(cellOf(geo.column));
    if (curved) rows.found.add('CURVE_GEOMETRY', 'note', `row ${rows.count + 1}`);
    rows.endRow(shape);
  } catch (error) {
    if (!(error instanceof BadWkb)) throw error;
    rows.endBrokenRow(error.message);
  }
}

function checkSize(metadata: FileMetaData, file: InputFile): void {
  const rows = Number(metadata.num_rows);
  const groups = metadata.row_groups.map((group) => Number(group.num_rows));
  const sum = groups.reduce((total, count) => total + count, 0);
  if (!(rows >= 0) || sum !== rows || groups.some((count) => !(count >= 0)))
    throw new RangeError('row counts differ');
  let unpacked = 0;
  for (const group of metadata.row_groups)
    for (const { meta_data } of group.columns) {
      if (!meta_data || Number(meta_data.total_compressed_size) > file.size) throw new TooDense();
      unpacked += Number(meta_data.total_uncompressed_size);
    }
  const reason =
    rows > MAX_ROWS || groups.some((count) => count > MAX_GROUP_ROWS)
      ? `has more than ${MAX_ROWS.toLocaleString('en-GB')} rows, or ${MAX_GROUP_ROWS.toLocaleString('en-GB')} in one group`
      : unpacked > MAX_UNPACKED_BYTES
        ? 'is larger than 2 GB unpacked'
        : null;
  if (reason)
    throw refuseFile(file, [
      { code: 'TOO_LARGE', message: `${file.name} ${reason}, which is the limit. Cut it to your area.` },
    ]);
}

function unreadCodec(metadata: FileMetaData): string | null {
  for (const group of metadata.row_groups)
    for (const { meta_data } of group.columns)
      if (meta_data && !READ_CODECS.has(meta_data.codec)) return meta_data.codec;
  return null;
}

function packedOtherwise(file: InputFile, codec: string) {
  return refuseFile(file, [
    {
      code: 'UNKNOWN_FORMAT',
      message: `${file.name} is packed with ${codec}, which is not read. Save it with Snappy compression, or as GeoPackage.`,
      examples: [codec],
    },
  ]);
}
