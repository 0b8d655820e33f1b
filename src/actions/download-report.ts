import { today } from '../domain/project/today.ts';
import { type ReportedFile, reportText } from '../formats/report-text.ts';
import type { AppContext } from './app-context.ts';
import { downloadText } from './download-text.ts';

/**
 * Downloads what became of files as plain text: of one loaded file, or (null) of all loaded files and those refused in the
 * last drop. Returns the name of the download.
 */
export function downloadReport(context: AppContext, contentId: string | null): string {
  const { datasets } = context.project.getState().project;
  const chosen = datasets.filter((dataset) => contentId === null || dataset.contentId === contentId);
  const files: ReportedFile[] = chosen.map((dataset) => ({ dataset, report: dataset.report }));
  if (contentId === null) {
    for (const { contentId: taken, report } of context.imports.getState().files)
      if (taken === null) files.push({ dataset: null, report });
  }
  const writtenOn = today();
  const name = contentId === null ? 'import-reports' : `${chosen[0]?.fileName ?? 'file'}-report`;
  return downloadText(reportText(files, writtenOn), `${name}.txt`, 'text/plain;charset=utf-8');
}
