/** Heights of a table's lines in pixels, the same as in data-table.css. */
export const DATA_TABLE_PIXELS = { row: 36, head: 44 };
