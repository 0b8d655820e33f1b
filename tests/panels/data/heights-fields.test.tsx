import { File as NodeFile } from 'node:buffer';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useStore } from 'zustand';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { importFiles } from '../../../src/actions/import-files.ts';
import { undo } from '../../../src/actions/undo.ts';
import { useApp } from '../../../src/panels/app-provider.tsx';
import { FileItem } from '../../../src/panels/data/file-item.tsx';
import { ImportReport } from '../../../src/panels/data/import-report.tsx';
import { renderPanel } from '../../builders/panel.tsx';
import { type MadeGeoTiff, makeGeoTiff } from '../../formats/made-geotiff.ts';

/** The report of the import and every file, as the Data page has them. */
function Files() {
  const datasets = useStore(useApp().project, (state) => state.project.datasets);
  return (
    <>
      <ImportReport />
      <ul>
        {datasets.map((dataset) => (
          <FileItem key={dataset.contentId} dataset={dataset} layers={[]} />
        ))}
      </ul>
    </>
  );
}

const tiff = (given: Partial<MadeGeoTiff> = {}) =>
  makeGeoTiff({ columns: 3, rows: 2, values: [1, 2, 3, 4, 5, 6], ...given });

async function withFiles(files: Readonly<Record<string, Uint8Array | string>>): Promise<AppContext> {
  const { context } = renderPanel(<Files />, null);
  await importFiles(
    context,
    // jsdom's File cannot be streamed.
    Object.entries(files).map(([name, bytes]) => new NodeFile([bytes], name) as unknown as File),
  );
  await waitFor(() => expect(context.imports.getState().status).toBe('done'));
  return context;
}

const lastStep = (context: AppContext) => context.project.getState().done.at(-1)?.label;

describe('a file of heights', () => {
  test('is said what it is, and what it measures can be put right and undone', async () => {
    const context = await withFiles({ 'dtm-2021.tif': tiff() });
    const measures = await screen.findByLabelText<HTMLSelectElement>('Measures');
    const when = screen.getByLabelText<HTMLInputElement>('Measured when');
    expect([measures.value, when.value]).toEqual(['ground', '2021']);
    screen.getByText('3 × 2 cells of 1 m, heights from 1 m to 6 m.');
    screen.getByText('Heights of the bare ground, as its name says.');
    fireEvent.change(measures, { target: { value: 'canopy' } });
    expect(lastStep(context)).toBe('dtm-2021.tif is now trees above ground');
    fireEvent.change(when, { target: { value: '  winter 2021 ' } });
    fireEvent.keyDown(when, { key: 'Enter' });
    await waitFor(() => expect(lastStep(context)).toBe('dtm-2021.tif was measured: winter 2021'));
    expect(context.project.getState().project.datasets[0].heights).toEqual({
      kind: 'canopy',
      vintage: 'winter 2021',
    });
    undo(context);
    undo(context);
    await waitFor(() => expect([measures.value, when.value]).toEqual(['ground', '2021']));
  });

  test('without a system asks for it in place, until it is said', async () => {
    const context = await withFiles({
      'grid.asc': 'ncols 2\nnrows 1\nxllcorner 530000\nyllcorner 180000\ncellsize 50\n1 2\n',
    });
    await screen.findByText('Say where its cells lie');
    fireEvent.change(await screen.findByLabelText('Coordinates'), { target: { value: 'british' } });
    await waitFor(() => expect(screen.queryByText('Say where its cells lie')).toBeNull());
    expect(context.project.getState().project.datasets[0]).toMatchObject({
      role: 'heights',
      coordinates: 'british',
    });
  });

  test('that nothing tells the kind of wants a look', async () => {
    await withFiles({ 'a.tif': tiff() });
    await screen.findByText('Heights: say whether it is surface, ground or trees');
  });

  test.each([
    [
      'in feet',
      tiff({ keys: { 3072: 27_700, 4099: 9002 } }),
      /a\.tif states its heights in feet\. Save it with heights in metres\./,
    ],
    ['turned', tiff({ tags: { 33550: 0 } }), /a\.tif does not say where it lies\. Save it as a GeoTIFF/],
    ['cut off', tiff().slice(0, -8), /a\.tif is a damaged raster \(TIFF\).*Download or export it again\./],
    ['without a height', tiff({ values: [9, 9, 9, 9, 9, 9], nodata: '9' }), /none of its cells has a height/],
    [
      'in a system that is not read',
      tiff({ keys: { 3072: 2180 } }),
      /EPSG:2180, which is not read\. Save it in British/,
    ],
  ])('%s is refused with what to do', async (_, bytes, words) => {
    const context = await withFiles({ 'a.tif': bytes });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(words);
    expect(context.project.getState().project.datasets).toEqual([]);
  });

  test('used as something it is not says so', async () => {
    const context = await withFiles({ 'picture.tif': tiff({ tags: { 277: 3 } }) });
    fireEvent.change(await screen.findByLabelText('Used as'), { target: { value: 'heights' } });
    await waitFor(() =>
      expect(context.project.getState().project.datasets[0].report.issues.at(-1)).toMatchObject({
        code: 'NO_ROLE',
        message: expect.stringContaining('it holds no grid of heights'),
      }),
    );
  });
});

test('metres a level hold for all buildings, within limits', async () => {
  const footprint = (name: string, levels: string) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { name, 'building:levels': levels },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 51],
                [0.001, 51],
                [0.001, 51.001],
                [0, 51],
              ],
            ],
          },
        },
      ],
    });
  const context = await withFiles({ 'one.geojson': footprint('a', '2'), 'two.geojson': footprint('b', '3') });
  const [field] = await screen.findAllByLabelText<HTMLInputElement>('Metres a level (assumed)');
  expect(field.value).toBe('3');
  fireEvent.change(field, { target: { value: '0' } });
  fireEvent.blur(field);
  await screen.findByText('Give metres from 1 to 20, such as 3.');
  fireEvent.change(field, { target: { value: '2,8' } });
  fireEvent.blur(field);
  await waitFor(() =>
    expect(context.project.getState().project.datasets.map(({ metresPerLevel }) => metresPerLevel)).toEqual([
      2.8, 2.8,
    ]),
  );
  expect(lastStep(context)).toBe('A level of a building is 2.8 m (assumed)');
});
