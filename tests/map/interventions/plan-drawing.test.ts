import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  chooseThing,
  comparePlans,
  hoverThing,
  openInterventionTopic,
  openPlan,
  showSides,
} from '../../../src/actions/set-interventions-view.ts';
import { sectorFeatures } from '../../../src/map/interventions/plan-features.ts';
import { planImageId } from '../../../src/map/interventions/plan-images.ts';
import { planLayers } from '../../../src/map/interventions/plan-layers.ts';
import { createMapUpdater } from '../../../src/map/update-map.ts';
import { placeKey } from '../../../src/stores/derived/place-key.ts';
import { DRAWN_CROSSOVER, DRAWN_PLACES, DRAWN_PLAN } from '../../builders/drawn-plan.ts';
import { withPlansMadeNow } from '../../builders/made-now.ts';
import { FULL_RADIO } from '../../builders/plans.ts';
import { projectOf } from '../../builders/project.ts';
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
  context.project.setState({
    project: withPlansMadeNow(projectOf({}), [DRAWN_PLAN, { ...DRAWN_PLAN, id: 'plan-2', name: 'Other' }]),
    version: 1,
  });
  openInterventionTopic(context, 'duel');
  openPlan(context, 'plan-1');
  const started = (['left', 'right'] as const).map((side) => {
    const map = new FakeMap();
    const updater = createMapUpdater({
      map: map.asMap(),
      context,
      places: { now: () => [], boxOf: () => null, wholeBox: () => null, destroy: () => undefined },
      colours: coloursOf('11'),
      side,
      onChange: () => undefined,
      onRest: () => undefined,
    });
    updater.rerun();
    return { map, updater };
  });
  const maps = started.map(({ map }) => map);
  for (const map of maps) await vi.waitFor(() => expect(map.ids()).toContain('plan-roof-label'), PATIENCE);
  type Data = { features: { properties: Record<string, unknown>; geometry: { type: string } }[] };
  const featuresOf = (map: FakeMap, source: string) =>
    (map.sources.get(source)?.data as Data | undefined)?.features ?? [];
  const propertiesOf = (map: FakeMap, source: string, name: string) =>
    featuresOf(map, source).map(({ properties }) => properties[name]);
  const areCurrent = () => started.map(({ updater }) => updater.isCurrent());
  await vi.waitFor(() => expect(areCurrent()).toEqual([true, true]), PATIENCE);
  return { context, left: maps[0], right: maps[1], areCurrent, featuresOf, propertiesOf };
}

