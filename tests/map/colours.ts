import type { MapColours } from '../../src/map/map-colours.ts';

/** Every colour asked for, each another one: enough where no eye looks. */
export function coloursOf(shade: string): MapColours {
  return new Proxy({} as MapColours, {
    get: (_, name) => `#${shade}${String(name).length.toString(16).padStart(4, '0')}`,
  });
}
