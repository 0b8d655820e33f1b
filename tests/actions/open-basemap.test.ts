import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/actions/import-files.ts';
import { removeBasemap, restoreBasemap } from '../../src/actions/open-basemap.ts';
import { mapSources } from '../../src/map/map-sources.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { pmtilesOf } from '../builders/pmtiles.ts';
import { projectOf } from '../builders/project.ts';

const TILES = [{ z: 0, x: 0, y: 0, data: Uint8Array.of(1, 2, 3) }];
const WARDS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { WD22CD: 'E05000001', WD22NM: 'Ash' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-1, 52],
            [-0.9, 52],
            [-0.9, 52.1],
            [-1, 52],
          ],
        ],
      },
    },
  ],
});

describe('a dropped basemap', () => {
  it('goes under the map beside the files that are counted, whatever its name, and is no step of undo', async () => {
    const { context, end } = makeAppContext();
    const archive = pmtilesOf({ tiles: TILES, metadata: { attribution: '<b>Town</b>' } });
    await importFiles(context, [new File([archive], 'streets.csv'), new File([WARDS], 'wards.geojson')]);
    const { basemap, version } = context.basemap.getState();
    expect([basemap?.fileName, basemap?.attribution, version]).toEqual(['streets.csv', 'Town', 1]);
    expect(context.project.getState().project.datasets.map((dataset) => dataset.fileName)).toEqual([
      'wards.geojson',
    ]);
    expect(context.project.getState().done).toHaveLength(1);
    const { status, files } = context.imports.getState();
    expect([status, files.map((file) => file.contentId !== null)]).toEqual(['done', [true, true]]);
    end();
  });

  it('is refused with the others kept and the earlier one still there', async () => {
    const { context, end } = makeAppContext();
    const good = pmtilesOf({ tiles: TILES });
    await importFiles(context, [new File([good], 'good.pmtiles')]);
    const cut = good.slice(0, good.length - 2);
    await importFiles(context, [new File([cut], 'cut.pmtiles'), new File([WARDS], 'wards.geojson')]);
    expect(context.basemap.getState().basemap?.fileName).toBe('good.pmtiles');
    expect(context.project.getState().project.datasets).toHaveLength(1);
    const refused = context.imports.getState().files.filter((file) => file.contentId === null);
    expect(refused.map((file) => file.report.issues[0].message)).toEqual([
      'cut.pmtiles is broken: its parts lie beyond its end. Download it again.',
    ]);
    end();
  });

  it('can be taken off and put back, and is named on the map', async () => {
    const { context, end } = makeAppContext();
    await importFiles(context, [new File([pmtilesOf({ tiles: TILES })], 'town.pmtiles')]);
    removeBasemap(context);
    expect(context.basemap.getState()).toMatchObject({
      basemap: null,
      removed: { fileName: 'town.pmtiles' },
    });
    restoreBasemap(context);
    expect(context.basemap.getState()).toMatchObject({
      basemap: { fileName: 'town.pmtiles' },
      removed: null,
    });
    expect(mapSources(projectOf({ fictional: true }), { fileName: 'town.pmtiles', attribution: '' })).toBe(
      'Fictional data · town.pmtiles',
    );
    end();
  });
});
