import { ByteBuffer } from 'flatbuffers';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js';
import { type CoordinateSystem, systemFromEpsg } from '../domain/geo/coordinate-system.ts';
import { systemFromWkt } from '../domain/geo/system-from-wkt.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { ByteQueue, EndsEarly } from './byte-queue.ts';
import { flatGeobufCells } from './flatgeobuf-cells.ts';
import { flatGeobufShape } from './flatgeobuf-shape.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import { ShapeRows } from './shape-rows.ts';
import { systemGuessed } from './shapefile.ts';

/**
 * Reads a FlatGeobuf (specification 3.0), feature by feature. Whole numbers keep all digits. Throws FileRefused where it is damaged or cut off, or
 * names a coordinate system that is not read. Only the library's generated accessors are used: its readers would bring
 * a WebAssembly codec along.
 */
export async function readFlatGeobuf({ source, file }: ReaderInput): Promise<readonly ReadTable[]> {
  const queue = new ByteQueue(source.chunks(), file.size);
  let features = 0;
  try {
    const magic = await queue.take(8);
    if (!MAGIC.every((byte, i) => magic[i] === byte))
      throw new EndsEarly('it is of another version or does not begin as one does');
    const header = await headerOf(queue);
    const rows = new ShapeRows(
      header.columns.map(({ name }) => name),
      'feature',
    );
    const { crs, isNamed } = systemOf(header.header, file);
    await queue.skip(header.indexBytes);
    while (!(await queue.isAtEnd())) {
      const feature = featureIn(await queue.takePrefixed(MAX_FEATURE_BYTES));
      flatGeobufCells(feature, header.columns, {
        text: (column, text) => rows.setCell(column, text),
        binary: () => rows.found.add('BAD_VALUE', 'left-out', `feature ${features + 1}`),
      });
      const { shape, curved } = flatGeobufShape(feature.geometry(), header.header.geometryType());
      if (curved) rows.found.add('CURVE_GEOMETRY', 'note', `feature ${features + 1}`);
      rows.endRow(shape);
      features++;
    }
    if (header.features > features)
      throw new EndsEarly(
        `${(header.features - features).toLocaleString('en-GB')} of ${counted(header.features, 'feature')} are missing`,
      );
    const read = await rows.finish({
      source,
      fileName: file.name,
      format: 'flatgeobuf',
      crs,
      bytes: file.size,
      issues: isNamed ? [] : [systemGuessed(`${file.name} names none`)],
      messages: (code, _outcome, count) =>
        code === 'EXTRA_ORDINATES' ? `${counted(count, 'height')} in the coordinates not used.` : null,
    });
    return [read];
  } catch (error) {
    const isDamage = error instanceof EndsEarly || error instanceof RangeError || error instanceof TypeError;
    if (!isDamage) throw error;
    const reason = error instanceof EndsEarly ? error.message : `it breaks off at feature ${features + 1}`;
    throw refuseFile(
      file,
      [
        {
          code: 'FILE_CORRUPT',
          message: `${file.name} is a damaged FlatGeobuf: ${reason}. Download or export it again.`,
        },
      ],
      features,
    );
  } finally {
    await source.close();
  }
}

const MAGIC = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62];
const MAX_HEADER_BYTES = 10_000_000;
const MAX_FEATURE_BYTES = 256_000_000;

async function headerOf(queue: ByteQueue) {
  const header = Header.getSizePrefixedRootAsHeader(
    new ByteBuffer(await queue.takePrefixed(MAX_HEADER_BYTES)),
  );
  const features = Number(header.featuresCount());
  const nodes = header.indexNodeSize();
  if (header.columnsLength() > MAX_COLUMNS) throw new EndsEarly('its list of columns is broken');
  if (features > queue.left) throw new EndsEarly('it counts more features than its bytes can hold');
  const columns = Array.from({ length: header.columnsLength() }, (_, i) => {
    const column = header.columns(i);
    return { name: column?.name() ?? '', type: column?.type() ?? 0 };
  });
  // Without a count there is no index (specification, "header").
  const indexBytes = features > 0 && nodes > 0 ? calcTreeSize(features, nodes) : 0;
  return { header, features, columns, indexBytes };
}

/** A feature's columns are numbered by two bytes. */
const MAX_COLUMNS = 65_536;

function featureIn(bytes: Uint8Array): Feature {
  return Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes));
}

function systemOf(
  header: Header,
  file: { name: string; size: number },
): { crs: CoordinateSystem | null; isNamed: boolean } {
  const named = header.crs();
  const code = named?.code() ?? 0;
  const wkt = named?.wkt() ?? '';
  if (!named || (code === 0 && wkt === '')) return { crs: null, isNamed: false };
  const isEpsg = /^(?:epsg)?$/i.test(named.org() ?? '');
  const crs = (isEpsg && code > 0 ? systemFromEpsg(code) : null) ?? (wkt === '' ? null : systemFromWkt(wkt));
  if (crs) return { crs, isNamed: true };
  const name = (named.name() ?? `EPSG:${code}`).slice(0, 60);
  throw refuseFile(file, [
    {
      code: 'CRS_UNKNOWN',
      message: `${file.name} is in the coordinate system "${name}", which is not read. Save it in WGS84 or British National Grid.`,
      examples: [name],
    },
  ]);
}
