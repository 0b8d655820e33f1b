import type { DigPlace, DigResult } from '../../domain/dig/dig-design.ts';
import type { DigGround } from '../../domain/dig/dig-ground.ts';
import type { Box } from '../../domain/geo/geometry.ts';
import {
  type PaperFrame,
  type PaperPoint,
  type PaperSize,
  paperFrame,
} from '../../domain/geo/paper-frame.ts';
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

/** A dig drawn for paper, north up: paths as SVG has them, in units of which `width` make the picture's width. */
export interface DigPicture {
  readonly width: number;
  readonly height: number;
  /** Middles of the streets around; '' where none are known. */
  readonly streets: string;
  /** Streets that something is decided of, or that are closed. */
  readonly bands: readonly {
    readonly state: StreetState;
    readonly path: string;
    readonly at: PaperPoint;
  }[];
  readonly route: readonly { readonly name: RouteLookName; readonly path: string }[];
  readonly served: readonly PaperPoint[];
  /** Of a plan: served by radio, the hubs, their links to them and to each other. */
  readonly byRadio: readonly PaperPoint[];
  readonly hubs: readonly (PaperPoint & { readonly id: string; readonly name: string })[];
  readonly clients: string;
  readonly links: string;
  readonly missed: readonly PaperPoint[];
  readonly roots: readonly (PaperPoint & Pick<FibrePoint, 'id' | 'name'>)[];
  readonly scale: PaperFrame['scale'];
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
  const frame = paperFrame(box, SIZE);
  return {
    width: frame.width,
    height: frame.height,
    ...streetsOf(frame, ground, states),
    route: ROUTE_LOOK_NAMES.flatMap((name) => {
      const path = (trench?.pieces ?? [])
        .filter((piece) => routeLookOf(piece) === name)
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
    scale: frame.scale,
  };
}

const SIZE: PaperSize = { width: 680, leastHeight: 260, mostHeight: 640, margin: 28, leastMetres: 120 };

function streetsOf(
  frame: PaperFrame,
  ground: Pick<DigGround, 'lines' | 'streets'> | null,
  states: StreetStates | null,
): Pick<DigPicture, 'streets' | 'bands'> {
  if (!ground) return { streets: '', bands: [] };
  const { starts, lonLat, streetOf } = ground.lines;
  const banded = new Map<number, { path: string; readonly at: PaperPoint }>();
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
  { at, path }: PaperFrame,
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
