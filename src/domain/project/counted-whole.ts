import type { DatasetRecord } from './project.ts';

export function countedWhole({ liveList: _earlier, ...dataset }: DatasetRecord): DatasetRecord {
  return dataset;
}
