import type { XmlElement } from './xml-parser.ts';
import type { XmlGeometry, XmlShape } from './xml-table.ts';

/**
 * The shape of a placemark: all geometries in it, collections flattened, what has no sound coordinates counted. Heights
 * and further numbers are dropped and counted, but for a height of 0, which most writers put everywhere.
 */
export function kmlShape(placemark: XmlElement): XmlShape {
  const parts: XmlGeometry[] = [];
  const tally: Tally = { surplus: 0 };
  let badParts = 0;
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === 'MultiGeometry' || child.name === 'MultiTrack') visit(child);
      else if (GEOMETRIES.has(child.name)) {
        const geometry = geometryOf(child, tally);
        if (geometry) parts.push(geometry);
        else badParts++;
      }
    }
  };
  visit(placemark);
  return { parts, badParts, surplus: tally.surplus };
}

/** "lon,lat[,height] …" as positions; null where one of them is none. A space after a comma is let pass. */
function kmlPositions(text: string, tally: Tally): number[][] | null {
  const positions: number[][] = [];
  for (const tuple of text.trim().replace(AROUND_COMMA, ',').split(SPACES)) {
    if (tuple === '') continue;
    const position = positionOf(tuple.split(','), tally);
    if (position === null) return null;
    positions.push(position);
  }
  return positions;
}

interface Tally {
  surplus: number;
}

const GEOMETRIES: ReadonlySet<string> = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'Track',
  'Model',
]);
const AROUND_COMMA = /[ \t]*,[ \t]*/g;
const SPACES = /\s+/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function geometryOf(element: XmlElement, tally: Tally): XmlGeometry | null {
  switch (element.name) {
    case 'Point': {
      const positions = positionsIn(element, tally);
      return positions && positions.length > 0 ? { type: 'Point', coordinates: positions[0] } : null;
    }
    case 'LineString':
    case 'LinearRing':
      return lineOf(positionsIn(element, tally));
    case 'Polygon':
      return polygonOf(element, tally);
    case 'Track':
      return trackOf(element, tally);
    default:
      return modelOf(element, tally);
  }
}

function lineOf(positions: number[][] | null): XmlGeometry | null {
  return positions && positions.length >= 2 ? { type: 'LineString', coordinates: positions } : null;
}

function polygonOf(element: XmlElement, tally: Tally): XmlGeometry | null {
  const rings: number[][][] = [];
  for (const boundary of ['outerBoundaryIs', 'innerBoundaryIs']) {
    for (const child of element.children) {
      if (child.name !== boundary) continue;
      for (const ring of child.children) {
        const positions = ring.name === 'LinearRing' ? positionsIn(ring, tally) : null;
        if (!positions || !isRing(positions)) return null;
        rings.push(positions);
      }
    }
  }
  return rings.length > 0 && element.children.some(({ name }) => name === 'outerBoundaryIs')
    ? { type: 'Polygon', coordinates: rings }
    : null;
}

/** Three corners at least, the first repeated or not. */
function isRing(positions: readonly number[][]): boolean {
  const [first] = positions;
  const last = positions.at(-1);
  const closed = first && last && first[0] === last[0] && first[1] === last[1];
  return positions.length + (closed ? 0 : 1) >= 4;
}

/** gx:Track: a line through its gx:coord ("lon lat height"), a point where there is but one. */
function trackOf(element: XmlElement, tally: Tally): XmlGeometry | null {
  const positions: number[][] = [];
  for (const child of element.children) {
    if (child.name !== 'coord' || child.text.trim() === '') continue;
    const position = positionOf(child.text.trim().split(SPACES), tally);
    if (position === null) return null;
    positions.push(position);
  }
  return positions.length === 1 ? { type: 'Point', coordinates: positions[0] } : lineOf(positions);
}

function modelOf(element: XmlElement, tally: Tally): XmlGeometry | null {
  const location = element.children.find(({ name }) => name === 'Location');
  const number = (name: string) => location?.children.find((child) => child.name === name)?.text.trim() ?? '';
  const position = positionOf([number('longitude'), number('latitude')], tally);
  return position && { type: 'Point', coordinates: position };
}

function positionsIn(element: XmlElement, tally: Tally): number[][] | null {
  return kmlPositions(element.children.find(({ name }) => name === 'coordinates')?.text ?? '', tally);
}

function positionOf(numbers: readonly string[], tally: Tally): number[] | null {
  if (numbers.length < 2 || !NUMBER.test(numbers[0]) || !NUMBER.test(numbers[1])) return null;
  if (numbers.length > 3 || (numbers.length === 3 && Number(numbers[2]) !== 0)) tally.surplus++;
  return [Number(numbers[0]), Number(numbers[1])];
}
