/**
 * Stands in the browser's build for the parts of the GeoTIFF library that unpack what is refused before it is asked for
 * (LERC, Zstandard, JPEG, WebP), and for its Deflate, in whose place stands the platform's: nothing is shipped that is
 * never used.
 */
export default class UnreadPacking {
  constructor() {
    throw new Error('A GeoTIFF was to be unpacked by a method that is refused.');
  }
}

export const zstd = { init: async (): Promise<void> => {} };
