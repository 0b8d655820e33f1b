import type { FileMetaData, SchemaElement } from 'hyparquet';
import { bigEndianInteger, dateText, decimalText, doubleText, floatText } from './exact-text.ts';

/** A column of the table: a leaf or a whole group of the schema's first level. */
export interface ParquetColumn {
  readonly name: string;
  /** Its place in a row. */
  readonly index: number;
  readonly element: SchemaElement;
  /** Digits behind the point, for decimals. */
  readonly scale: number | null;
}

/**
 * The columns of a Parquet file. Takes the decimal mark off the schema, in place, as the library would turn decimals into
 * doubles: `parquetCellText` reads their bytes.
 */
export function parquetColumns(metadata: FileMetaData): ParquetColumn[] {
  const { schema } = metadata;
  const columns: ParquetColumn[] = [];
  let at = 1;
  const root = schema[0]?.num_children ?? 0;
  for (let index = 0; index < root; index++) {
    const element = schema[at];
    if (!element) throw new RangeError('the schema breaks off');
    const isDecimal = element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL';
    const scale = isDecimal
      ? (element.scale ?? (element.logical_type?.type === 'DECIMAL' ? element.logical_type.scale : 0))
      : null;
    if (isDecimal) {
      element.converted_type = undefined;
      element.logical_type = undefined;
    }
    columns.push({ name: element.name, index, element: { ...element }, scale });
    at = afterElement(schema, at, 0);
  }
  return columns;
}

const MAX_DEPTH = 50;

function afterElement(schema: readonly SchemaElement[], at: number, depth: number): number {
  const element = schema[at];
  if (!element || depth > MAX_DEPTH) throw new RangeError('the schema breaks off');
  let next = at + 1;
  for (let i = 0; i < (element.num_children ?? 0); i++) next = afterElement(schema, next, depth + 1);
  return next;
}

/** A cell as exact text; '' for null, null for binary data that is no text. Lists and groups are JSON. */
export function parquetCellText(value: unknown, { element, scale }: ParquetColumn): string | null {
  if (value === null || value === undefined) return '';
  if (scale !== null) {
    if (value instanceof Uint8Array) return decimalText(bigEndianInteger(value), scale);
    return decimalText(BigInt(value as number | bigint), scale);
  }
  if (value instanceof Uint8Array) return utf8Text(value);
  if (typeof value === 'number') {
    if (element.converted_type === 'DATE' || element.logical_type?.type === 'DATE') return dateText(value);
    return element.type === 'FLOAT' ? floatText(value) : doubleText(value);
  }
  if (typeof value !== 'object') return String(value);
  return JSON.stringify(value, (_key, inner) => {
    if (typeof inner === 'bigint') return String(inner);
    return inner instanceof Uint8Array ? utf8Text(inner) : inner;
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
