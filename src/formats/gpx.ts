import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import type { XmlElement, XmlHandler } from './xml-parser.ts';
import { readXml } from './xml-read.ts';
import { type XmlGeometry, type XmlShape, XmlTable } from './xml-table.ts';

/**
 * Reads GPX 1.0 and 1.1: one row a waypoint, route and track, with name, time, height and whatever else it says.
 * A route is a line, a track one line a segment. Throws FileRefused as `readXml` does. GPX is in WGS84 by definition.
 */
export async function readGpx({ source }: ReaderInput): Promise<readonly ReadTable[]> {
  const table = new XmlTable();
  await readXml(source, {
    open: ({ name }) => KINDS.has(name),
    close: (element) => {
      const kind = KINDS.get(element.name);
      if (!kind) return;
      const values: [string, string][] = [['kind', kind.name], ...valuesOf(element)];
      if (kind.name !== 'waypoint' && !values.some(([name]) => name === 'time'))
        values.push(['time', firstTime(element)]);
      table.addRow(values, kind.shape(element), `${kind.name} ${table.rows + 1}`);
    },
  } satisfies XmlHandler);
  return table.finish(source, 'gpx', 'row');
}

interface Kind {
  readonly name: string;
  shape(element: XmlElement): XmlShape;
}

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['wpt', { name: 'waypoint', shape: (element) => shapeOf([[element]]) }],
  ['rte', { name: 'route', shape: (element) => shapeOf([named(element, 'rtept')]) }],
  [
    'trk',
    {
      name: 'track',
      shape: (element) => shapeOf(named(element, 'trkseg').map((segment) => named(segment, 'trkpt'))),
    },
  ],
]);

/** A line through each list of points; a list of one is a point, an empty one nothing. */
function shapeOf(lines: readonly (readonly XmlElement[])[]): XmlShape {
  const parts: XmlGeometry[] = [];
  let badParts = 0;
  for (const line of lines) {
    const positions = line.map(positionOf);
    const sound = positions.filter((position) => position !== null);
    badParts += positions.length - sound.length;
    if (sound.length === 1) parts.push({ type: 'Point', coordinates: sound[0] });
    else if (sound.length > 1) parts.push({ type: 'LineString', coordinates: sound });
  }
  return { parts, badParts, surplus: 0 };
}

function positionOf({ attributes }: XmlElement): number[] | null {
  const lon = attributes.get('lon')?.trim() ?? '';
  const lat = attributes.get('lat')?.trim() ?? '';
  return NUMBER.test(lon) && NUMBER.test(lat) ? [Number(lon), Number(lat)] : null;
}

function* valuesOf(element: XmlElement): Generator<[string, string]> {
  for (const child of element.children) {
    if (POINTS.has(child.name)) continue;
    if (child.name === 'link') yield ['link', child.attributes.get('href') ?? child.text.trim()];
    else if (child.name === 'extensions') yield* leaves(child);
    else if (child.children.length === 0) yield [child.name, child.text.trim()];
  }
}

function* leaves(element: XmlElement): Generator<[string, string]> {
  for (const child of element.children) {
    if (child.children.length > 0) yield* leaves(child);
    else yield [child.name, child.text.trim()];
  }
}

function firstTime(element: XmlElement): string {
  for (const child of element.children) {
    if (child.name === 'time') return child.text.trim();
    const time = POINTS.has(child.name) ? firstTime(child) : '';
    if (time !== '') return time;
  }
  return '';
}

function named(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

const POINTS: ReadonlySet<string> = new Set(['rtept', 'trkseg', 'trkpt']);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
