import { gridToLonLat, lonLatToGrid } from './british-national-grid.ts';
import type { CoordinateSystem } from './coordinate-system.ts';
import { projectionLibrary } from './projection-library.ts';
import { lonLatToWebMercator, webMercatorToLonLat } from './web-mercator.ts';

/** Turns one pair of numbers into another. NaN where the place has none. */
export type CoordinateConverter = (x: number, y: number) => [number, number];

/**
 * The converter from a system to degrees [lon, lat] WGS84. Needs `loadGrid`. Throws Error where the projection library
 * cannot read the system's definition.
 */
export function converterToDegrees(system: CoordinateSystem): CoordinateConverter {
  switch (system.kind) {
    case 'degrees':
      return (x, y) => [x, y];
    case 'british-national-grid':
      return gridToLonLat;
    case 'web-mercator':
      return webMercatorToLonLat;
    default: {
      const { forward } = projectionLibrary()(definitionOf(system), 'WGS84');
      return (x, y) => numbersOrNaN(forward, x, y);
    }
  }
}

/** The converter from degrees [lon, lat] WGS84 to a system. Needs `loadGrid`. Throws Error as above. */
export function converterFromDegrees(system: CoordinateSystem): CoordinateConverter {
  switch (system.kind) {
    case 'degrees':
      return (lon, lat) => [lon, lat];
    case 'british-national-grid':
      return lonLatToGrid;
    case 'web-mercator':
      return lonLatToWebMercator;
    default: {
      const { forward, inverse } = projectionLibrary()(definitionOf(system), 'WGS84');
      // The library takes a datum back with the same seven parameters turned round, which is millimetres off: once more
      // with what was missed brings the place itself back.
      return (lon, lat) => {
        const [backLon, backLat] = numbersOrNaN(forward, ...numbersOrNaN(inverse, lon, lat));
        return numbersOrNaN(inverse, 2 * lon - backLon, 2 * lat - backLat);
      };
    }
  }
}

function definitionOf({ definition, name }: CoordinateSystem): string {
  if (definition === null) throw new Error(`The coordinate system ${name} has no definition.`);
  return definition;
}

/** The library throws for infinities and answers undefined for some places outside a projection. */
function numbersOrNaN(convert: (pair: [number, number]) => number[], x: number, y: number): [number, number] {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
  const [one, other] = convert([x, y]);
  return [one ?? Number.NaN, other ?? Number.NaN];
}
