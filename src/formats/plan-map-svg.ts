import type { TrenchPiece } from '../domain/cost/trench-piece.ts';
import type { PlanDesign } from '../domain/plan/plan-design.ts';
import { type Content, element, type Markup } from './page-html.ts';

/** What a map of a page shows beside a design: the middles of streets, line i from `starts[i]` to `starts[i + 1]` positions. */
export interface MapGround {
  readonly starts: ArrayLike<number>;
  readonly lonLat: ArrayLike<number>;
}

/** West, south, east, north in degrees: the same for maps that are to be held against each other. */
export type MapBox = readonly [number, number, number, number];

/** All that the designs draw; null: nothing has a place. */
export function mapBox(designs: readonly PlanDesign[]): MapBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const put = (lon: number, lat: number): void => {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  };
  for (const { trench, radio } of designs) {
    for (const { line } of trench?.pieces ?? [])
      for (let i = 0; i + 1 < line.length; i += 2) put(line[i], line[i + 1]);
    for (const { lon, lat } of [
      ...(trench?.roots ?? []),
      ...(trench?.served ?? []),
      ...(trench?.missed ?? []),
      ...(radio?.hubs.map(({ roof }) => roof) ?? []),
      ...(radio?.served ?? []),
      ...(radio?.missed ?? []),
    ])
      put(lon, lat);
  }
  return west <= east ? [west, south, east, north] : null;
}

export interface PlanMap {
  readonly design: PlanDesign;
  readonly box: MapBox;
  readonly ground: MapGround | null;
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** All that it shows, in words. */
  readonly description: string;
}

/** A design drawn by itself, north up: streets, trench, where fibre comes from, hubs by number, links, premises by answer. */
export function planMapSvg({ design, box, ground, id, title, description }: PlanMap): Markup {
  const frame = frameOf(box);
  const { trench, radio } = design;
  const pieces = trench?.pieces ?? [];
  const trenched = (trench?.served ?? []).filter(({ ids }) => ids.length > 0);
  const served = new Set([...trenched, ...(radio?.served ?? [])].map(({ lon, lat }) => `${lon} ${lat}`));
  const missed = [...(radio?.missed ?? []), ...(trench?.missed ?? [])].filter(
    ({ ids, lon, lat }) => ids.length > 0 && !served.has(`${lon} ${lat}`),
  );
  const hubs = radio?.hubs ?? [];
  const line = (name: string, d: string): Content => (d === '' ? null : element('path', { class: name, d }));
  const route = (isMeant: (piece: TrenchPiece) => boolean): string =>
    pieces
      .filter(isMeant)
      .map((piece) => frame.path(piece.line, 0, piece.line.length))
      .join('');
  return element(
    'svg',
    {
      class: 'map',
      viewBox: `0 0 ${WIDTH} ${frame.height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      xmlns: 'http://www.w3.org/2000/svg',
    },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-description` }, description),
    line('m-street', streetsOf(frame, ground)),
    line(
      'm-link',
      (radio?.served ?? []).map((place) => segment(frame, hubs[place.hub]?.roof, place)).join(''),
    ),
    line(
      'm-lead',
      route(({ kind }) => kind === 'lead-in'),
    ),
    line(
      'm-dug',
      route(({ kind }) => kind === 'street' || kind === 'crossing'),
    ),
    line(
      'm-used',
      route(({ kind }) => kind === 'duct' || kind === 'pole route'),
    ),
    line(
      'm-back',
      hubs
        .map(({ roof, backhaul }) =>
          backhaul.kind === 'link'
            ? segment(frame, roof, hubs.find((hub) => hub.roof.id === backhaul.to)?.roof)
            : '',
        )
        .join(''),
    ),
    trenched.map((place) => sign('trench', frame.at(place.lon, place.lat))),
    (radio?.served ?? []).map((place) => sign('radio', frame.at(place.lon, place.lat))),
    missed.map((place) => sign('missed', frame.at(place.lon, place.lat))),
    (trench?.roots ?? []).map((root) => sign('root', frame.at(root.lon, root.lat))),
    hubs.map(({ roof }) => sign('hub', frame.at(roof.lon, roof.lat))),
    labels(
      frame,
      hubs.map(({ roof }, i) => ({ ...frame.at(roof.lon, roof.lat), text: `H${i + 1}` })),
    ),
    scaleBar(frame),
  );
}

export type MapSign = 'trench' | 'radio' | 'missed' | 'root' | 'hub';

/** A sign of the map, its middle at a point: shapes tell them apart, not colours alone. */
export function sign(name: MapSign, { x, y }: MapPoint): Markup {
  const at = (d: string): string =>
    d.replaceAll(
      /([ML])(-?[\d.]+) (-?[\d.]+)/g,
      (_, mark, dx, dy) => `${mark}${tenth(x + Number(dx))} ${tenth(y + Number(dy))}`,
    );
  switch (name) {
    case 'radio':
      return element('circle', { class: 'm-radio', cx: x, cy: y, r: 4.4 });
    case 'trench':
      return element('rect', {
        class: 'm-trench',
        x: tenth(x - 4.5),
        y: tenth(y - 4.5),
        width: 9,
        height: 9,
      });
    case 'missed':
      return element('path', { class: 'm-missed', d: at('M-4 -4L4 4M4 -4L-4 4') });
    case 'root':
      return element(
        'g',
        {},
        element('rect', { class: 'm-root', x: tenth(x - 8), y: tenth(y - 8), width: 16, height: 16 }),
        element('path', { class: 'm-sign', d: at('M0 5L0 -5M-4 -1L0 -5M4 -1L0 -5') }),
      );
    case 'hub':
      return element(
        'g',
        {},
        element('path', { class: 'm-hub', d: `${at('M0 -11L11 8L-11 8')}Z` }),
        element('path', { class: 'm-sign', d: at('M0 5L0 -3M-3 -1L0 -4M3 -1L0 -4') }),
      );
  }
}

