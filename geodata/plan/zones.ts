import { noiseOf } from '../ground/noise.ts';
import { at, distanceMetres, headingTo, moved, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import { isKeptFree, type Landscape } from './landscape.ts';
import { TREES } from './names.ts';
import { isOnSite } from './site.ts';
import type { Settlement, Site, Zone } from './town-plan.ts';

/** Parks, estates, business parks and conservation areas of the towns; woods and lakes of the country. */
export function zonesOf(
  site: Site,
  settlements: readonly Settlement[],
  landscape: Landscape,
  seed: string,
): Zone[] {
  const random = new Random(`${seed} zones`);
  const zones: Zone[] = [];
  for (const town of settlements) {
    if (town.kind !== 'town') continue;
    const r = town.radiusMetres;
    const place = (
      kind: Zone['kind'],
      name: string,
      shares: readonly [number, number],
      radiusMetres: number,
    ) => {
      const zone = townZone(town, { kind, name, shares, radiusMetres }, zones, landscape, random);
      if (zone) zones.push(zone);
    };
    zones.push(
      zoneAt(
        'conservation area',
        `${town.name} Old Town`,
        town,
        moved(town.centre, random.between(-3, 3), 0.12 * r),
        0.085 * r + 55,
      ),
    );
    const estates = Math.max(1, Math.round(town.premises / 14_000));
    for (let i = 0; i < estates; i++)
      place('estate', `${random.pick(ESTATES)} estate`, [0.52, 0.76], 0.095 * r + 100);
    const parks = Math.max(1, Math.round(town.premises / 14_000));
    for (let i = 0; i < parks; i++)
      place('business park', `${random.pick(TREES)} Business Park`, [0.84, 0.95], 0.075 * r + 90);
    const greens = 1 + Math.round(town.premises / 3200);
    for (let i = 0; i < greens; i++)
      place(
        'park',
        `${random.pick(PARKS)} ${random.pick(['Park', 'Recreation Ground', 'Common'])}`,
        [0.2, 0.95],
        random.between(70, 120) + 0.02 * r,
      );
  }
  const country = Math.round(site.radiusMetres / 280);
  for (let i = 0; i < country; i++) {
    const kind = i % 9 === 4 ? 'water' : 'wood';
    const zone = countryZone(site, settlements, zones, landscape, { kind, random });
    if (zone) zones.push(zone);
  }
  return zones;
}

/** Whether a zone's outline holds a position (its radius is tried first). */
export function zoneHolds(zone: Zone, position: Position, marginMetres = 0): boolean {
  const out = distanceMetres(zone.centre, position);
  if (out > 1.5 * zone.radiusMetres + marginMetres) return false;
  return out <= zone.reach(headingTo(zone.centre, position)) + marginMetres;
}

const ESTATES = [
  'Kestrel',
  'Larkfield',
  'Ravenscar',
  'Millfield',
  'Thornbank',
  'Highmoor',
  'Beacon',
  'Coppice',
  'Warrenside',
  'Netherfield',
];
const PARKS = [
  'Alexandra',
  'Jubilee',
  'Abbey',
  'Castle',
  'Coronation',
  'King George',
  'Memorial',
  'Priory',
  'Riverside',
  'St Ann’s',
  'Victoria',
  'Queen’s',
  'Mill',
  'Glebe',
];

function zoneAt(
  kind: Zone['kind'],
  name: string,
  settlement: Settlement | null,
  centre: Position,
  radiusMetres: number,
): Zone {
  const shape = noiseOf(`${name} ${centre[0]}`, 1.1);
  const reach = (heading: number) =>
    radiusMetres * (1 + 0.42 * shape(1.4 * Math.cos(heading), 1.4 * Math.sin(heading)));
  const outline: Position[] = [];
  const corners = Math.max(20, Math.round(radiusMetres / 9));
  for (let i = 0; i < corners; i++) {
    const heading = (2 * Math.PI * i) / corners - Math.PI;
    outline.push(
      at(centre[0] + reach(heading) * Math.cos(heading), centre[1] + reach(heading) * Math.sin(heading)),
    );
  }
  return { kind, name, settlement: settlement?.index ?? -1, centre, radiusMetres, reach, outline };
}

/** The name where it is free, else with a word before it. */
function freeName(name: string, zones: readonly Zone[]): string {
  for (const before of [
    '',
    'Little ',
    'Great ',
    'North ',
    'South ',
    'Upper ',
    'Lower ',
    'East ',
    'West ',
    'Far ',
  ]) {
    if (zones.every((zone) => zone.name !== before + name)) return before + name;
  }
  return name;
}

interface TownZone {
  readonly kind: Zone['kind'];
  readonly name: string;
  readonly shares: readonly [number, number];
  readonly radiusMetres: number;
}

function townZone(
  town: Settlement,
  { kind, name, shares, radiusMetres }: TownZone,
  zones: readonly Zone[],
  landscape: Landscape,
  random: Random,
): Zone | null {
  for (let attempt = 0; attempt < 60; attempt++) {
    const heading = random.between(-Math.PI, Math.PI);
    const centre = moved(town.centre, heading, random.between(shares[0], shares[1]) * town.radiusMetres);
    const free = zones.every(
      (zone) => distanceMetres(zone.centre, centre) > 1.25 * (zone.radiusMetres + radiusMetres) + 60,
    );
    if (free && (kind === 'park' || !isKeptFree(landscape, centre, 0.8 * radiusMetres))) {
      return zoneAt(kind, freeName(name, zones), town, centre, radiusMetres);
    }
  }
  return null;
}

function countryZone(
  site: Site,
  settlements: readonly Settlement[],
  zones: readonly Zone[],
  landscape: Landscape,
  { kind, random }: { kind: Zone['kind']; random: Random },
): Zone | null {
  for (let attempt = 0; attempt < 40; attempt++) {
    const heading = random.between(-Math.PI, Math.PI);
    const centre = moved(site.centre, heading, Math.sqrt(random.next()) * 1.1 * site.radiusMetres);
    const radiusMetres = kind === 'water' ? random.between(90, 190) : random.between(130, 480);
    const clear = settlements.every(
      (settlement) =>
        distanceMetres(settlement.centre, centre) > 1.2 * settlement.radiusMetres + 1.4 * radiusMetres,
    );
    const apart = zones.every(
      (zone) => distanceMetres(zone.centre, centre) > 1.3 * (zone.radiusMetres + radiusMetres),
    );
    if (clear && apart && isOnSite(site, centre, -200) && !isKeptFree(landscape, centre, radiusMetres)) {
      return zoneAt(
        kind,
        freeName(kind === 'water' ? `${random.pick(PARKS)} Mere` : `${random.pick(TREES)} Wood`, zones),
        null,
        centre,
        radiusMetres,
      );
    }
  }
  return null;
}
