import { xmlText } from './xml-text.ts';

/** A shape in WGS84 degrees, as GeoJSON has it (no GeometryCollection), and what is said of it. */
export interface KmlFeature {
  readonly name: string;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * KML 2.2 text: one placemark a feature, its properties as extended data. All text is escaped; nothing is linked. Throws
 * RangeError for a type of geometry that KML has not.
 */
export function writeKml(
  features: Iterable<KmlFeature>,
  document: { readonly name: string; readonly description?: string },
): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    element('name', document.name),
  ];
  if (document.description) lines.push(element('description', document.description));
  for (const { name, geometry, properties } of features) {
    const shape = geometry ? shapeText(geometry.type, geometry.coordinates) : '';
    lines.push(`<Placemark>${element('name', name)}${dataText(properties ?? {})}${shape}</Placemark>`);
  }
  lines.push('</Document></kml>', '');
  return lines.join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

function dataText(properties: Readonly<Record<string, string | number | boolean | null>>): string {
  const data = Object.entries(properties)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<Data name="${xmlText(name)}">${element('value', String(value))}</Data>`);
  return data.length > 0 ? `<ExtendedData>${data.join('')}</ExtendedData>` : '';
}

type Position = readonly number[];

function shapeText(type: string, coordinates: unknown): string {
  switch (type) {
    case 'Point':
      return `<Point>${tuples([coordinates as Position])}</Point>`;
    case 'LineString':
      return `<LineString>${tuples(coordinates as Position[])}</LineString>`;
    case 'Polygon':
      return polygonText(coordinates as Position[][]);
    case 'MultiPoint':
    case 'MultiLineString':
    case 'MultiPolygon': {
      const parts = (coordinates as unknown[]).map((part) => shapeText(type.slice('Multi'.length), part));
      return `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
    }
    default:
      throw new RangeError(`KML has no ${type}.`);
  }
}

function polygonText(rings: readonly (readonly Position[])[]): string {
  const boundaries = rings.map((ring, at) => {
    const boundary = at === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
    return `<${boundary}><LinearRing>${tuples(ring)}</LinearRing></${boundary}>`;
  });
  return `<Polygon>${boundaries.join('')}</Polygon>`;
}

function tuples(positions: readonly Position[]): string {
  return `<coordinates>${positions.map((position) => position.join(',')).join(' ')}</coordinates>`;
}
