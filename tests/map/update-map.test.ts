import { describe, expect, it } from 'vitest';
import { compareCounts } from '../../src/domain/before-after/compare-counts.ts';
import type { Analysis } from '../../src/domain/not-spots/analysis.ts';
import type { MapCount } from '../../src/map/map-count.ts';
import { createMapUpdater } from '../../src/map/update-map.ts';
import type { WardPlaces } from '../../src/map/ward-places.ts';
import { analysisOf } from '../builders/analysis.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { premisesOf } from '../builders/premises.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { coloursOf } from './colours.ts';
import { FakeMap } from './fake-map.ts';

const counted = (...notSpots: number[]): Analysis =>
  analysisOf(notSpots.map((number) => ({ units: 100, notSpots: number })));

const places: WardPlaces = {
  now: () => [
    { code: 'W01', name: 'Ash', lon: 0, lat: 51, box: [0, 51, 1, 52] },
    { code: 'W02', name: 'Birch', lon: 1, lat: 51, box: [1, 51, 2, 52] },
  ],
  boxOf: () => null,
  wholeBox: () => null,
  destroy: () => undefined,
};

function updaterOf(analysis: Analysis) {
  const { context } = makeAppContext();
  const datasets = [datasetOf({ role: 'wards', roles: { code: 'code' } }), datasetOf({ role: 'premises' })];
  const project = projectOf({ datasets });
  context.project.setState({ project, version: 1 });
  context.analysis.setState({ status: 'ready', analysis, countedVersion: 1 });
  const map = new FakeMap();
  const updater = createMapUpdater({
    map: map.asMap(),
    context,
    places,
    colours: coloursOf('11'),
    onChange: () => undefined,
  });
  updater.rerun();
  const labels = (): string[] => {
    const data = map.sources.get('ward-labels')?.data as {
      features: { properties: { name: string; count: string } }[];
    };
    return data.features.map(({ properties }) => `${properties.name} ${properties.count}`);
  };
  const tiles = (): string[] =>
    ['premises', 'premises-change'].flatMap((id) => {
      const source = map.sources.get(id);
      return source && 'tiles' in source ? (source.tiles ?? []) : [];
    });
  return { map, updater, project, labels, tiles };
}

describe('a map that draws another count', () => {
  const [before, after] = [counted(40, 0), counted(10, 5)];
  const comparison = compareCounts(
    { ...before, rowState: new Uint8Array(0) },
    { ...after, rowState: new Uint8Array(0) },
    {
      premises: premisesOf([]),
      membership: { wardOf: new Int32Array(0), overlapped: 0 },
      uses: null,
      isSameQuestion: false,
    },
  );

  it('shows a side’s classes, labels and premises, then the difference’s, then its own again', () => {
    const { map, updater, project, labels, tiles } = updaterOf(counted(90, 90));
    const classes = () => ['W01', 'W02'].map((code) => map.states.get(code)?.class);
    expect([labels(), classes()]).toEqual([
      ['Ash 90', 'Birch 90'],
      ['5', '5'],
    ]);
    const side: MapCount = {
      name: 'before',
      label: '',
      project,
      analysis: before,
      beside: after,
      change: null,
      namesOnly: false,
    };
    updater.setCount(side);
    expect(labels()).toEqual(['Ash 40', 'Birch 0']);
    expect(classes()).toEqual(['5', '0']);
    expect(tiles()).toEqual([expect.stringMatching(/^notspot:\/\/premises\/before-\d+\//)]);
    expect(updater.isCurrent()).toBe(true);

    updater.setCount({ ...side, namesOnly: true });
    expect(labels()).toEqual(['Ash ', 'Birch ']);

    updater.setCount({ ...side, name: 'after', analysis: after, beside: before });
    // Both sides have the steps of the higher of them.
    expect(classes()).not.toContain('5');

    updater.setCount({ ...side, name: 'difference', change: comparison });
    expect(labels()).toEqual(['Ash −30', 'Birch +5']);
    expect(classes()).toEqual(['less-3', 'more-1']);
    expect(tiles()).toEqual([expect.stringMatching(/^notspot:\/\/premises\/difference-\d+\//)]);
    expect(map.ids()).toContain('premises-became');

    updater.setCount(null);
    expect([labels(), classes()]).toEqual([
      ['Ash 90', 'Birch 90'],
      ['5', '5'],
    ]);
    expect(tiles()).toEqual([expect.stringMatching(/^notspot:\/\/premises\/\d+\//)]);
    expect(map.ids()).not.toContain('premises-became');
  });
});
