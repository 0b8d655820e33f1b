import type { ExpressionSpecification } from 'maplibre-gl';

/** A value that changes with the zoom along straight lines between stops [zoom, value]. */
export function zoomed(
  ...stops: readonly (readonly [number, number | ExpressionSpecification])[]
): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;
}
