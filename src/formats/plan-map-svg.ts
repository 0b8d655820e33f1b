import type { TrenchPiece } from '../domain/cost/trench-piece.ts';
import { type Box, boxOf } from '../domain/geo/geometry.ts';
import {
  type PaperFrame,
  type PaperPoint,
  type PaperSize,
  paperFrame,
  tenth,
} from '../domain/geo/paper-frame.ts';
import type { PlanDesign } from '../domain/plan/plan-design.ts';
import { type Content, element, type Markup } from './page-html.ts';
import { sign } from './plan-map-sign.ts';

/** What a map of a page shows beside a design: the middles of streets, line i from `starts[i]` to `starts[i + 1]` positions. */
export interface MapGround {
  readonly starts: ArrayLike<number>;
  readonly lonLat: ArrayLike<number>;
}

/** Around all that the designs draw: the same for maps that are to be held against each other. null: nothing has a place. */
export function mapBox(designs: readonly PlanDesign[]): Box | null {
  const lines = designs.flatMap(({ trench }) => (trench?.pieces ?? []).flatMap(({ line }) => line));
  const places = designs.flatMap(({ trench, radio }) => [
    ...(trench?.roots ?? []),
    ...(trench?.served ?? []),
    ...(trench?.missed ?? []),
    ...(radio?.hubs.map(({ roof }) => roof) ?? []),
    ...(radio?.served ?? []),
    ...(radio?.missed ?? []),
  ]);
  return boxOf(Float64Array.from([...lines, ...places.flatMap(({ lon, lat }) => [lon, lat])]));
}

export interface PlanMap {
  readonly design: PlanDesign;
  readonly box: Box;
  readonly size: PaperSize;
  readonly ground: MapGround | null;
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** All that it shows, in words. */
  readonly description: string;
}

/** A design drawn by itself, north up: streets, trench, where fibre comes from, hubs by number, links, premises by answer. */
export function planMapSvg({ design, box, size, ground, id, title, description }: PlanMap): Markup {
  const frame = paperFrame(box, size);
  // A small map has small signs: they would hide one another.
  const signs = Math.max(0.6, size.width / 600);
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
      viewBox: `0 0 ${frame.width} ${frame.height}`,
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
    trenched.map((place) => sign('trench', frame.at(place.lon, place.lat), signs)),
    (radio?.served ?? []).map((place) => sign('radio', frame.at(place.lon, place.lat), signs)),
    missed.map((place) => sign('missed', frame.at(place.lon, place.lat), signs)),
    (trench?.roots ?? []).map((root) => sign('root', frame.at(root.lon, root.lat), signs)),
    hubs.map(({ roof }) => sign('hub', frame.at(roof.lon, roof.lat), signs)),
    labels(
      frame,
      hubs.map(({ roof }, i) => ({ ...frame.at(roof.lon, roof.lat), text: `H${i + 1}` })),
    ),
    scaleBar(frame),
  );
}

function streetsOf(frame: PaperFrame, ground: MapGround | null): string {
  if (!ground) return '';
  const { starts, lonLat } = ground;
  let path = '';
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from, to] = [2 * starts[i], 2 * starts[i + 1]];
    if (frame.isSeen(lonLat, from, to)) path += frame.path(lonLat, from, to);
  }
  return path;
}

interface Placed {
  readonly lon: number;
  readonly lat: number;
}

function segment(frame: PaperFrame, one: Placed | undefined, other: Placed | undefined): string {
  if (!one || !other) return '';
  const [a, b] = [frame.at(one.lon, one.lat), frame.at(other.lon, other.lat)];
  return `M${a.x} ${a.y}L${b.x} ${b.y}`;
}

/** Texts beside points, each where it covers none before it; one that finds no room is left out: the table has it. */
function labels(frame: PaperFrame, points: readonly (PaperPoint & { readonly text: string })[]): Content {
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
        at.x + wide <= frame.width - 4 &&
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

function scaleBar({ width, height, scale: { length, label } }: PaperFrame): Content {
  return element(
    'g',
    { transform: `translate(${tenth(width - length - 14)} ${height - 12})` },
    element('rect', { class: 'm-plate', x: -6, y: -24, width: tenth(length + 12), height: 30 }),
    element('path', { class: 'm-scale', d: `M0 -5L0 0L${length} 0L${length} -5` }),
    element('text', { x: tenth(length / 2), y: -8, 'text-anchor': 'middle' }, label),
  );
}
