import type { DatasetRecord } from '../domain/project/project.ts';
import type { FileReport } from '../domain/tables/file-report.ts';

/** What the report of one file tells: refused files have no record. */
export interface ReportedFile {
  readonly report: FileReport;
  readonly dataset: DatasetRecord | null;
}

/**
 * The reports of files as plain text for a person to keep or send: a block for each with its numbers, its use, its source
 * and every issue with its code, outcome and examples. Names and cells stand as they are in the file, line ends apart.
 */
export function reportText(files: readonly ReportedFile[], writtenOn: string): string {
  const blocks = files.map(({ report, dataset }) => {
    const lines = [
      report.fileName,
      '='.repeat(Math.min(72, Math.max(3, report.fileName.length))),
      `Size: ${report.bytes} bytes`,
      `Rows: ${report.rowsRead} read, ${report.rowsUsed} used, ${report.rowsRepaired} repaired, ${report.rowsLeftOut} left out`,
      ...(dataset ? describe(dataset) : ['Not taken']),
      '',
      ...(report.issues.length === 0 ? ['Nothing was noticed.'] : []),
    ];
    for (const { outcome, code, count, message, examples } of report.issues) {
      lines.push(`[${outcome}] ${code}, ${count}: ${message}`);
      for (const example of examples) lines.push(`    for example: ${example}`);
    }
    return lines.map(oneLine).join('\r\n');
  });
  return `${[`Notspot import report, written ${writtenOn}`, ...blocks].join('\r\n\r\n')}\r\n`;
}

function describe({ role, suggestion, roles, source, confidential }: DatasetRecord): string[] {
  const columns = Object.entries(roles).map(([meaning, column]) => `${meaning} = "${column}"`);
  const told = [source.publisher, source.date, source.licence, source.url].filter((part) => part !== null);
  return [
    `Used as: ${role}${suggestion?.layout ? ` (layout: ${suggestion.layout})` : ''}`,
    ...(suggestion ? [`Why: ${suggestion.why}`] : []),
    ...(columns.length > 0 ? [`Columns: ${columns.join(', ')}`] : []),
    `Source: ${[source.title, ...told].join(', ')}`,
    ...(source.attribution ? [`Attribution: ${source.attribution}`] : []),
    ...(confidential ? ['Marked confidential'] : []),
  ];
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}
