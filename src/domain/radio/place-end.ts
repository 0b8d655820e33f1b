import { converterFromDegrees } from '../geo/convert-coordinates.ts';
import { antennaHeight } from '../terrain/antenna-height.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import { heightAt } from '../terrain/sample-height.ts';
import type { LinkEnd } from './link-end.ts';

/** An end over a height model: its place in the grid's metres and heights above its datum; null: not known. */
export interface EndOnGrid {
  readonly x: number;
  readonly y: number;
  readonly seaMetres: number | null;
  readonly surfaceMetres: number | null;
  readonly groundMetres: number | null;
}

/**
 * Where an end stands over a height model. Throws HeightsRefused for heights above ground where no ground model is loaded.
 * Needs `loadGrid`.
 */
export function placeEnd(end: LinkEnd, model: HeightModel): EndOnGrid {
  const [x, y] = converterFromDegrees(model.surface.system)(end.lon, end.lat);
  const known = (height: number): number | null => (Number.isNaN(height) ? null : height);
  return {
    x,
    y,
    seaMetres: antennaHeight({ x, y, metres: end.antennaMetres }, end.above, model),
    surfaceMetres: known(heightAt(model.surface, x, y)),
    groundMetres: model.ground ? known(heightAt(model.ground, x, y)) : null,
  };
}

/** Why an end's height is not known, as a sentence with place and remedy. */
export function whyHeightNotKnown({ name, lon, lat, above }: LinkEnd): string {
  const model = above === 'ground' ? 'ground model' : 'surface';
  return `The height of ${name} is not known: the ${model} says nothing at ${lat.toFixed(5)}, ${lon.toFixed(5)}. Load heights that cover it, or give its height above the sea.`;
}
