import type { Project } from '../domain/project/project.ts';
import type { Settled } from '../workers/compute-api.ts';
import { downloadText } from './download-text.ts';

/** What became of a download: the file's name, or why there is none. */
export type DownloadOutcome = { readonly fileName: string } | { readonly problem: string };

/** Hands text or bytes to the browser as a file named after the project. */
export function download(
  text: Settled<string | Uint8Array>,
  file: {
    readonly project: Project;
    readonly what: string;
    readonly extension: string;
    readonly type: string;
  },
): DownloadOutcome {
  if (text.state !== 'done')
    return { problem: text.state === 'failed' ? text.message : 'The export was cancelled.' };
  const area = file.project.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const fileName = `${area || 'area'}-${file.what}${file.project.fictional ? '-fictional' : ''}.${file.extension}`;
  return { fileName: downloadText(text.value, fileName, file.type) };
}
