import type { AnalysisNote } from '../not-spots/analysis.ts';
import type { DatasetRecord, LiveList } from '../project/project.ts';
import { counted } from '../tables/issue-collector.ts';
import type { NotLive } from './live-postcodes.ts';

/**
 * What a list of live postcodes says of the postcodes that are counted, with what a person can do about it: leave them
 * out, or put back those that were. None where all are live.
 */
export function liveNotes(
  dataset: DatasetRecord,
  list: { readonly liveList: LiveList; readonly fileName: string },
  found: NotLive,
): AnalysisNote[] {
  if (found.count === 0) return [];
  const { contentId } = dataset;
  const isLeftOut = dataset.liveList !== undefined;
  const postcodes = `${found.count.toLocaleString('en-GB')} of ${counted(found.rows, 'postcode')}`;
  const rest =
    found.notSpokenOf > 0
      ? ` ${counted(found.notSpokenOf, 'postcode')} lie in districts that it does not speak of and stay.`
      : '';
  return [
    {
      kind: 'terminated-postcodes',
      text: isLeftOut
        ? `${postcodes} in ${dataset.fileName} are not in ${list.fileName} and were left out as no longer live.${rest}`
        : `${postcodes} in ${dataset.fileName} are not in ${list.fileName}, the list of live ones: they are counted, though most are terminated.${rest}`,
      count: found.count,
      layerId: null,
      examples: found.examples,
      remedy: {
        label: isLeftOut ? 'Count them again' : 'Leave them out',
        contentId,
        liveList: isLeftOut ? null : list.liveList,
      },
    },
  ];
}
