import { useState } from 'react';
import { downloadReport } from '../../actions/download-report.ts';
import { clearHistory } from '../../actions/free-memory.ts';
import { undo } from '../../actions/undo.ts';
import { fileGroups, filesSummary } from '../../stores/derived/file-lines.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { FileItem } from './file-item.tsx';
import { useLostData } from './use-lost-data.ts';

/** All loaded files, those that are counted first; the tables of one file stand together. */
export function FileList() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const [saved, setSaved] = useState('');
  const lost = useLostData();
  const groups = fileGroups(project);
  const layersOf = (contentId: string) => project.layers.filter((layer) => layer.contentId === contentId);
  const total = project.datasets.length;
  return (
    <section className="panel-section" aria-labelledby="files-title">
      <h2 id="files-title">Loaded files</h2>
      <ForgottenNotice />
      {total === 0 ? (
        <p>No file is loaded. Drop in wards, premises and coverage, all at once if you like.</p>
      ) : (
        <p className="small soft files-summary">{filesSummary(project)}</p>
      )}
      <ul className="files">
        {groups.map(({ container, files }) =>
          container === null ? (
            <FileItem
              key={files[0].contentId}
              dataset={files[0]}
              layers={layersOf(files[0].contentId)}
              isLost={lost.has(files[0].contentId)}
            />
          ) : (
            <li key={`in ${container}`} className="file-group">
              <p className="file-group-name anywhere">
                {container} <span className="small soft">({files.length} tables)</span>
              </p>
              <ul className="files">
                {files.map((dataset) => (
                  <FileItem
                    key={dataset.contentId}
                    dataset={dataset}
                    layers={layersOf(dataset.contentId)}
                    isLost={lost.has(dataset.contentId)}
                  />
                ))}
              </ul>
            </li>
          ),
        )}
      </ul>
      {total > 1 ? (
        <p className="files-all">
          <Button icon="download" onClick={() => setSaved(`Saved ${downloadReport(context, null)}`)}>
            Download all reports (text)
          </Button>
          <span className="small soft" role="status">
            {saved}
          </span>
        </p>
      ) : null}
    </section>
  );
}

/** After a file was forgotten: the way back, and the way to have its memory now. */
function ForgottenNotice() {
  const context = useApp();
  const label = useProject((state) => state.done.at(-1)?.label ?? '');
  if (!label.startsWith('Forgot ')) return null;
  return (
    <Notice kind="done" title={`${label}. Undo brings it back.`}>
      <p className="small">
        Its rows stay in this browser’s memory until no step of undo needs them, at the latest until the page
        is closed.
      </p>
      <div className="row">
        <Button kind="quiet" icon="undo" onClick={() => undo(context)}>
          Bring it back
        </Button>
        <Button kind="quiet" onClick={() => clearHistory(context)}>
          Free its memory now and clear the undo steps
        </Button>
      </div>
    </Notice>
  );
}
