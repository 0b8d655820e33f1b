import { xmlText } from './xml-text.ts';

/** A waypoint in WGS84 degrees. */
export interface GpxPoint {
  readonly lon: number;
  readonly lat: number;
  readonly name: string;
  readonly description?: string;
}

/** GPX 1.1 text with one waypoint a point, for a survey with a handheld. All text is escaped. */
export function writeGpx(points: Iterable<GpxPoint>, name: string): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Notspot" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata><name>${xmlText(name)}</name></metadata>`,
  ];
  for (const { lon, lat, name: label, description } of points) {
    const said = description ? `<desc>${xmlText(description)}</desc>` : '';
    lines.push(`<wpt lat="${lat}" lon="${lon}"><name>${xmlText(label)}</name>${said}</wpt>`);
  }
  lines.push('</gpx>', '');
  return lines.join('\n');
}
