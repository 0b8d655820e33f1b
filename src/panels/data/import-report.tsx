import { roleLabel } from '../../stores/derived/file-lines.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useImports } from '../app-provider.tsx';
import { ReportDetails } from './report-details.tsx';

/** What became of the files dropped last. Refusals come first and take the focus. */
export function ImportReport() {
  const { status, files, problem } = useImports((state) => state);
  if (status === 'cancelled') return <Notice kind="info" title="Cancelled. None of the files was taken." />;
  if (status === 'failed')
    return <Notice kind="problem" title={problem ?? 'The files could not be read. Try them one by one.'} />;
  if (status !== 'done' || files.length === 0) return null;
  const refused = files.flatMap((file, at) => (file.contentId === null ? [{ file, at }] : []));
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
      <ul className="files">
        {files.map((file, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name; the list never changes order.
          <li key={at} className="file" id={`import-${at}`} tabIndex={-1}>
            <h3 className="anywhere">{file.report.fileName}</h3>
            {file.role ? (
              <p>
                Taken as <strong>{roleLabel(file.role).toLowerCase()}</strong>
                {file.why ? <span className="soft anywhere">: {file.why}</span> : null}
              </p>
            ) : null}
            <ReportDetails report={file.report} open />
          </li>
        ))}
      </ul>
    </section>
  );
}

function refusalOf(fileName: string, message: string | undefined): string {
  if (!message) return `${fileName} was not taken.`;
  return message.includes(fileName) ? message : `${fileName}: ${message}`;
}
