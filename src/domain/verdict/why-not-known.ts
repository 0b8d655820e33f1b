import { type KeyJoin, keyReader, premisesColumn } from '../coverage/key-join.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { ShareJoin } from '../coverage/share-join.ts';
import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import type { Project } from '../project/project.ts';
import { idKey } from '../tables/id-key.ts';
import { rowsWhere } from '../tables/rows-where.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText } from '../tables/text-column.ts';

/** Where the reason is looked for. */
export interface WhySource {
  readonly project: Project;
  readonly premises: PremisesTable;
  /** The way from the premises to the layer's ids. null: there is none. Absent: by the premises' own ids. */
  readonly way?: ShareJoin | null;
  table(contentId: string): SourceTable;
}

/** Why a layer does not know of a row, in one plain sentence. To be asked only where it does not. */
export function whyNotKnown(layer: LayerRecord, row: number, source: WhySource): string {
  if (layer.shape === 'records') return whyNoRecord(layer, row, source);
  if (layer.shape === 'shares')
    return source.way === null
      ? 'Nothing loaded says which of this file’s areas it lies in.'
      : (whyNoKey(row, source) ?? 'It lies in none of the areas that this file has a number for.');
  switch (layer.extent.kind) {
    case 'areas': {
      const { contentId } = layer.extent;
      const file = source.project.datasets.find((dataset) => dataset.contentId === contentId)?.fileName;
      return `It lies outside the areas that this data speaks for${file ? ` (${file})` : ''}.`;
    }
    case 'all-wards':
      return 'It lies outside the wards that this data speaks for.';
    default:
      return 'It lies outside the wards that this data touches. The file does not say how far it speaks.';
  }
}

/** Most different values quoted. */
const MOST_QUOTED = 3;

function whyNoRecord(layer: LayerRecord, row: number, source: WhySource): string {
  const { premises, project } = source;
  const roles = project.datasets.find((dataset) => dataset.contentId === layer.contentId)?.roles ?? {};
  const table = rowsWhere(source.table(layer.contentId), layer.where ?? []);
  const ids = columnNamed(table.columns, roles.id ?? roles.code ?? '');
  const values = columnNamed(table.columns, layer.column ?? '');
  const noKey = whyNoKey(row, source);
  if (noKey !== null) return noKey;
  const wanted = keyReader(keyJoinOf(source), premises)(row);
  const said = new Set<string>();
  for (let at = 0; ids && values && wanted !== '' && at < table.rows; at++)
    if (idKey(cellText(ids, at)) === wanted) said.add(cellText(values, at).trim());
  if (said.size === 0) return 'The file has no record of it.';
  if (said.size > 1) {
    const quoted = [...said].slice(0, MOST_QUOTED).map((value) => `“${value.slice(0, 20) || 'blank'}”`);
    return `The file has records of it that do not agree: ${quoted.join(', ')}.`;
  }
  const [value] = said;
  return value === ''
    ? 'Its record in the file is blank.'
    : `Its record in the file says “${value.slice(0, 20)}”.`;
}

/** Why a row comes to no id of the layer's file at all: its own cell is blank, or a look-up does not know it; null where it comes to one. */
function whyNoKey(row: number, source: WhySource): string | null {
  if (source.way?.kind === 'areas') return null;
  const { premises } = source;
  const join = keyJoinOf(source);
  const column = premisesColumn(premises, join.name);
  let key = column ? idKey(premisesCell(premises, column, row)) : '';
  if (key === '')
    return `Its “${join.name}” is blank or cannot be read, so it cannot be looked up in this file.`;
  for (const { fileName, codes } of join.kind === 'lookup' ? join.steps : []) {
    if (codes.ambiguous.has(key))
      return `It cannot be looked up in this file: ${fileName} gives “${key}” more than one code.`;
    const next = codes.codeOf.get(key);
    if (next === undefined)
      return `It cannot be looked up in this file: ${fileName} has no code for “${key}”.`;
    key = next;
  }
  return null;
}

function keyJoinOf({ way, premises }: WhySource): KeyJoin {
  return way && way.kind !== 'areas' ? way : { kind: 'column', name: premises.ids.name };
}
