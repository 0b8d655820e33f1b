import { undoImport } from '../../actions/undo.ts';
import { attentionText, needsAttention } from '../../stores/derived/attention-text.ts';
import { addedFiles, importText } from '../../stores/derived/import-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp, useImports, useProject } from '../app-provider.tsx';
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
  const added = addedFiles(files).flatMap(({ contentId }) => contentId ?? []);
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
        {attention.length === 0 && refused.length === 0 ? ' Every row was taken.' : null}
      </p>
      <UndoImport added={added} />
      {attention.length > 0 ? (
        <>
          <p>Have a look at:</p>
          <ul className="attention">
            {attention.map((file) => (
              <li key={`${file.contentId} ${file.report.fileName}`} className="anywhere">
                <button type="button" className="link" onClick={() => goToFile(file.contentId)}>
                  {file.report.fileName}
                </button>{' '}
                <span className="small soft">{attentionText(file)}</span>
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

/** The way back, while the import is the last step taken; and that it was taken. */
function UndoImport({ added }: { readonly added: readonly string[] }) {
  const context = useApp();
  const label = useProject((state) => state.done.at(-1)?.label ?? '');
  const loaded = useProject(
    ({ project }) => project.datasets.filter(({ contentId }) => added.includes(contentId)).length,
  );
  // A basemap is no file of the project.
  if (added.every((contentId) => contentId.startsWith('basemap '))) return null;
  if (loaded === 0) return <p>None of these files is loaded any more.</p>;
  if (!label.startsWith('Added ')) return null;
  return (
    <Button kind="quiet" icon="undo" onClick={() => undoImport(context)}>
      Undo the import
    </Button>
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
