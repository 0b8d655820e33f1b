import { useState } from 'react';
import { forgetFile } from '../../actions/forget-file.ts';
import { setColumnRole, setRole } from '../../actions/set-role.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import type { ColumnRoles, DatasetRecord, Role } from '../../domain/project/project.ts';
import { sourceText } from '../../stores/derived/figure-text.ts';
import { ROLES } from '../../stores/derived/file-lines.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { useApp } from '../app-provider.tsx';
import { SourceLine } from '../source-line.tsx';
import { ColumnRoleFields } from './column-role-fields.tsx';
import { ReportDetails } from './report-details.tsx';

export interface FileItemProps {
  readonly dataset: DatasetRecord;
  readonly layers: readonly LayerRecord[];
}

/** One loaded file: what it is used as, which column means what, and what was noticed while reading it. */
export function FileItem({ dataset, layers }: FileItemProps) {
  const context = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const correct = (work: Promise<void>): void => {
    work.then(
      () => setProblem(null),
      (error: unknown) =>
        setProblem(`That could not be changed: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
  const setColumn = (which: keyof ColumnRoles, column: string | undefined): void =>
    correct(setColumnRole(context, dataset.contentId, which, column));
  const { suggestion } = dataset;
  const guessed = suggestion?.role === dataset.role ? suggestion.why : null;
  const meaning = guessed ?? ROLES.find((one) => one.role === dataset.role)?.meaning;
  return (
    <li className="file" id={fileItemId(dataset.contentId)} tabIndex={-1}>
      <h3 className="anywhere">{dataset.fileName}</h3>
      <Field label="Used as" hint={<span className="anywhere">{meaning}</span>} error={problem}>
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
      <ReportDetails report={dataset.report} />
      <Disclosure summary="Columns">
        <ColumnRoleFields dataset={dataset} onChange={setColumn} />
      </Disclosure>
      <Disclosure summary="Source">
        <p className="small">
          <SourceLine source={sourceText(dataset.source)} />
        </p>
      </Disclosure>
      {layers.length > 0 ? (
        <p className="small soft anywhere">
          Layers made of it: {layers.map((layer) => layer.name).join('; ')}
        </p>
      ) : null}
      <Button kind="quiet" icon="close" onClick={() => forgetFile(context, dataset.contentId)}>
        Forget this file<span className="unseen">: {dataset.fileName}</span>
      </Button>
    </li>
  );
}

/** Where in the page a file's item stands. */
export function fileItemId(contentId: string): string {
  return `file-${contentId}`;
}
