import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockStreet } from '../../../src/actions/edit-street.ts';
import {
  chooseStreet,
  hoverStreet,
  openDesign,
  openInterventionTopic,
  setNextDig,
} from '../../../src/actions/set-interventions-view.ts';
import { goTo } from '../../../src/actions/set-view.ts';
import type { DigResult } from '../../../src/domain/dig/dig-design.ts';
import { bandFeatures } from '../../../src/map/interventions/dig-features.ts';
import { digLayers } from '../../../src/map/interventions/dig-layers.ts';
import { createMapUpdater } from '../../../src/map/update-map.ts';
import { FULL_DESIGN } from '../../builders/dig-designs.ts';
import { crossGround } from '../../builders/dig-ground.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { studyingContext } from '../../builders/studying-context.ts';
import { coloursOf } from '../colours.ts';
import { FakeMap } from '../fake-map.ts';

/** What the page draws is fetched when it is first opened. */
const PATIENCE = 10_000;

/** The map draws another picture some frames after the page has said it. */
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => setTimeout(call));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function start() {
  const { context } = studyingContext();
  const question = {
    ...FULL_DESIGN.question,
    blocked: [],
    forced: [],
    lifted: [],
    ownRoots: [],
    rootIds: ['A'],
  };
  context.project.setState({
    project: projectOf({
      datasets: [datasetOf({ role: 'premises' }), datasetOf({ role: 'streets' })],
      designs: [{ ...FULL_DESIGN, question }],
    }),
    version: 1,
  });
  context.studies['dig-ground'].setState({ status: 'ready', answer: crossGround() });
  const map = new FakeMap();
  const updater = createMapUpdater({
    map: map.asMap(),
    context,
    places: { now: () => [], boxOf: () => null, wholeBox: () => null, destroy: () => undefined },
    colours: coloursOf('11'),
    onChange: () => undefined,
    onRest: () => undefined,
  });
  updater.rerun();
  openInterventionTopic(context, 'dig');
  await vi.waitFor(() => expect(map.ids()).toContain('dig-root-label:used'), PATIENCE);
  type Data = { features: { properties: Record<string, unknown> }[] } | undefined;
  const propertiesOf = (source: string) =>
    ((map.sources.get(source)?.data as Data)?.features ?? []).map(({ properties }) => properties);
  return { context, map, propertiesOf };
}

describe('the Interventions page on the map', () => {
  it('has streets to choose and fibre points while it is open, and nothing of them elsewhere', async () => {
    const { context, map, propertiesOf } = await start();
    expect(propertiesOf('dig-streets').map(({ street }) => street)).toEqual([
      'High Street',
      'High Street',
      'Mill Lane',
    ]);
    expect(propertiesOf('dig-roots').map(({ id, look }) => [id, look])).toEqual([
      ['B', 'root'],
      ['A', 'root'],
    ]);
    expect(propertiesOf('dig-route')).toEqual([]);
    hoverStreet(context, 'Mill Lane');
    chooseStreet(context, 'High Street');
    expect(map.states.get('Mill Lane')).toMatchObject({ hover: true });
    expect(map.states.get('High Street')).toMatchObject({ selected: true });
    goTo(context, 'not-spots');
    expect(map.ids().filter((id) => id.startsWith('dig-'))).toEqual([]);
  });

  it('has the open design: its route, whom it serves and misses, its roots, and how streets stand', async () => {
    const { context, propertiesOf } = await start();
    openDesign(context, 'dig-1');
    expect(propertiesOf('dig-route')).toEqual([
      { look: 'footway', street: 'street-1' },
      { look: 'pole route', street: null },
    ]);
    expect(propertiesOf('dig-places').map(({ state }) => state)).toEqual(['served', 'missed']);
    expect(propertiesOf('dig-bands')).toEqual([{ state: 'protected' }]);
    expect(propertiesOf('dig-signs')).toEqual([{ state: 'protected' }]);
    blockStreet(context, 'dig-1', { id: 'High Street', name: 'High Street' }, true);
    expect(propertiesOf('dig-bands')).toEqual([{ state: 'blocked' }, { state: 'protected' }]);
    // The last route stays in sight until there is another.
    expect(propertiesOf('dig-route')).toHaveLength((FULL_DESIGN.result as DigResult).pieces.length);
  });

  it('has the corners of the shape that is being drawn', async () => {
    const { context, propertiesOf } = await start();
    setNextDig(context, { by: 'shape', corners: [[-1.2, 52.9]] });
    expect(propertiesOf('dig-shape')).toEqual([{ number: 1 }]);
    setNextDig(context, {
      corners: [
        [-1.2, 52.9],
        [-1.1, 52.9],
        [-1.1, 53],
      ],
    });
    expect(propertiesOf('dig-shape')).toEqual([{}, { number: 1 }, { number: 2 }, { number: 3 }]);
  });

  it('draws bands opaque, so that pieces that overlap make no blotches, and lines that follow as one', () => {
    const layers = digLayers(coloursOf('11')).layers.filter(({ id }) =>
      /^dig-(band|street-(hover|chosen))/.test(id),
    );
    expect(layers).toHaveLength(6);
    for (const { paint } of layers) {
      const { 'line-opacity': opacity = 1, 'line-width': width } = paint as Record<string, unknown>;
      expect([1, 'case']).toContain(Array.isArray(opacity) ? opacity[0] : opacity);
      if (Array.isArray(opacity)) expect(opacity.slice(2)).toEqual([1, 0]);
      expect(width).toEqual((layers[0].paint as Record<string, unknown>)['line-width']);
    }
    const ground = crossGround();
    const bands = bandFeatures(ground, new Map([['High Street', 'lifted']]));
    expect(bands.map(({ geometry }) => geometry.coordinates.length)).toEqual([3]);
  });
});
