import { rowPositions } from '../premises/row-positions.ts';
import { IssueCollector } from '../tables/issue-collector.ts';
import type { FibrePoint, FibrePointKind } from './fibre-point.ts';
import type { FoundThings } from './found-things.ts';
import { NamedColumns } from './named-columns.ts';
import type { NetworkFile } from './network-files.ts';
import { placeOf } from './street-lines.ts';

/** The fibre points of files, in their order. Rows without a place are found. Columns of coordinates need loadGrid. */
export function readFibrePoints(files: readonly NetworkFile[], found: FoundThings): FibrePoint[] {
  const points: FibrePoint[] = [];
  const ids = new Set<string>();
  for (const file of files) {
    const columns = new NamedColumns(file);
    for (const { row, lon, lat } of placesOf(file, found)) {
      const name = columns.role(row, 'name') || columns.text(row, 'name', 'site_name', 'title');
      const own = columns.role(row, 'id') || columns.text(row, 'id', 'ref', 'identifier');
      const kind = columns.role(row, 'kind') || columns.text(row, 'kind', 'type');
      const wanted = own || name || `fibre point ${points.length + 1}`;
      let id = wanted;
      for (let number = 2; ids.has(id); number++) id = `${wanted} (${number})`;
      ids.add(id);
      points.push({
        id,
        name: name || id,
        kind: fibrePointKind(kind),
        lon,
        lat,
        owner: columns.role(row, 'owner') || columns.text(row, 'owner', 'operator') || null,
      });
    }
  }
  return points;
}

/** The kind that a cell says; 'other' where it says none that is known. */
export function fibrePointKind(text: string): FibrePointKind {
  return KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

const KINDS: readonly (readonly [RegExp, FibrePointKind])[] = [
  [/exchange|head ?end|point of presence|\bpop\b/i, 'exchange'],
  [/cabinet|\bdslam\b|street box/i, 'cabinet'],
  [/spine|chamber|joint box|manhole/i, 'spine chamber'],
  [/route|existing|splice|breakout/i, 'existing route'],
];

function placesOf(
  file: NetworkFile,
  found: FoundThings,
): { readonly row: number; readonly lon: number; readonly lat: number }[] {
  const { points } = file.table.geometry;
  if (points) return Array.from(points.row, (row, i) => ({ row, lon: points.lon[i], lat: points.lat[i] }));
  const { lon, lat } = rowPositions(file.table, file.roles, new IssueCollector());
  return Array.from(lon, (_, row) => ({ row, lon: lon[row], lat: lat[row] })).filter((place) => {
    if (!Number.isNaN(place.lon)) return true;
    found.add('BAD_VALUE', () => `no place in ${placeOf(file, place.row)}`);
    return false;
  });
}
