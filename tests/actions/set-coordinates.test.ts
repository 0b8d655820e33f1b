import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { lookAtCoordinates, setCoordinates, showCoordinates } from '../../src/actions/set-coordinates.ts';
import { redo, undo } from '../../src/actions/undo.ts';
import { contentAsRead } from '../../src/domain/geo/coordinate-choice.ts';
import { coordinatesLine, nowhereText } from '../../src/stores/derived/coordinates-text.ts';
import { makeCountingContext } from '../builders/app-context.ts';

let context: AppContext;
let end: () => void;

beforeEach(() => {
  ({ context, end } = makeCountingContext());
});

afterEach(() => end());

/** A collection of one shape of each kind around a place near Belfast (Irish Grid) or wherever `move` puts it. */
function shapes(move: (x: number, y: number) => number[]): string {
  const at = (dx: number, dy: number) => move(333_000 + dx, 374_000 + dy);
  const ring = [at(0, 0), at(900, 0), at(900, 900), at(0, 900), at(0, 0)];
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Point', coordinates: at(100, 100) },
      { type: 'LineString', coordinates: [at(0, 0), at(500, 500)] },
      { type: 'Polygon', coordinates: [ring] },
    ].map((geometry, i) => ({ type: 'Feature', properties: { name: `shape ${i}` }, geometry })),
  });
}

async function load(name: string, text: string) {
  await importFiles(context, [new File([text], name)]);
  return dataset();
}

function dataset() {
  const [first] = context.project.getState().project.datasets;
  if (!first) throw new Error('No file is loaded.');
  return first;
}

async function box() {
  const found = await context.compute.api.boxOfContent(contentAsRead(dataset()));
  if (!found) throw new Error('The file has no place.');
  return found.map((edge) => Number(edge.toFixed(2)));
}

const codes = () => dataset().report.issues.map(({ code }) => code);

describe('points, lines and polygons read in the wrong system', () => {
  test('are put right, undone and redone', async () => {
    await load(
      'belfast.geojson',
      shapes((x, y) => [x, y]),
    );
    expect(codes()).toEqual(['CRS_GUESSED', 'CRS_CONVERTED']);
    const british = await box();
    expect(british[0]).toBeCloseTo(-3.01, 1);
    await setCoordinates(context, dataset().contentId, 'irish');
    const irish = await box();
    expect([irish[0], irish[1]]).toEqual([-5.94, 54.6]);
    expect(codes()).toEqual(['CRS_CONVERTED']);
    const view = await lookAtCoordinates(context, dataset());
    expect(view && coordinatesLine(view)).toBe('Irish Grid, as you said, converted (±1 m)');
    undo(context);
    expect(await box()).toEqual(british);
    expect(codes()).toEqual(['CRS_GUESSED', 'CRS_CONVERTED']);
    redo(context);
    expect(await box()).toEqual(irish);
    await setCoordinates(context, dataset().contentId, undefined);
    expect(await box()).toEqual(british);
  });

  test('swapped twice is as it was', async () => {
    await load(
      'manchester.geojson',
      shapes((x, y) => [53 + (y - 374_000) / 1e5, -2 - (x - 333_000) / 1e5]),
    );
    expect(codes()).toEqual(['AXES_SWAPPED']);
    const right = await box();
    expect(right.map(Math.round)).toEqual([-2, 53, -2, 53]);
    await setCoordinates(context, dataset().contentId, 'degrees');
    expect((await box()).map(Math.round)).toEqual([53, -2, 53, -2]);
    await setCoordinates(context, dataset().contentId, 'degrees-swapped');
    expect(await box()).toEqual(right);
  });

  test('the map asks for other tiles', async () => {
    await load(
      'belfast.geojson',
      shapes((x, y) => [x, y]),
    );
    const tile = (zoom: number, lon: number, lat: number) => {
      const n = 2 ** zoom;
      const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
      const source = { kind: 'shapes', contentId: contentAsRead(dataset()) } as const;
      return context.compute.api.tile(source, zoom, Math.floor((n * (lon + 180)) / 360), Math.floor(n * y));
    };
    expect((await tile(10, -5.94, 54.594)).byteLength).toBe(0);
    await setCoordinates(context, dataset().contentId, 'irish');
    expect((await tile(10, -5.94, 54.594)).byteLength).toBeGreaterThan(0);
  });
});

