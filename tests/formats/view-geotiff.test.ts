import { fromArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { BRITISH_NATIONAL_GRID } from '../../src/domain/geo/coordinate-system.ts';
import { writeViewGeoTiff } from '../../src/formats/view-geotiff.ts';

const frame = {
  system: BRITISH_NATIONAL_GRID,
  west: 530_000.25,
  north: 180_000.5,
  cellWidthMetres: 2,
  cellHeightMetres: 3,
  columns: 3,
  rows: 2,
};
const opened = async (bytes: Uint8Array) => (await fromArrayBuffer(bytes.slice().buffer)).getImage();

describe('a view as GeoTIFF', () => {
  it('is read back: codes, place, system, what stands for nothing', async () => {
    const codes = Uint8Array.of(0, 1, 2, 255, 1, 0);
    const image = await opened(writeViewGeoTiff(codes, frame));
    const [read] = (await image.readRasters()) as unknown as [Uint8Array];
    expect(Array.from(read)).toEqual(Array.from(codes));
    expect(image.getOrigin()).toEqual([530_000.25, 180_000.5, 0]);
    expect(image.getResolution()).toEqual([2, -3, 0]);
    expect(image.getGDALNoData()).toBe(255);
    expect(image.getGeoKeys()).toMatchObject({
      GTModelTypeGeoKey: 1,
      ProjectedCSTypeGeoKey: 27_700,
      GTCitationGeoKey: 'British National Grid',
    });
  });

  it('of a single row, and in a system without a code, is whole too', async () => {
    const system = { ...BRITISH_NATIONAL_GRID, kind: 'other' as const, epsg: null, name: 'Site grid' };
    const image = await opened(
      writeViewGeoTiff(Uint8Array.of(2, 1), { ...frame, system, columns: 2, rows: 1 }),
    );
    const [read] = (await image.readRasters()) as unknown as [Uint8Array];
    expect(Array.from(read)).toEqual([2, 1]);
    expect(image.getGeoKeys()).toMatchObject({
      ProjectedCSTypeGeoKey: 32_767,
      GTCitationGeoKey: 'Site grid',
    });
  });
});