describe('a plan on the maps', () => {
  it('is the left answer on one and the right on the other: premises, hubs, links and trench', async () => {
    const { context, left, right, featuresOf, propertiesOf } = await start();
    expect(propertiesOf(left, 'plan-places', 'look')).toEqual([
      'answer:radio',
      'answer:none',
      'answer:none',
      'answer:not known',
    ]);
    expect(propertiesOf(left, 'plan-roofs', 'look')).toEqual(['roof:trench', 'roof:link']);
    expect(featuresOf(left, 'plan-clients')).toHaveLength(1);
    expect(featuresOf(left, 'plan-backhaul')).toHaveLength(1);
    expect(propertiesOf(right, 'plan-places', 'look')).toEqual([
      'answer:fibre',
      'answer:fibre',
      'answer:none',
      'answer:none',
    ]);
    expect(featuresOf(right, 'plan-roofs')).toEqual([]);
    expect(propertiesOf(right, 'dig-route', 'look')).toEqual(['footway', 'pole route']);
    showSides(context, { left: 'leave as it is', right: 'hybrid' });
    await vi.waitFor(() => {
      expect(new Set(propertiesOf(left, 'plan-places', 'look'))).toEqual(new Set(['answer:none']));
    });
    expect(featuresOf(left, 'dig-route')).toEqual([]);
    await vi.waitFor(() => {
      expect(propertiesOf(right, 'plan-roofs', 'look')).toEqual(['roof:trench']);
    });
  });

  it('gives another answer after the page has said it, first on the left, and is not at rest before', async () => {
    const { context, left, right, areCurrent, featuresOf } = await start();
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call));
    const frame = async (): Promise<void> => {
      for (const call of frames.splice(0)) call();
      await Promise.resolve();
      await Promise.resolve();
    };
    const hubs = () => [left, right].map((map) => featuresOf(map, 'plan-roofs').length);
    const before = hubs();
    showSides(context, { left: 'dig', right: 'rooftop radio' });
    expect(hubs()).toEqual(before);
    expect(areCurrent()).toEqual([false, false]);
    await frame();
    await frame();
    expect(hubs()).toEqual([0, before[1]]);
    expect(areCurrent()).toEqual([true, false]);
    await frame();
    expect(hubs()).toEqual([0, before[0]]);
    expect(areCurrent()).toEqual([true, true]);
  });

  it('rings what is pointed at and chosen on both, with the links that serve it', async () => {
    const { context, left, right, featuresOf } = await start();
    hoverThing(context, placeKey(DRAWN_PLACES.both));
    const kinds = (map: FakeMap) => featuresOf(map, 'plan-pointed').map(({ geometry }) => geometry.type);
    expect(kinds(left)).toEqual(['LineString', 'Point']);
    expect(kinds(right)).toEqual(['Point']);
    hoverThing(context, null);
    chooseThing(context, FULL_RADIO.hubs[0].roof.id);
    expect(kinds(left)).toEqual(['LineString', 'Point']);
    expect(kinds(right)).toEqual([]);
    chooseThing(context, 'gone');
    expect(kinds(left)).toEqual([]);
  });

  it('becomes the cheapest for each where that is the topic, and a dig where digs are', async () => {
    const { context, left, propertiesOf } = await start();
    openInterventionTopic(context, 'cheapest');
    await vi.waitFor(() => expect(propertiesOf(left, 'plan-places', 'look')).toEqual([]));
    context.studies.crossover.setState({
      status: 'ready',
      answer: DRAWN_CROSSOVER,
      answered: { question: { planId: 'plan-1', samples: 2000, seed: 1 }, version: 1 },
    });
    await vi.waitFor(() => {
      expect(propertiesOf(left, 'plan-places', 'look')[1]).toBe('cheapest:dig:close');
    });
    openInterventionTopic(context, 'dig');
    await vi.waitFor(() => expect(left.ids()).toContain('dig-street-hit'));
    expect(left.ids().filter((id) => id.startsWith('plan-'))).toEqual([]);
    openInterventionTopic(context, 'duel');
    await vi.waitFor(() => expect(left.ids()).toContain('plan-roof-label'), PATIENCE);
    await vi.waitFor(() => {
      expect(propertiesOf(left, 'dig-route', 'look')).toEqual(['footway', 'pole route']);
    });
  });

  it('becomes what changes from plan to plan where two are compared', async () => {
    const { context, left, propertiesOf } = await start();
    openInterventionTopic(context, 'compare-plans');
    comparePlans(context, ['plan-2']);
    await vi.waitFor(() => {
      expect(propertiesOf(left, 'plan-places', 'look')[0]).toBe('answer:radio');
    });
    const place = { ...DRAWN_PLACES.dug, served: ['none', 'fibre'] as const };
    context.studies['compare-plans'].setState({
      status: 'ready',
      answer: { names: ['A', 'B'], lines: [], places: [place], gained: [0, 2], lost: [0, 0], notes: [] },
      answered: { question: { planIds: ['plan-1', 'plan-2'] }, version: 1 },
    });
    await vi.waitFor(() => {
      expect(propertiesOf(left, 'plan-places', 'look')).toEqual(['change:gained']);
    });
  });
});

describe('sectors of hubs', () => {
  it('are short fans, and of a hub that is pointed at all that they look over', () => {
    const spanOf = (whole: string | null) => {
      const [{ geometry }] = sectorFeatures(
        { ...FULL_RADIO, served: [{ ...FULL_RADIO.served[0], metres: 500 }] },
        90,
        whole,
      );
      const [ring] = geometry.coordinates;
      expect(ring[0]).toEqual(ring.at(-1));
      return Math.max(...ring.map(([, lat]) => lat)) - ring[0][1];
    };
    const whole = spanOf(FULL_RADIO.hubs[0].roof.id);
    // 520 m northwards along a wedge from due north to due east.
    expect(whole).toBeCloseTo(520 / 111_195, 5);
    expect(spanOf(null)).toBeCloseTo(60 / 111_195, 5);
  });
});

it('has a layer for premises whose image is named by their look', () => {
  const place = planLayers(coloursOf('11')).layers.find(({ id }) => id === 'plan-place');
  expect(place?.layout).toMatchObject({ 'icon-image': ['concat', planImageId(''), ['get', 'look']] });
});