test('a reading in which nothing is a place leaves the table and says so', async () => {
  await load(
    'belfast.geojson',
    shapes((x, y) => [x, y]),
  );
  await setCoordinates(context, dataset().contentId, 'degrees');
  expect(dataset().report.issues).toMatchObject([{ code: 'OUT_OF_RANGE', outcome: 'left-out', count: 3 }]);
  const view = await lookAtCoordinates(context, dataset());
  expect(view && nowhereText(view, 'after')).toContain('is no place on the map');
  await setCoordinates(context, dataset().contentId, 'irish');
  expect((await box())[1]).toBe(54.6);
});

describe('coordinates in columns', () => {
  const csv = (rows: readonly (readonly number[])[]) =>
    ['uprn,easting,northing', ...rows.map(([x, y], i) => `${100_000 + i},${x},${y}`)].join('\n');
  const near = (x: number, y: number) => Array.from({ length: 30 }, (_, i) => [x + i * 100, y + i * 50]);

  test('are read in the system a person chooses, and the places marked before and after', async () => {
    await load('premises.csv', csv(near(333_000, 374_000)));
    expect(dataset().role).toBe('premises');
    const asRead = await lookAtCoordinates(context, dataset());
    expect(asRead && coordinatesLine(asRead)).toBe('British National Grid, converted (±5 m)');
    await setCoordinates(context, dataset().contentId, 'irish');
    const view = await lookAtCoordinates(context, dataset());
    if (!view) throw new Error('The file has no coordinates.');
    expect(view.reading.system.name).toBe('Irish Grid');
    showCoordinates(context, 'premises.csv', view, 'after');
    const { owner, marks } = context.marks.getState();
    expect([owner, marks.length]).toEqual(['coordinates', 30]);
    expect(marks[0].lat).toBeCloseTo(54.594, 2);
    showCoordinates(context, 'premises.csv', view, 'before');
    expect(context.marks.getState().marks).toEqual([]);
    expect(nowhereText(view, 'before')).toBe('As written, 333,000 / 374,000 is no place on the map.');
  });

  test('northing in the column of the easting is found out', async () => {
    // London, Kent and Sussex: as eastings these northings lie in the Irish Sea.
    await load('premises.csv', csv(near(530_000, 180_000).map(([x, y]) => [y, x])));
    const view = await lookAtCoordinates(context, dataset());
    expect(view?.reading).toMatchObject({ swapped: true, by: 'guess' });
    expect(codes()).toContain('AXES_SWAPPED');
    expect(view?.places[0].read?.[1]).toBeCloseTo(51.5, 1);
  });

  test('web mercator in columns x and y is found out', async () => {
    const text = csv(near(-251_000, 7_070_000)).replace('easting,northing', 'x,y');
    await load('premises.csv', text);
    const view = await lookAtCoordinates(context, dataset());
    expect(view?.reading.system.name).toBe('web mercator');
    expect(view?.places[0].read?.[1]).toBeCloseTo(53.47, 1);
  });

  test('postcodes of Northern Ireland decide for the Irish Grid', async () => {
    const rows = near(333_000, 374_000).map(([x, y], i) => `BT${1 + (i % 9)} ${i % 10}AB,${x},${y}`);
    await load('premises.csv', ['postcode,easting,northing', ...rows].join('\n'));
    const view = await lookAtCoordinates(context, dataset());
    expect(view?.reading).toMatchObject({ system: { name: 'Irish Grid' }, by: 'guess' });
  });
});
