import type { Project } from '../domain/project/project.ts';
import type { Settled } from '../workers/compute-api.ts';

/** What became of a download: the file's name, or why there is none. */
export type DownloadOutcome = { readonly fileName: string } | { readonly problem: string };

/** Hands text to the browser as a file named after the project. */
export function download(
  text: Settled<string>,
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
  const url = URL.createObjectURL(new Blob([text.value], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { fileName };
}
