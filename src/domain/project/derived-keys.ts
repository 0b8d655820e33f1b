import type { LayerRecord } from '../coverage/layer.ts';
import type { RowFilter } from '../tables/rows-where.ts';
import { type AreaPart, isAreaDataset, isLookupDataset } from './answer-layer.ts';
import type { DatasetRecord, Project } from './project.ts';

/** The name under which something made of a dataset is kept: what it is made of, and of which columns. */
export function keyOf(
  what: string,
  dataset: Pick<DatasetRecord, 'contentId' | 'roles'> & Partial<Pick<DatasetRecord, 'unit' | 'liveList'>>,
): string {
  const { contentId, roles, unit, liveList } = dataset;
  return `${what} ${JSON.stringify({ contentId, roles, unit, liveList })}`;
}

/** The same of some rows of a dataset. */
export function partKey(
  what: string,
  { contentId, roles, where }: AreaPart & { readonly where: readonly RowFilter[] },
): string {
  return where.length === 0
    ? keyOf(what, { contentId, roles })
    : `${keyOf(what, { contentId, roles })} ${JSON.stringify(where)}`;
}

/** The files through which ids or codes may be joined, in their present roles. */
export function joinedThrough(project: Project): string {
  return project.datasets
    .filter((dataset) => isAreaDataset(dataset) || isLookupDataset(dataset))
    .map((dataset) => keyOf('areas', dataset))
    .join(' ');
}

/** What of a layer its answers depend on; a new name, definition or source alone works nothing out again. */
export function layerKey({
  key: _key,
  name: _name,
  definition: _definition,
  source: _source,
  confidential: _confidential,
  ...rest
}: LayerRecord): string {
  return JSON.stringify(rest);
}
