import Papa from 'papaparse';

/** What stands above the header row of a table. */
export interface CsvPreamble {
  /** Rows above the header, blank ones counted. */
  readonly rows: number;
  /** The titles among them, as text. */
  readonly titles: readonly string[];
}

/** The delimiter that Excel's first line "sep=;" names; null where there is no such line. */
export function namedDelimiter(text: string): string | null {
  return /^\ufeff?"?sep=([,;|\t])"?[ \t]*(?:\r?\n|\r)/i.exec(text)?.[1] ?? null;
}

/**
 * Title lines above the header row, as statistical offices print them: "Table 1: …", a blank line, then the table. Rows
 * count as titles where the rows that follow have more cells, and either a blank line stands between or no title has
 * more than one cell. No rows where the first line is the header.
 */
export function csvPreamble(text: string, delimiter: string): CsvPreamble {
  const first = namedDelimiter(text) === null ? 0 : 1;
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: LOOKED_AT });
  const rows = data.slice(first, -1);
  const width = usualWidth(rows);
  if (width < 2) return { rows: first, titles: [] };
  const header = rows.findIndex((cells) => cells.length === width && filled(cells) > Math.max(1, width / 2));
  const above = rows.slice(0, Math.max(0, header));
  const isTitle = above.every(
    (cells) => filled(cells) < width && (cells.length !== width || filled(cells) <= 1),
  );
  const isApart =
    above.some((cells) => filled(cells) === 0) ||
    above.every((cells) => filled(cells) <= 1 && cells[0].includes(' '));
  if (header < 1 || !isTitle || !isApart || !above.some((cells) => filled(cells) > 0))
    return { rows: first, titles: [] };
  const titles = above.filter((cells) => filled(cells) > 0).map((cells) => cells.join(delimiter).trim());
  return { rows: first + header, titles };
}

/** The number of cells that most rows with content have; 0 where no number is that of more than half. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  let content = 0;
  for (const cells of rows) {
    if (filled(cells) === 0) continue;
    content++;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  for (const [width, count] of counts) if (count * 2 > content) return width;
  return 0;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

const LOOKED_AT = 60;
