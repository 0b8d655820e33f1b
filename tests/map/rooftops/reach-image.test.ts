import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReachPicture } from '../../../src/domain/radio/reach-answer.ts';
import { VIEW_BEYOND, VIEW_HIDDEN, VIEW_NOT_KNOWN, VIEW_SEEN } from '../../../src/domain/radio/viewshed.ts';
import { reachImage } from '../../../src/map/rooftops/reach-image.ts';
import { Picture } from '../../builders/picture.ts';
import { townReach } from '../../builders/town-reach.ts';
import { coloursOf } from '../colours.ts';

const { picture } = townReach();

function opacities(side: number, view: number): { least: number; most: number; width: number } {
  const views = new Uint8Array(side * side).fill(view);
  const made: ReachPicture = { ...picture, columns: side, rows: side, views };
  const { data, width } = reachImage(made, coloursOf('22'));
  let [least, most] = [255, 0];
  for (let i = 3; i < data.length; i += 4) {
    least = Math.min(least, data[i]);
    most = Math.max(most, data[i]);
  }
  return { least, most, width };
}

describe('the picture of what is seen', () => {
  beforeEach(() => void vi.stubGlobal('ImageData', Picture));
  afterEach(() => void vi.unstubAllGlobals());

  it('leaves hidden and what lies beyond bare, and tells seen from not known by a pattern each', () => {
    for (const view of [VIEW_HIDDEN, VIEW_BEYOND]) expect(opacities(60, view).most).toBe(0);
    for (const view of [VIEW_SEEN, VIEW_NOT_KNOWN]) {
      const { least, most } = opacities(60, view);
      expect(least).toBeGreaterThan(0);
      expect(most).toBeGreaterThan(2 * least * 0.9);
    }
  });

  it('is one pixel a cell, and thinned where graphics would not take it', () => {
    expect(opacities(60, VIEW_SEEN).width).toBe(60);
    expect(opacities(3_001, VIEW_SEEN).width).toBe(1_501);
  });
});
