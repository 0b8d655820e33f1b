import type { DigPlace, DigResult } from '../../domain/dig/dig-design.ts';
import type { DigGround } from '../../domain/dig/dig-ground.ts';
import type { Box } from '../../domain/geo/geometry.ts';
import type { RadioDesign } from '../../domain/plan/radio-design.ts';
import type { FibrePoint } from '../../domain/streets/fibre-point.ts';
import { digBox } from './dig-box.ts';
import {
  ROUTE_LOOK_NAMES,
  type RouteLookName,
  routeLookOf,
  STREET_STATES,
  type StreetState,
} from './dig-looks.ts';
import type { StreetStates } from './street-states.ts';

/** A place in the picture, from its left and top. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** A dig drawn for paper, north up: paths as SVG has them, in units of which WIDTH make the picture's width. */
export interface DigPicture {
  readonly width: number;
  readonly height: number;
  /** Middles of the streets around; '' where none are known. */
  readonly streets: string;
  /** Streets that something is decided of, or that are closed. */
  readonly bands: readonly {
    readonly state: StreetState;
    readonly path: string;
    readonly at: PicturePoint;
  }[];
  readonly route: readonly { readonly name: RouteLookName; readonly path: string }[];
  readonly served: readonly PicturePoint[];
  /** Of a plan: served by radio, the hubs, their links to them and to each other. */
  readonly byRadio: readonly PicturePoint[];
  readonly hubs: readonly (PicturePoint & { readonly id: string; readonly name: string })[];
  readonly clients: string;
  readonly links: string;
  readonly missed: readonly PicturePoint[];
  readonly roots: readonly (PicturePoint & Pick<FibrePoint, 'id' | 'name'>)[];
  readonly scale: { readonly length: number; readonly label: string };
}

/** The picture of a dig: its whole route with whom it serves and misses. null: there is nothing to draw. */
export function digPicture(
  result: DigResult,
  ground: Pick<DigGround, 'lines' | 'streets'> | null,
  states: StreetStates | null,
): DigPicture | null {
  const { missed } = result;
  return drawnPicture({ trench: result, radio: null, missed, box: digBox(result, null) }, ground, states);
}

/** What of a dig or a plan is drawn for paper, and the box that it is drawn in. */
export interface Drawn {
  readonly trench: DigResult | null;
  readonly radio: RadioDesign | null;
  readonly missed: readonly DigPlace[];
  readonly box: Box | null;
}

/** The picture of a design of a plan, as `digPicture` draws one. null: there is nothing to draw. */
export function drawnPicture(
  { trench, radio, missed, box }: Drawn,
  ground: Pick<DigGround, 'lines' | 'streets'> | null,
  states: StreetStates | null,
): DigPicture | null {
  if (!box) return null;
  const frame = frameOf(box);
  return {
    width: WIDTH,
    height: frame.height,
    ...streetsOf(frame, ground, states),
    route: ROUTE_LOOK_NAMES.flatMap((name) => {
      const path = (trench?.pieces ?? [])
        .filter((piece) => routeLookOf(piece) === name && piece.line.length >= 4)
        .map(({ line }) => frame.path(line, 0, line.length))
        .join('');
      return path === '' ? [] : [{ name, path }];
    }),
    // A hub's place has no units.
    served: (trench?.served ?? [])
      .filter(({ units }) => units > 0)
      .map((place) => frame.at(place.lon, place.lat)),
    ...radioOf(frame, radio),
    missed: missed.map((place) => frame.at(place.lon, place.lat)),
    roots: (trench?.roots ?? []).map(({ id, name, lon, lat }) => ({ ...frame.at(lon, lat), id, name })),
    scale: scaleOf(frame.unitsPerMetre),
  };
}

/** Units. */
const WIDTH = 680;
const LEAST_HEIGHT = 260;
const MOST_HEIGHT = 640;
const MARGIN = 28;
/** What is smaller is drawn in the midst of so much ground. */
const LEAST_METRES = 120;
const METRES_PER_DEGREE = 111_320;

interface Frame {
  readonly height: number;
  readonly unitsPerMetre: number;
  readonly at: (lon: number, lat: number) => PicturePoint;
  /** Of numbers lon, lat, … from one place up to another. */
  readonly path: (lonLat: ArrayLike<number>, from: number, to: number) => string;
  readonly isSeen: (lonLat: ArrayLike<number>, from: number, to: number) => boolean;
}

