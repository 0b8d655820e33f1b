import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

const placed: ReturnType<WardPlaces['now']> = [
  { code: 'W01', name: 'Ash', lon: 0, lat: 51, box: [0, 51, 1, 52] },
  { code: 'W02', name: 'Birch', lon: 1, lat: 51, box: [1, 51, 2, 52] },
];

const places: WardPlaces = {
  now: () => placed,
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
  const told: string[] = [];
  const updater = createMapUpdater({
    map: map.asMap(),
    context,
    places,
    colours: coloursOf('11'),
    onChange: () => told.push('change'),
    onRest: () => told.push(updater.isCurrent() ? 'drawn' : 'rest'),
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
  return { map, updater, project, labels, tiles, context, told };
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

describe('a map while another definition is counted', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (call: () => void) => setTimeout(call, 16));
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function counting() {
    const made = updaterOf(counted(90, 90));
    // Layers are added a few at a time.
    vi.runAllTimers();
    made.map.draw();
    made.told.length = 0;
    const { context, project, map } = made;
    const writes = map.writes;
    context.analysis.setState({ status: 'working' });
    context.project.setState({ project: { ...project, view: { ...project.view } }, version: 2 });
    return { ...made, writesSince: () => map.writes - writes };
  }

  it('is asked for no frame: nothing of it has changed', () => {
    const { map, told, writesSince } = counting();
    expect([writesSince(), map.repaints]).toEqual([0, 0]);
    expect(told).toContain('change');
    expect(told).not.toContain('drawn');
  });

  it('draws the new count in the frame after the one that says it in words', async () => {
    const { context, labels, told, updater, writesSince } = counting();
    context.analysis.setState({ status: 'ready', analysis: counted(10, 20) });
    expect(updater.isCurrent()).toBe(false);
    context.view.setState({ hoveredWard: 'W01' });
    await vi.advanceTimersByTimeAsync(16);
    expect(writesSince()).toBe(0);
    expect(told).not.toContain('drawn');
    await vi.advanceTimersByTimeAsync(16);
    expect(labels()).toEqual(['Ash 10', 'Birch 20']);
    expect(updater.isCurrent()).toBe(true);
  });

  it('says that all is drawn where the count has changed nothing of it', async () => {
    const { context, map, told, updater } = counting();
    context.analysis.setState({ status: 'ready' });
    expect([told.at(-1), map.repaints]).toEqual(['drawn', 0]);
    expect(updater.isCurrent()).toBe(true);
  });

  it('takes the latest of two counts, and none once it is destroyed', async () => {
    const { context, labels, updater, writesSince } = counting();
    context.analysis.setState({ analysis: counted(10, 20) });
    await vi.advanceTimersByTimeAsync(16);
    context.analysis.setState({ status: 'ready', analysis: counted(11, 21) });
    await vi.advanceTimersByTimeAsync(16);
    expect(labels()).toEqual(['Ash 11', 'Birch 21']);
    const before = writesSince();
    context.analysis.setState({ analysis: counted(1, 2) });
    updater.destroy();
    await vi.advanceTimersByTimeAsync(100);
    expect(writesSince()).toBe(before);
  });
});
