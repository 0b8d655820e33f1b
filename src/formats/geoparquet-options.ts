import { type CompressionCodec, snappyUncompress } from 'hyparquet';
import { timestampText } from './exact-text.ts';

/** Codecs that are read. */
export const READ_CODECS: ReadonlySet<CompressionCodec> = new Set<CompressionCodec>([
  'UNCOMPRESSED',
  'SNAPPY',
]);

/** More bytes come out than the packing can hold. */
export class TooDense extends Error {}

/** Snappy's longest copy is 64 bytes out of three. */
const MOST_SNAPPY_GROWTH = 22;

/** How the library is to hand values over: bytes as bytes, dates and times as exact text. */
export const READ_OPTIONS = {
  utf8: false,
  geoparquet: false,
  parsers: {
    timestampFromMilliseconds: (value: bigint) => textOf(value, 1000n),
    timestampFromMicroseconds: (value: bigint) => textOf(value, 1_000_000n),
    timestampFromNanoseconds: (value: bigint) => textOf(value, 1_000_000_000n),
    dateFromDays: (days: number) => days,
    stringFromBytes: (bytes: Uint8Array) => bytes,
    jsonFromBytes: (bytes: Uint8Array) => bytes,
    geometryFromBytes: (bytes: Uint8Array) => bytes,
    geographyFromBytes: (bytes: Uint8Array) => bytes,
  },
  compressors: {
    SNAPPY: (input: Uint8Array, length: number) => {
      if (length > input.length * MOST_SNAPPY_GROWTH + 64) throw new TooDense();
      const output = new Uint8Array(length);
      snappyUncompress(input, output);
      return output;
    },
  },
};

function textOf(value: bigint | null | undefined, perSecond: bigint): string | null {
  return value === null || value === undefined ? null : timestampText(BigInt(value), perSecond);
}
