import { useState } from 'react';
import { downloadReport } from '../../actions/download-report.ts';
import { forgetFile } from '../../actions/forget-file.ts';
import { setConfidential } from '../../actions/set-confidential.ts';
import { setColumnRole, setRole } from '../../actions/set-role.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import type { ColumnRoles } from '../../domain/project/column-roles.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import type { Role } from '../../domain/project/role.ts';
import { fileFacts, ROLES } from '../../stores/derived/file-lines.ts';
import { lacksSystem } from '../../stores/derived/heights-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { useApp } from '../app-provider.tsx';
import { ColumnRoleFields } from './column-role-fields.tsx';
import { CoordinatesControl } from './coordinates-control.tsx';
import { DesignationField } from './designation-field.tsx';
import { HeightsFields } from './heights-fields.tsx';
import { LayerEditor } from './layer-editor.tsx';
import { LevelField } from './level-field.tsx';
import { OfferedLayers } from './offered-layers.tsx';
import { RemedyNotes } from './remedy-notes.tsx';
import { ReportDetails } from './report-details.tsx';
import { SourceFields } from './source-fields.tsx';

export interface FileItemProps {
  readonly dataset: DatasetRecord;
  readonly layers: readonly LayerRecord[];
  /** Its data is not in this browser any more. */
  readonly isLost?: boolean;
}

/** One loaded file: what it is used as, and on demand its columns, report, layers and source. */
export function FileItem({ dataset, layers, isLost = false }: FileItemProps) {
  const context = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const facts = fileFacts(dataset);
  const correct = (work: Promise<void>): void => {
    work.then(
      () => setProblem(null),
      (error: unknown) =>
        setProblem(`That could not be changed: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
  return (
    <li className="file" id={fileItemId(dataset.contentId)} tabIndex={-1}>
      <h3 className="anywhere">{dataset.fileName}</h3>
      <p className="small soft">
        {isLost ? <Badge kind="refused">data missing</Badge> : null}{' '}
        {facts.layout ? <Badge>{facts.layout}</Badge> : null}{' '}
        {dataset.confidential ? <Badge>confidential</Badge> : null}{' '}
        <span className="anywhere">
          {facts.size}; {facts.origin}
        </span>
      </p>
      {isLost ? (
        <p className="small">
          Its data is not in this browser, so it is not counted. Drop the same file again, or forget it.
        </p>
      ) : null}
      <Field label="Used as" hint={<span className="anywhere">{facts.why}</span>} error={problem}>
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={dataset.role}
            onChange={(event) => correct(setRole(context, dataset.contentId, event.target.value as Role))}
          >
            {ROLES.map((one) => (
              <option key={one.role} value={one.role}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {dataset.role === 'context' ? <DesignationField dataset={dataset} /> : null}
      {dataset.role === 'heights' ? <HeightsFields dataset={dataset} /> : null}
      {dataset.role === 'buildings' && dataset.roles.levels ? <LevelField dataset={dataset} /> : null}
      <RemedyNotes dataset={dataset} />
      <Disclosure
        onToggle={(event) => {
          if (event.currentTarget.open) setOpened(true);
        }}
        summary={
          <>
            Columns, report, {layers.length > 0 ? 'layers, ' : ''}source
            {facts.noticed ? <Badge>{facts.noticed}</Badge> : null}
          </>
        }
      >
        {/* Some hundred fields a file: made when they are first asked for. */}
        {opened ? <FileDetails dataset={dataset} layers={layers} correct={correct} /> : null}
      </Disclosure>
      <Button kind="quiet" icon="close" onClick={() => forgetFile(context, dataset.contentId)}>
        Forget this file<span className="unseen">: {dataset.fileName}</span>
      </Button>
    </li>
  );
}

function FileDetails({
  dataset,
  layers,
  correct,
}: FileItemProps & { correct: (work: Promise<void>) => void }) {
  const context = useApp();
  const { contentId } = dataset;
  const [saved, setSaved] = useState('');
  const setColumn = (which: keyof ColumnRoles, column: string | undefined): void =>
    correct(setColumnRole(context, contentId, which, column));
  return (
    <div className="file-details">
      <section>
        <h4>Columns</h4>
        <ColumnRoleFields dataset={dataset} onChange={setColumn} />
        {lacksSystem(dataset) ? null : <CoordinatesControl dataset={dataset} />}
      </section>
      <section>
        <h4>Report</h4>
        <ReportDetails report={dataset.report} />
        <Button
          kind="quiet"
          icon="download"
          onClick={() => setSaved(`Saved ${downloadReport(context, contentId)}`)}
        >
          Download this report (text)<span className="unseen">: {dataset.fileName}</span>
        </Button>
        <p className="small soft" role="status">
          {saved}
        </p>
      </section>
      {layers.length > 0 ? (
        <section>
          <h4>Layers made of it</h4>
          <ul className="plain-list">
            {layers.map((layer) => (
              <LayerEditor key={layer.id} layer={layer} />
            ))}
          </ul>
        </section>
      ) : null}
      <OfferedLayers dataset={dataset} layers={layers} />
      <section>
        <h4>Source</h4>
        <SourceFields key={JSON.stringify(dataset.source)} dataset={dataset} />
      </section>
      <section>
        <label className="check-line">
          <input
            type="checkbox"
            checked={dataset.confidential}
            aria-describedby={`${contentId}-confidential`}
            onChange={(event) => setConfidential(context, contentId, event.target.checked)}
          />
          <span>Confidential: this file and its layers</span>
        </label>
        <p className="small soft" id={`${contentId}-confidential`}>
          Keeps them out of what you export: the ward counts lose the columns of its layers and its source,
          and say so; lists of premises from it are not exported. It still counts on this screen, and a
          definition you write may still name it.
        </p>
      </section>
    </div>
  );
}

/** Where in the page a file's item stands. */
export function fileItemId(contentId: string): string {
  return `file-${contentId}`;
}
