import type { KeepState } from '../keep-store.ts';
import { numberOf } from './count-text.ts';
import { fileNews } from './file-news.ts';
import type { TroubleNotice } from './trouble-notice.ts';

/** What is told of a link or a file that was opened, or would not open; null where there was none. */
export function linkNews({ link }: KeepState): TroubleNotice | null {
  if (!link) return null;
  if (link.kind === 'refused')
    return {
      id: `link refused ${link.why}`,
      kind: 'problem',
      title: 'The link could not be opened',
      happened: link.why,
      safe: 'Your present work is as it was.',
      todo: '',
      actions: [],
      closes: 'link',
    };
  if (link.kind === 'file-opened') return fileNews(link);
  const { name, files, withRows, missing, isPart, isSame, fictional } = link;
  return {
    id: `link ${name}`,
    kind: missing.length > 0 ? 'warning' : 'done',
    title: `A link was opened as a copy: “${name}”`,
    happened: [
      `It holds definitions, layers and settings, and ${withRows > 0 ? `the rows of ${numberOf(withRows, 'file')}` : 'no rows of data'}.`,
      missing.length === 0
        ? `Identical inputs: the data of ${files === 1 ? 'its one file' : `all ${numberOf(files, 'file')}`} was found, the same to the last value.`
        : `Needed to see the same numbers: ${missing.map(({ fileName, rows }) => `${fileName} (${numberOf(rows, 'row')})`).join(', ')}.`,
      isPart
        ? 'The sender’s own work has other files too, which were left out: their numbers may differ.'
        : isSame
          ? 'Identical project: exports carry the sender’s fingerprints.'
          : 'Parts of the sender’s project were left out, so its fingerprint is another.',
    ]
      .filter(Boolean)
      .join(' '),
    safe: 'It is a project of its own: your other projects are as they were.',
    todo:
      missing.length === 0
        ? ''
        : fictional
          ? 'The demo borough of this version of Notspot has other data, or could not be fetched.'
          : 'Drop these files here. Whoever sent you the link has them.',
    actions: missing.length > 0 ? ['choose-files', 'see-projects'] : ['see-projects'],
    closes: 'link',
  };
}