/** A place in the map, from its left and top. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** Units of which WIDTH make the map's width. */
const WIDTH = 720;
const LEAST_HEIGHT = 240;
const MOST_HEIGHT = 375;
const MARGIN = 30;
/** What is smaller is drawn in the midst of so much ground. */
const LEAST_METRES = 150;
const METRES_PER_DEGREE = 111_320;

interface Frame {
  readonly height: number;
  readonly unitsPerMetre: number;
  readonly at: (lon: number, lat: number) => MapPoint;
  /** Of numbers lon, lat, … from one place up to another; '' for what has no length. */
  readonly path: (lonLat: ArrayLike<number>, from: number, to: number) => string;
}

/** Over so little ground a plane tangent in its middle shows it true to within what is printed. */
function frameOf([west, south, east, north]: MapBox): Frame {
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const metresPerLon = METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
  const wide = Math.max(LEAST_METRES, (east - west) * metresPerLon);
  const high = Math.max(LEAST_METRES / 2, (north - south) * METRES_PER_DEGREE);
  const unitsPerMetre = Math.min((WIDTH - 2 * MARGIN) / wide, (MOST_HEIGHT - 2 * MARGIN) / high);
  const height = Math.max(LEAST_HEIGHT, Math.round(high * unitsPerMetre + 2 * MARGIN));
  const at = (lon: number, lat: number): MapPoint => ({
    x: tenth(WIDTH / 2 + (lon - middle.lon) * metresPerLon * unitsPerMetre),
    y: tenth(height / 2 - (lat - middle.lat) * METRES_PER_DEGREE * unitsPerMetre),
  });
  return {
    height,
    unitsPerMetre,
    at,
    path: (lonLat, from, to) => {
      if (to - from < 4) return '';
      let path = '';
      let before = '';
      for (let i = from; i + 1 < to; i += 2) {
        const { x, y } = at(lonLat[i], lonLat[i + 1]);
        const point = `${x} ${y}`;
        if (point !== before) path += `${path === '' ? 'M' : 'L'}${point}`;
        before = point;
      }
      return path;
    },
  };
}

function streetsOf(frame: Frame, ground: MapGround | null): string {
  if (!ground) return '';
  const { starts, lonLat } = ground;
  let path = '';
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from, to] = [2 * starts[i], 2 * starts[i + 1]];
    if (isSeen(frame, lonLat, from, to)) path += frame.path(lonLat, from, to);
  }
  return path;
}

function isSeen(frame: Frame, lonLat: ArrayLike<number>, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i += 2) {
    const { x, y } = frame.at(lonLat[i], lonLat[i + 1]);
    if (x >= 0 && x <= WIDTH && y >= 0 && y <= frame.height) return true;
  }
  return false;
}

interface Placed {
  readonly lon: number;
  readonly lat: number;
}

function segment(frame: Frame, one: Placed | undefined, other: Placed | undefined): string {
  if (!one || !other) return '';
  const [a, b] = [frame.at(one.lon, one.lat), frame.at(other.lon, other.lat)];
  return `M${a.x} ${a.y}L${b.x} ${b.y}`;
}

/** Texts beside points, each where it covers none before it; one that finds no room is left out: the table has it. */
function labels(frame: Frame, points: readonly (MapPoint & { readonly text: string })[]): Content {
  const taken: { x: number; y: number; wide: number }[] = [];
  const placed = points.flatMap(({ x, y, text }) => {
    const wide = 10 * text.length;
    const room = [
      { x: x + 13, y: y + 5 },
      { x: x - 13 - wide, y: y + 5 },
      { x: x - wide / 2, y: y - 15 },
      { x: x - wide / 2, y: y + 24 },
    ].find(
      (at) =>
        at.x >= 4 &&
        at.x + wide <= WIDTH - 4 &&
        at.y >= 16 &&
        at.y <= frame.height - 4 &&
        taken.every(
          (other) => at.x + wide < other.x || at.x > other.x + other.wide || Math.abs(at.y - other.y) > 16,
        ),
    );
    if (!room) return [];
    taken.push({ ...room, wide });
    return [{ x: tenth(room.x), y: tenth(room.y), text }];
  });
  return placed.map(({ x, y, text }) => [
    element('text', { class: 'm-halo', x, y, 'aria-hidden': 'true' }, text),
    element('text', { x, y }, text),
  ]);
}

/** The longest of 1, 2 or 5 times a power of ten metres that takes a quarter of the width at most. */
function scaleBar({ height, unitsPerMetre }: Frame): Content {
  const most = WIDTH / 4 / unitsPerMetre;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  const length = tenth(metres * unitsPerMetre);
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return element(
    'g',
    { transform: `translate(${tenth(WIDTH - length - 14)} ${height - 12})` },
    element('rect', { class: 'm-plate', x: -6, y: -24, width: tenth(length + 12), height: 30 }),
    element('path', { class: 'm-scale', d: `M0 -5L0 0L${length} 0L${length} -5` }),
    element('text', { x: tenth(length / 2), y: -8, 'text-anchor': 'middle' }, label),
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
