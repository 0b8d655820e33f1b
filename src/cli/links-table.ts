import type { LinkEnd } from '../domain/radio/link-end.ts';
import { columnNamed, type SourceTable } from '../domain/tables/source-table.ts';
import { cellText, type TextColumn } from '../domain/tables/text-column.ts';
import type { HeightsAbove } from '../domain/terrain/antenna-height.ts';

/** A row of a table of links. `fault`: why it is no link, in words with its place; its ends are then null. */
export type AskedLink = { readonly fromId: string; readonly toId: string } & (
  | { readonly from: LinkEnd; readonly to: LinkEnd; readonly fault: null }
  | { readonly from: null; readonly to: null; readonly fault: string }
);

/** The links of a table, row by row. Throws words where a column is missing. */
export function linksOfTable(table: SourceTable, above: HeightsAbove): AskedLink[] {
  const column = (name: string): TextColumn => {
    const found =
      columnNamed(table.columns, name) ?? table.columns.find((one) => one.name.trim().toLowerCase() === name);
    if (found) return found;
    throw new Error(
      `${table.fileName}: there is no column "${name}". Links need ${COLUMNS.join(', ')}; heights are in metres.`,
    );
  };
  const columns = new Map(COLUMNS.map((name) => [name, column(name)]));
  const text = (name: (typeof COLUMNS)[number], row: number): string =>
    cellText(columns.get(name) as TextColumn, row).trim();
  return Array.from({ length: table.rows }, (_, row): AskedLink => {
    const [fromId, toId] = [text('from_id', row), text('to_id', row)];
    const values: number[] = [];
    for (const [name, most] of NUMBERS) {
      const value = text(name, row) === '' ? Number.NaN : Number(text(name, row));
      if (!(Math.abs(value) <= most)) {
        const fault = `Data row ${row + 1}: ${name} "${text(name, row)}" is no number from −${most} to ${most}. Put that right.`;
        return { fromId, toId, from: null, to: null, fault };
      }
      values.push(value);
    }
    const [fromLon, fromLat, fromMetres, toLon, toLat, toMetres] = values;
    const from = { name: fromId, lon: fromLon, lat: fromLat, antennaMetres: fromMetres, above };
    const to = { name: toId, lon: toLon, lat: toLat, antennaMetres: toMetres, above };
    return { fromId, toId, from, to, fault: null };
  });
}

const NUMBERS = [
  ['from_lon', 180],
  ['from_lat', 90],
  ['from_height_m', 10_000],
  ['to_lon', 180],
  ['to_lat', 90],
  ['to_height_m', 10_000],
] as const;
const COLUMNS = ['from_id', 'to_id', ...NUMBERS.map(([name]) => name)] as const;
