/**
 * Stands in the browser's build for the parts of the GeoTIFF library that unpack what is refused before it is asked for
 * (LERC, Zstandard, JPEG, WebP), and for its Deflate, in whose place stands the platform's: nothing is shipped that is
 * never used.
 */
class UnreadPacking {
  constructor() {
    throw new Error('A GeoTIFF was to be unpacked by a method that is refused.');
  }
}

// biome-ignore lint/style/noDefaultExport: the library asks for the default export of each of its parts.
export default UnreadPacking;

export const zstd = { init: async (): Promise<void> => {} };
