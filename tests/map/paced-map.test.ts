import { beforeEach, describe, expect, it, vi } from 'vitest';

/** MapLibre's own part, as far as frames go: one is asked for, then drawn. */
const { frames } = vi.hoisted(() => ({ frames: { asked: 0, drawn: 0 } }));

vi.mock('maplibre-gl', () => {
  class StandInMap {
    painter = { context: { gl: {} } };
    private listeners: [string, (event: object) => void][] = [];

    on(type: string, listener: (event: object) => void): void {
      this.listeners.push([type, listener]);
    }

    fire(type: string, event: object = {}): void {
      for (const [on, listener] of this.listeners) if (on === type) listener(event);
    }

    style = { addLayer: () => undefined };

    _update(): this {
      return this;
    }

    loaded(): boolean {
      return true;
    }

    triggerRepaint(): void {
      frames.asked++;
    }

    _render(): this {
      frames.drawn++;
      this.fire('render');
      return this;
    }

    redraw(): this {
      return this._render();
    }

    remove(): void {}
  }
  return { Map: StandInMap };
});

/** What the map waits for: every fence that was set. */
let waits: (() => void)[] = [];
vi.mock('../../src/map/graphics-done.ts', () => ({
  graphicsDone: () => new Promise<void>((resolve) => waits.push(resolve)),
}));

const { PacedMap } = await import('../../src/map/paced-map.ts');

type Fired = InstanceType<typeof PacedMap> & { fire(type: string, event?: object): void };

async function graphicsAreDone(): Promise<void> {
  for (const done of waits.splice(0)) done();
  await Promise.resolve();
  await Promise.resolve();
}

async function mapAtRest(): Promise<Fired> {
  const map = new PacedMap({ container: 'map' }) as Fired;
  map.addLayer({ id: 'outlines', type: 'fill', source: 'shapes' });
  await graphicsAreDone();
  map._render(0);
  await graphicsAreDone();
  map.fire('idle');
  frames.asked = 0;
  frames.drawn = 0;
  return map;
}

const arrives = (...ids: string[]): object => ({
  tile: { buckets: Object.fromEntries(ids.map((id) => [id, {}])) },
});

describe('PacedMap', () => {
  beforeEach(() => {
    waits = [];
    frames.asked = 0;
    frames.drawn = 0;
  });

  it('draws at once what it has drawn before', async () => {
    const map = await mapAtRest();
    map.triggerRepaint();
    expect(frames.asked).toBe(1);
    map._render(0);
    expect(frames.drawn).toBe(1);
    expect(waits).toHaveLength(0);
  });

  it('waits for the graphics where the first shapes of a layer come long after it was added', async () => {
    const map = await mapAtRest();
    map.triggerRepaint();
    map.fire('sourcedata', arrives('outlines'));
    // The frame that was asked for before.
    map._render(0);
    map.triggerRepaint();
    expect(frames).toEqual({ asked: 1, drawn: 0 });
    await graphicsAreDone();
    expect(frames.drawn).toBe(1);
  });

  it('waits once for each layer, and for no tile without anything new', async () => {
    const map = await mapAtRest();
    map.fire('sourcedata', arrives('wards'));
    map.fire('sourcedata', {});
    expect(waits).toHaveLength(0);
    map.fire('sourcedata', arrives('outlines'));
    map._render(0);
    await graphicsAreDone();
    map.fire('sourcedata', arrives('outlines'));
    expect(waits).toHaveLength(0);
  });

  it('draws nothing after the pause where nothing was asked for', async () => {
    const map = await mapAtRest();
    map.fire('sourcedata', arrives('outlines'));
    await graphicsAreDone();
    expect(frames).toEqual({ asked: 0, drawn: 0 });
  });

  it('draws no more once it is retired', async () => {
    const map = await mapAtRest();
    map.fire('sourcedata', arrives('outlines'));
    map._render(0);
    map.retire();
    await graphicsAreDone();
    expect(frames.drawn).toBe(0);
  });
});