/** Over so little ground a plane tangent in its middle shows it true to within what is printed. */
function frameOf([west, south, east, north]: readonly [number, number, number, number]): Frame {
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const metresPerLon = METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
  const wide = Math.max(LEAST_METRES, (east - west) * metresPerLon);
  const high = Math.max(LEAST_METRES / 2, (north - south) * METRES_PER_DEGREE);
  const unitsPerMetre = Math.min((WIDTH - 2 * MARGIN) / wide, (MOST_HEIGHT - 2 * MARGIN) / high);
  const height = Math.max(LEAST_HEIGHT, Math.round(high * unitsPerMetre + 2 * MARGIN));
  const at = (lon: number, lat: number): PicturePoint => ({
    x: tenth(WIDTH / 2 + (lon - middle.lon) * metresPerLon * unitsPerMetre),
    y: tenth(height / 2 - (lat - middle.lat) * METRES_PER_DEGREE * unitsPerMetre),
  });
  return {
    height,
    unitsPerMetre,
    at,
    path: (lonLat, from, to) => {
      let path = '';
      for (let i = from; i + 1 < to; i += 2) {
        const { x, y } = at(lonLat[i], lonLat[i + 1]);
        path += `${i === from ? 'M' : 'L'}${x} ${y}`;
      }
      return path;
    },
    isSeen: (lonLat, from, to) => {
      for (let i = from; i + 1 < to; i += 2) {
        const { x, y } = at(lonLat[i], lonLat[i + 1]);
        if (x >= 0 && x <= WIDTH && y >= 0 && y <= height) return true;
      }
      return false;
    },
  };
}

function streetsOf(
  frame: Frame,
  ground: Pick<DigGround, 'lines' | 'streets'> | null,
  states: StreetStates | null,
): Pick<DigPicture, 'streets' | 'bands'> {
  if (!ground) return { streets: '', bands: [] };
  const { starts, lonLat, streetOf } = ground.lines;
  const banded = new Map<number, { path: string; readonly at: PicturePoint }>();
  const paths: string[] = [];
  for (const [i, street] of streetOf.entries()) {
    const [from, to] = [2 * starts[i], 2 * starts[i + 1]];
    if (!frame.isSeen(lonLat, from, to)) continue;
    const path = frame.path(lonLat, from, to);
    paths.push(path);
    if (!states?.has(ground.streets[street].id)) continue;
    const known = banded.get(street);
    const middle = from + 2 * Math.floor((to - from) / 4);
    if (known) known.path += path;
    else banded.set(street, { path, at: frame.at(lonLat[middle], lonLat[middle + 1]) });
  }
  return {
    streets: paths.join(''),
    bands: STREET_STATES.flatMap((state) =>
      [...banded].flatMap(([street, band]) =>
        states?.get(ground.streets[street].id) === state ? [{ state, ...band }] : [],
      ),
    ),
  };
}

function radioOf(
  { at, path }: Frame,
  radio: RadioDesign | null,
): Pick<DigPicture, 'byRadio' | 'hubs' | 'clients' | 'links'> {
  if (!radio) return { byRadio: [], hubs: [], clients: '', links: '' };
  const { hubs, served } = radio;
  const roofs = new Map(hubs.map(({ roof }) => [roof.id, roof]));
  const line = (from: Place, to: Place): string => path([from.lon, from.lat, to.lon, to.lat], 0, 4);
  return {
    byRadio: served.map(({ lon, lat }) => at(lon, lat)),
    hubs: hubs.map(({ roof }) => ({ ...at(roof.lon, roof.lat), id: roof.id, name: roof.name })),
    clients: served.map((place) => line(hubs[place.hub].roof, place)).join(''),
    links: hubs
      .flatMap(({ roof, backhaul }) => {
        const to = backhaul.kind === 'link' ? roofs.get(backhaul.to) : undefined;
        return to ? [line(roof, to)] : [];
      })
      .join(''),
  };
}

type Place = Pick<FibrePoint, 'lon' | 'lat'>;

/** The longest of 1, 2 or 5 times a power of ten metres that takes a quarter of the width at most. */
function scaleOf(unitsPerMetre: number): DigPicture['scale'] {
  const most = WIDTH / 4 / unitsPerMetre;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  return {
    length: tenth(metres * unitsPerMetre),
    label: metres >= 1_000 ? `${metres / 1_000} km` : `${metres} m`,
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
