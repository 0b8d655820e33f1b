import type { LinkNews } from '../keep-store.ts';
import { numberOf } from './count-text.ts';
import { fingerprintLine } from './fingerprint-text.ts';
import type { TroubleNotice } from './trouble-notice.ts';

/** What is told of a .notspot file that was opened: whether its data is whole, and what its writer left out. */
export function fileNews(news: Extract<LinkNews, { readonly kind: 'file-opened' }>): TroubleNotice {
  const { fileName, name, files, fingerprints, leftOut } = news;
  const gone = [
    ...(leftOut.files > 0 ? [numberOf(leftOut.files, 'file')] : []),
    ...(leftOut.layers > 0 ? [numberOf(leftOut.layers, 'layer')] : []),
  ];
  return {
    id: `file ${fileName} ${fingerprints.project}`,
    kind: gone.length > 0 ? 'warning' : 'done',
    title: `${fileName} was opened: “${name}”`,
    happened: [
      files === 0
        ? 'It holds no data.'
        : `Identical inputs: the data of its ${files === 1 ? 'one file' : `${files} files`} is the same, to the last value, as when it was saved.`,
      `${fingerprintLine(fingerprints)}.`,
      gone.length > 0
        ? `Whoever saved it left out ${gone.join(' and ')} as confidential: their numbers may differ.`
        : 'Whoever saved it left nothing out.',
    ].join(' '),
    safe: 'It is a project of its own: your other projects are as they were.',
    todo: '',
    actions: ['see-projects'],
    closes: 'link',
  };
}
