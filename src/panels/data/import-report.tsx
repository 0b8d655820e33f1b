import { reportText, roleLabel } from '../../stores/derived/file-lines.ts';
import { importText, needsAttention } from '../../stores/derived/import-text.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useImports } from '../app-provider.tsx';
import { fileItemId } from './file-item.tsx';
import { ReportDetails } from './report-details.tsx';

/** What became of the files dropped last, in a line; refusals in full and first, they are in no list below. */
export function ImportReport() {
  const state = useImports((imports) => imports);
  const { status, files } = state;
  const text = importText(state);
  if (!text) return null;
  if (status !== 'done') return <Notice kind={text.kind} title={text.title} />;
  const refused = files.flatMap((file, at) => (file.contentId === null ? [{ file, at }] : []));
  const attention = files.filter(needsAttention);
  return (
    <section className="panel-section" aria-labelledby="import-title">
      <ErrorSummary
        title={refused.length === 1 ? 'One file was not taken' : `${refused.length} files were not taken`}
        errors={refused.map(({ file, at }) => ({
          key: `${at} ${file.report.fileName}`,
          text: refusalOf(
            file.report.fileName,
            file.report.issues.find((issue) => issue.outcome === 'refused')?.message,
          ),
          targetId: `import-${at}`,
        }))}
      />
      <h2 id="import-title">What became of the files</h2>
      <p className="anywhere">
        {text.title}
        {attention.length === 0 && refused.length === 0 ? ' Every row of them is used.' : null}
      </p>
      {attention.length > 0 ? (
        <>
          <p>Have a look at:</p>
          <ul className="attention">
            {attention.map(({ contentId, role, report }) => (
              <li key={contentId} className="anywhere">
                <button type="button" className="link" onClick={() => goToFile(contentId)}>
                  {report.fileName}
                </button>{' '}
                <span className="small soft">
                  {role ? `${roleLabel(role)}: ` : ''}
                  {reportText(report).rows}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {refused.length > 0 ? (
        <ul className="files">
          {refused.map(({ file, at }) => (
            <li key={at} className="file" id={`import-${at}`} tabIndex={-1}>
              <h3 className="anywhere">{file.report.fileName}</h3>
              <ReportDetails report={file.report} open />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function goToFile(contentId: string | null): void {
  const item = document.getElementById(fileItemId(contentId ?? ''));
  item?.scrollIntoView({ block: 'start' });
  item?.focus({ preventScroll: true });
}

function refusalOf(fileName: string, message: string | undefined): string {
  if (!message) return `${fileName} was not taken.`;
  return message.includes(fileName) ? message : `${fileName}: ${message}`;
}
