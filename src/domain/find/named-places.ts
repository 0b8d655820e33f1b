import { type Box, boxOf } from '../geo/geometry.ts';
import { rowPositions } from '../premises/row-positions.ts';
import type { DatasetRecord } from '../project/project.ts';
import { IssueCollector } from '../tables/issue-collector.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import { foldText } from './fold-text.ts';

/** A named thing of a context file: a school, a village, a street. */
export interface NamedPlace {
  readonly name: string;
  readonly folded: string;
  readonly box: Box;
  readonly fileName: string;
}

/** More named rows than this are not searched: names of a national file say nothing of the place at hand. */
const MOST_ROWS = 200_000;

/**
 * The named rows of a context file. Points stand each for itself; lines and polygons of one name are one place (a street
 * is many lines). A file with columns of coordinates needs loadGrid.
 */
export function namedPlaces(dataset: DatasetRecord, table: SourceTable): NamedPlace[] {
  const column = nameColumn(dataset, table);
  if (!column || table.rows > MOST_ROWS) return [];
  const { points, lines, polygons } = table.geometry;
  const places: NamedPlace[] = [];
  const shapes = new Map<string, { name: string; box: Box }>();
  const add = (row: number, box: Box | null, joined: boolean): void => {
    const name = cellText(column, row).trim();
    const folded = foldText(name);
    if (folded === '' || !box) return;
    if (!joined) places.push({ name, folded, box, fileName: dataset.fileName });
    else shapes.set(folded, { name, box: around(shapes.get(folded)?.box ?? box, box) });
  };
  for (let i = 0; lines && i < lines.row.length; i++)
    add(lines.row[i], boxOf(lines.coordinates, lines.lineStarts[i], lines.lineStarts[i + 1]), true);
  for (let i = 0; polygons && i < polygons.row.length; i++) {
    const { coordinates, ringStarts, polygonStarts } = polygons;
    const ring = polygonStarts[i];
    add(polygons.row[i], boxOf(coordinates, ringStarts[ring], ringStarts[ring + 1]), true);
  }
  for (let i = 0; points && i < points.row.length; i++)
    add(points.row[i], [points.lon[i], points.lat[i], points.lon[i], points.lat[i]], false);
  const { roles } = dataset;
  if (!points && (roles.lon !== undefined || roles.easting !== undefined)) {
    const { lon, lat } = rowPositions(table, roles, new IssueCollector());
    for (let row = 0; row < table.rows; row++)
      if (!Number.isNaN(lon[row])) add(row, [lon[row], lat[row], lon[row], lat[row]], false);
  }
  for (const [folded, { name, box }] of shapes)
    places.push({ name, folded, box, fileName: dataset.fileName });
  return places;
}

function nameColumn({ roles }: DatasetRecord, table: SourceTable): TextColumn | undefined {
  if (roles.name !== undefined) return columnNamed(table.columns, roles.name);
  return table.columns.find(({ name }) => /^(?:.*[_ ])?(?:name|nm|title|label)$/i.test(name.trim()));
}

function around(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
