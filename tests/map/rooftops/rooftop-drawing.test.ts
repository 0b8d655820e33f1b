import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reachQuestion } from '../../../src/actions/find-reach.ts';
import { chooseSite, openRooftopTopic, setReachMast } from '../../../src/actions/set-rooftops-view.ts';
import { goTo } from '../../../src/actions/set-view.ts';
import { createMapUpdater } from '../../../src/map/update-map.ts';
import { makeAppContext } from '../../builders/app-context.ts';
import { Picture } from '../../builders/picture.ts';
import { projectOf } from '../../builders/project.ts';
import { townReach, townRooftop } from '../../builders/town-reach.ts';
import { coloursOf } from '../colours.ts';
import { FakeMap } from '../fake-map.ts';

const reach = townReach();

/** What the page draws is fetched when it is first opened. */
const PATIENCE = 10_000;

async function start() {
  const { context } = makeAppContext();
  context.project.setState({
    project: { ...projectOf({ datasets: [] }), sites: [townRooftop()] },
    version: 1,
  });
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
  type Data = { features: { properties: Record<string, unknown> }[] } | undefined;
  const featuresOf = (source: string) => (map.sources.get(source)?.data as Data)?.features ?? [];
  return { context, map, updater, featuresOf };
}

describe('the Rooftops page on the map', () => {
  beforeEach(() => void vi.stubGlobal('ImageData', Picture));
  afterEach(() => void vi.unstubAllGlobals());

  it('has sites while it is open and nothing of them elsewhere', async () => {
    const { context, map, updater, featuresOf } = await start();
    expect(map.ids()).toEqual(['background']);
    goTo(context, 'rooftops');
    expect(updater.isCurrent()).toBe(false);
    await vi.waitFor(() => expect(map.ids()).toContain('site-label'), PATIENCE);
    expect(featuresOf('sites').map(({ properties }) => properties)).toEqual([
      { id: 'site-1', name: 'Town Hall' },
    ]);
    chooseSite(context, 'site-1');
    expect(map.states.get('site-1')).toMatchObject({ selected: true });
    goTo(context, 'not-spots');
    expect(map.ids()).toEqual(['background']);
  });

  it('has the reach of the chosen site as a picture, a ring and its premises by quality', async () => {
    const { context, map, featuresOf } = await start();
    openRooftopTopic(context, 'reach');
    chooseSite(context, 'site-1');
    const question = reachQuestion(context);
    if (!question) throw new Error('A site is chosen.');
    context.studies.reach.setState({ status: 'ready', answer: reach, answered: { question, version: 1 } });
    await vi.waitFor(() => expect(map.ids()).toContain('reach-premises'), PATIENCE);
    expect(map.sources.get('reach-picture')).toMatchObject({ coordinates: reach.picture.corners });
    expect(featuresOf('reach-premises')).toHaveLength(reach.rows.row.length);
    const isServed = (): unknown => {
      const layer = map.layers.find(({ id }) => id === 'reach-premises');
      return layer && 'filter' in layer ? layer.filter : undefined;
    };
    expect(JSON.stringify(isServed())).toContain('marginal');
    setReachMast(context, 20);
    expect(isServed()).toEqual(['all', ['>=', ['get', 'mastMetres'], 0], ['<=', ['get', 'mastMetres'], 20]]);
    context.project.getState().change('Removed', { kind: 'remove', list: 'sites', at: 0 });
    expect(map.ids()).not.toContain('reach-premises');
  });
});
