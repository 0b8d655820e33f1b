import { describe, expect, it } from 'vitest';
import { BY_CAMERA } from '../../src/map/by-camera.ts';
import { joinCameras, type MovingMap } from '../../src/map/join-cameras.ts';

/** A map that moves at once and tells of it, as MapLibre's jumpTo does. */
class Moving {
  center = { lng: 0, lat: 0 };
  zoom = 5;
  moves = 0;
  private readonly listeners = new Set<(event: object) => void>();

  asMap(): MovingMap {
    return this as unknown as MovingMap;
  }

  on(_event: 'move', listener: (event: object) => void): void {
    this.listeners.add(listener);
  }

  off(_event: 'move', listener: (event: object) => void): void {
    this.listeners.delete(listener);
  }

  getCenter() {
    return this.center;
  }

  getZoom(): number {
    return this.zoom;
  }

  jumpTo({ center, zoom }: { center: { lng: number; lat: number }; zoom: number }): void {
    this.center = center;
    this.zoom = zoom;
    this.moves++;
    if (this.moves > 100) throw new Error('The maps chase each other.');
    this.tell({});
  }

  /** As MapLibre's resize does: it tells of a move, though the map looks where it looked. */
  tell(event: object): void {
    for (const listener of this.listeners) listener(event);
  }
}

describe('two joined maps', () => {
  it('look at one place, whichever is moved, each moved once', () => {
    const [first, second] = [new Moving(), new Moving()];
    first.center = { lng: -1.5, lat: 53 };
    first.zoom = 11;
    const part = joinCameras(first.asMap(), second.asMap());
    expect([second.center, second.zoom]).toEqual([{ lng: -1.5, lat: 53 }, 11]);
    expect([first.moves, second.moves]).toEqual([0, 1]);
    second.jumpTo({ center: { lng: -2.123_456_789, lat: 52.5 }, zoom: 14.25 });
    expect([first.center, first.zoom]).toEqual([{ lng: -2.123_456_789, lat: 52.5 }, 14.25]);
    expect([first.moves, second.moves]).toEqual([1, 2]);
    first.jumpTo({ center: { lng: 0, lat: 51 }, zoom: 9 });
    expect([second.center, second.zoom]).toEqual([first.center, first.zoom]);
    expect([first.moves, second.moves]).toEqual([2, 3]);
    part();
    first.jumpTo({ center: { lng: 1, lat: 50 }, zoom: 3 });
    expect([second.center, second.moves]).toEqual([{ lng: 0, lat: 51 }, 3]);
  });

  it('stay where they fit when the second only takes a new size: that is nobody’s movement', () => {
    const [first, second] = [new Moving(), new Moving()];
    joinCameras(first.asMap(), second.asMap());
    second.tell(BY_CAMERA);
    expect(first.moves).toBe(0);
    second.tell({});
    expect(first.moves).toBe(1);
  });

  it('go on following after one of them has thrown', () => {
    const [first, second] = [new Moving(), new Moving()];
    joinCameras(first.asMap(), second.asMap());
    second.on('move', () => {
      if (second.zoom === 7) throw new Error('A listener failed.');
    });
    expect(() => first.jumpTo({ center: { lng: 0, lat: 0 }, zoom: 7 })).toThrow('A listener failed.');
    first.jumpTo({ center: { lng: 0, lat: 0 }, zoom: 8 });
    expect(second.zoom).toBe(8);
  });
});
