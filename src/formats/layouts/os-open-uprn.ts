import { counted } from '../../domain/tables/issue-collector.ts';
import { recordLayers } from '../suggest-layers.ts';
import type { KnownLayout } from './known-layout.ts';
import { OS_OPEN_DATA } from './publications.ts';

/** OS Open UPRN: every UPRN in Great Britain with its place, and nothing else about it. */
export const osOpenUprn: KnownLayout = {
  id: 'os-open-uprn',
  label: 'OS Open UPRN',
  publication: OS_OPEN_DATA,
  matches: (look) =>
    look.has('uprn', 'x_coordinate', 'y_coordinate', 'latitude', 'longitude') &&
    look.mostlyUnique(look.named('uprn')) !== undefined,
  suggest: (look) => ({
    role: 'premises',
    unit: 'premises',
    codeKind: 'UPRN',
    roles: {
      id: look.named('uprn')?.name,
      lon: look.named('longitude')?.name,
      lat: look.named('latitude')?.name,
      easting: look.named('x_coordinate')?.name,
      northing: look.named('y_coordinate')?.name,
    },
    layers: recordLayers(look.profiles),
    why: `OS Open UPRN: ${counted(look.table.rows, 'UPRN')} with coordinates: premises.`,
    alternatives: ['context', 'records', 'table'],
  }),
};
