import { distanceMetres, headingTo } from '../ground/position.ts';
import type { Random } from '../ground/random.ts';
import type { MainRoad } from './main-roads.ts';
import { BIRDS, OLD_TOWN, StreetNames, TREES, VICTORIANS, WRITERS } from './names.ts';
import type { Premises, Settlement, Street, Zone } from './town-plan.ts';
import { zoneHolds } from './zones.ts';

/** Gives every street a name, no two alike within a settlement: by age, by what it leads to, by its shape. */
export function nameStreets(
  streets: readonly Street[],
  {
    mainRoads,
    settlements,
    zones,
    premises,
  }: {
    mainRoads: readonly MainRoad[];
    settlements: readonly Settlement[];
    zones: readonly Zone[];
    premises: readonly Premises[];
  },
  random: Random,
): void {
  const taken = settlements.map(() => new Set<string>());
  const doors = streets.map((street) => new Set([street.settlement]));
  for (const one of premises) doors[one.street].add(one.settlement);
  const themes = new Map<string, readonly string[]>();
  for (const street of streets) {
    const own = new StreetNames([...doors[street.index]].map((settlement) => taken[settlement]));
    const road = mainRoads[street.index];
    street.name = road
      ? roadName(road, own, random, street.index < settlements.length)
      : backStreetName(street, own, { random, themes, zones });
  }
}

function roadName(road: MainRoad, names: StreetNames, random: Random, isHighStreet: boolean): string {
  if (isHighStreet) return names.given(random, road.from.kind === 'town' ? 'High Street' : 'Main Street');
  if (road.towards === 'ring') return names.given(random, 'Walls Road');
  if (road.towards === 'outer ring') return names.given(random, 'Circular Road');
  const last = road.towards.split(' ');
  if (road.towards.endsWith('estate')) return names.given(random, `${last[0]} Way`);
  if (road.towards.endsWith('Business Park')) return names.given(random, `${last[0]} Park Way`);
  return names.given(random, `${road.towards} ${road.class === 'minor road' ? 'Lane' : 'Road'}`);
}

interface Naming {
  readonly random: Random;
  readonly themes: Map<string, readonly string[]>;
  readonly zones: readonly Zone[];
}

function backStreetName(street: Street, names: StreetNames, { random, themes, zones }: Naming): string {
  const middle = street.line[street.line.length >> 1];
  const isClose = street.class === 'close';
  if (zones.some((zone) => zone.kind === 'conservation area' && zoneHolds(zone, middle))) {
    return names.next(random, ['Street', 'Lane', 'Row', 'Gate', 'Yard', 'Hill'], OLD_TOWN);
  }
  switch (street.character) {
    case 'centre':
      return names.next(
        random,
        isClose ? ['Court', 'Yard', 'Place', 'Mews'] : ['Street', 'Lane', 'Row', 'Gate', 'Passage'],
        OLD_TOWN,
      );
    case 'terrace':
      return names.next(
        random,
        isClose ? ['Place', 'Terrace', 'Mews'] : ['Street', 'Street', 'Street', 'Road', 'Terrace'],
        VICTORIANS,
      );
    case 'business':
      return names.next(random, ['Way', 'Park', 'Court', 'Approach']);
    case 'village':
      return names.next(
        random,
        isClose ? ['Close', 'Croft', 'Yard'] : ['Lane', 'Lane', 'Road', 'Hill', 'Row'],
      );
    default: {
      // Estates are named in batches: one theme for each patch of 350 metres.
      const patch = `${Math.floor(middle[0] / 350)} ${Math.floor(middle[1] / 350)}`;
      const theme = themes.get(patch) ?? random.pick([TREES, BIRDS, WRITERS, TREES]);
      themes.set(patch, theme);
      const kinds = isClose
        ? ['Close', 'Court', 'Walk', 'Mews']
        : isCurved(street)
          ? ['Crescent', 'Drive', 'Rise', 'Way']
          : ['Road', 'Avenue', 'Drive', 'Gardens', 'Grove', 'Way'];
      return names.next(random, kinds, theme);
    }
  }
}

function isCurved(street: Street): boolean {
  const { line } = street;
  const first = headingTo(line[0], line[1]);
  const last = headingTo(line[line.length - 2], line[line.length - 1]);
  const turn = Math.abs(Math.atan2(Math.sin(last - first), Math.cos(last - first)));
  return turn > 0.9 && distanceMetres(line[0], line[line.length - 1]) > 30;
}
