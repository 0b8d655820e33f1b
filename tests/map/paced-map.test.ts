import { beforeEach, describe, expect, it, vi } from 'vitest';

/**
 * MapLibre's own part, as far as frames go: one is asked for, then drawn, with a program for each shader. What is done is
 * told in its order: programs are linked, a frame is drawn.
 */
const { frames, shaders, told } = vi.hoisted(() => ({
  frames: { asked: 0, drawn: 0 },
  shaders: new Set<string>(),
  told: [] as string[],
}));

vi.mock('maplibre-gl', () => {
  class StandInMap {
    painter = {
      context: Object.create({ gl: { isContextLost: () => false }, clear: () => frames.drawn++ }),
      programCache: {
        getProgram: ({ name }: { name: string }) => {
          if (!this.linked.has(name)) told.push(`links ${name}`);
          this.linked.add(name);
          return { draw: () => told.push(`draws ${name}`) };
        },
      },
      render: () => {
        this.painter.context.clear();
        for (const name of shaders)
          this.painter.programCache.getProgram({ name, defines: [] } as { name: string }).draw();
      },
    };
    private readonly linked = new Set<string>();
    private isDirty = false;
    private listeners: [string, (event: object) => void][] = [];

    on(type: string, listener: (event: object) => void): void {
      this.listeners.push([type, listener]);
    }

    fire(type: string, event: object = {}): void {
      for (const [on, listener] of this.listeners) if (on === type) listener(event);
    }

    style = { addLayer: () => undefined };

    _update(): this {
      this.isDirty = true;
      this.triggerRepaint();
      return this;
    }

    loaded(): boolean {
      return true;
    }

    triggerRepaint(): void {
      frames.asked++;
    }

    _render(): this {
      this.isDirty = false;
      this.painter.render();
      this.fire('render');
      if (this.isDirty) this.triggerRepaint();
      else this.fire('idle');
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
const waits: (() => void)[] = [];
vi.mock('../../src/map/graphics-done.ts', () => ({
  graphicsDone: () => new Promise<void>((resolve) => waits.push(resolve)),
}));

const { PacedMap } = await import('../../src/map/paced-map.ts');

type Fired = InstanceType<typeof PacedMap> & { fire(type: string, event?: object): void };

async function graphicsAreDone(): Promise<void> {
  // What waits for its turn has it.
  await new Promise((resolve) => setTimeout(resolve));
  for (const done of waits.splice(0)) done();
  await new Promise((resolve) => setTimeout(resolve));
}

async function mapAtRest(): Promise<Fired> {
  const map = new PacedMap({ container: 'map' }) as Fired;
  map.addLayer({ id: 'outlines', type: 'fill', source: 'shapes' });
  await graphicsAreDone();
  map._render(0);
  while (waits.length > 0) await graphicsAreDone();
  map.fire('idle');
  forget();
  return map;
}

function forget(): void {
  frames.asked = 0;
  frames.drawn = 0;
  told.length = 0;
}

const arrives = (...ids: string[]): object => ({
  tile: { buckets: Object.fromEntries(ids.map((id) => [id, {}])) },
});

describe('PacedMap', () => {
  beforeEach(async () => {
    // Nothing of the test before keeps the turn.
    while (waits.length > 0) await graphicsAreDone();
    shaders.clear();
    shaders.add('background');
    forget();
  });

  it('links what a frame lacks before it is drawn, and is idle only then', async () => {
    const map = await mapAtRest();
    shaders.add('fill').add('line');
    map.on('idle', () => told.push('idle'));
    map.fire('sourcedata', arrives('outlines'));
    map.triggerRepaint();
    await graphicsAreDone();
    expect(told).toEqual([]);
    expect(map.isAtRest()).toBe(false);
    await graphicsAreDone();
    expect(told).toEqual([
      'links fill',
      'links line',
      'draws background',
      'draws fill',
      'draws line',
      'idle',
    ]);
    expect(frames.drawn).toBe(1);
    expect(map.isAtRest()).toBe(true);
  });

  it('lets one map at a time wait for the graphics and draw', async () => {
    const maps = [await mapAtRest(), await mapAtRest()];
    for (const [i, map] of maps.entries()) {
      map.on('render', () => told.push(`map ${i} drawn`));
      map.fire('sourcedata', arrives('outlines'));
      map.triggerRepaint();
    }
    const drawn = () => told.filter((one) => one.startsWith('map'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(waits).toHaveLength(1);
    await graphicsAreDone();
    expect(drawn()).toEqual(['map 0 drawn']);
    await graphicsAreDone();
    expect(drawn()).toEqual(['map 0 drawn', 'map 1 drawn']);
  });

  it('gives its turn away where it was retired before it came', async () => {
    const maps = [await mapAtRest(), await mapAtRest(), await mapAtRest()];
    for (const map of maps) map.fire('sourcedata', arrives('outlines'));
    maps[1].retire();
    maps[2].on('render', () => told.push('last map drawn'));
    maps[2].triggerRepaint();
    await graphicsAreDone();
    await graphicsAreDone();
    expect(told).toContain('last map drawn');
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

  it('draws no more once it is retired, and links no more', async () => {
    const map = await mapAtRest();
    shaders.add('fill');
    map.fire('sourcedata', arrives('outlines'));
    map._render(0);
    await graphicsAreDone();
    map.retire();
    await graphicsAreDone();
    expect(frames.drawn).toBe(0);
    expect(told).toEqual([]);
  });
});
