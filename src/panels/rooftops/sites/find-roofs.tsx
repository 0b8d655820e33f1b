import { useState } from 'react';
import { useStore } from 'zustand';
import {
  addCandidates,
  clearCandidates,
  findCandidates,
  foundCandidates,
  isSite,
} from '../../../actions/find-candidates.ts';
import type { CandidatesAnswer } from '../../../domain/radio/candidate-roof.ts';
import { assetFiles, candidateLines, candidatesSummary } from '../../../stores/derived/candidate-text.ts';
import { linkNeeds } from '../../../stores/derived/link-needs.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { LinkNeeds } from '../link-needs.tsx';

/** Roofs on offer: the best of the buildings around the map's middle, or those of a list of assets. */
export function FindRoofs() {
  const project = useProject((state) => state.project);
  const [isAsked, setAsked] = useState(false);
  const lacks = linkNeeds(project, true).length > 0;
  return (
    <section className="panel-section" aria-labelledby="find-roofs-title">
      <h2 id="find-roofs-title">Find roofs</h2>
      {lacks && !isAsked ? (
        <>
          <p>The roofs that see most premises, among all buildings or in a list of your own assets.</p>
          <Button onClick={() => setAsked(true)}>Find roofs</Button>
        </>
      ) : (
        <LinkNeeds withPremises>
          <RoofSearch />
        </LinkNeeds>
      )}
    </section>
  );
}

type Kind = 'buildings' | 'assets';

function RoofSearch() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const camera = useView((state) => state.camera);
  const radiusMetres = useView(({ rooftops }) => rooftops.radiusMetres);
  const files = assetFiles(project);
  const [kind, setKind] = useState<Kind>('buildings');
  const [withinMetres, setWithin] = useState(500);
  const [mast, setMast] = useState('3');
  const [contentId, setContentId] = useState('');
  const [column, setColumn] = useState<string | null>(null);
  const file = files.find((one) => one.contentId === contentId) ?? files[0];
  const mastMetres = mast.trim() === '' ? Number.NaN : Number(mast);
  const fault = mastMetres >= 0 && mastMetres <= 60 ? null : 'Write metres between 0 and 60.';
  const common = { mastMetres, radiusMetres, most: MOST };
  const find = (): void => {
    if (fault) return;
    if (kind === 'buildings' && camera)
      void findCandidates(context, { kind, lon: camera.lon, lat: camera.lat, withinMetres, ...common });
    else if (kind === 'assets' && file)
      void findCandidates(context, {
        kind,
        contentId: file.contentId,
        nameColumn: (column ?? file.name) || null,
        ...common,
      });
  };
  return (
    <>
      <div className="site-form">
        <Segmented
          legend="Among which roofs"
          options={[
            { value: 'buildings', label: 'Buildings' },
            { value: 'assets', label: 'A list of assets', disabled: files.length === 0 },
          ]}
          value={kind}
          onChange={setKind}
        />
        {kind === 'buildings' ? (
          <Field label="Around the map’s middle, within">
            {(ids) => (
              <select
                {...ids}
                className="control"
                value={withinMetres}
                onChange={(event) => setWithin(Number(event.target.value))}
              >
                {WITHIN.map((metres) => (
                  <option key={metres} value={metres}>
                    {metres.toLocaleString('en-GB')} m
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : file ? (
          <>
            <Field label="File">
              {(ids) => (
                <select
                  {...ids}
                  className="control"
                  value={file.contentId}
                  onChange={(event) => {
                    setContentId(event.target.value);
                    setColumn(null);
                  }}
                >
                  {files.map((one) => (
                    <option key={one.contentId} value={one.contentId}>
                      {one.fileName}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label="Column of their names">
              {(ids) => (
                <select
                  {...ids}
                  className="control"
                  value={column ?? file.name}
                  onChange={(event) => setColumn(event.target.value)}
                >
                  <option value="">None: by file and row</option>
                  {file.columns.map((one) => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        ) : null}
        <Field
          label="Mast over the roof (metres)"
          hint="All roofs found are looked at with it."
          error={fault}
        >
          {(ids) => (
            <input
              {...ids}
              className="control"
              type="number"
              inputMode="decimal"
              min={0}
              max={60}
              step={0.5}
              value={mast}
              onChange={(event) => setMast(event.target.value)}
            />
          )}
        </Field>
        <Button onClick={find}>Find the best roofs</Button>
      </div>
      <Found />
    </>
  );
}

const MOST = 20;
const WITHIN = [250, 500, 1_000, 2_000];

function Found() {
  const context = useApp();
  const { status, step, problem, cancel } = useStore(context.studies.candidates);
  if (status === 'working')
    return (
      <div className="found-roofs">
        <ProgressBar
          what={step?.what ?? 'Looking for roofs'}
          fraction={step?.fraction ?? null}
          onCancel={cancel ?? undefined}
        />
      </div>
    );
  if (status === 'failed')
    return (
      <div className="found-roofs">
        <Notice kind="problem" title="No roofs could be found" onDismiss={() => clearCandidates(context)}>
          <p className="anywhere">{problem}</p>
        </Notice>
      </div>
    );
  if (status === 'cancelled') return <p className="found-roofs soft">Looking for roofs was cancelled.</p>;
  const answer = foundCandidates(context);
  return answer ? <Roofs answer={answer} /> : null;
}

function Roofs({ answer }: { readonly answer: CandidatesAnswer }) {
  const context = useApp();
  useProject(({ project }) => project.sites);
  const lines = candidateLines(answer);
  const isAdded = (line: (typeof lines)[number]): boolean => isSite(context, line.roof);
  const fresh = lines.filter((line) => !isAdded(line));
  return (
    <div className="found-roofs">
      <p role="status">{candidatesSummary(answer)}</p>
      <ol className="roof-list">
        {lines.map((line) => (
          <li key={line.roof.rank}>
            <span className="roof-rank number" aria-hidden="true">
              {line.roof.rank}
            </span>
            <span className="roof-words">
              <span className="roof-name anywhere">{line.roof.name}</span>
              <span className="small number">{line.sees}</span>
              <span className="small soft number">{line.facts}</span>
            </span>
            <Button
              kind="quiet"
              aria-disabled={isAdded(line)}
              onClick={() => addCandidates(context, [line.roof])}
            >
              {isAdded(line) ? 'Added' : 'Add'}
              <span className="unseen"> {line.roof.name}</span>
            </Button>
          </li>
        ))}
      </ol>
      {answer.notes.map((note) => (
        <p key={note} className="small soft anywhere">
          {note}
        </p>
      ))}
      <div className="row">
        {fresh.length > 1 ? (
          <Button
            onClick={() =>
              addCandidates(
                context,
                fresh.map(({ roof }) => roof),
              )
            }
          >
            Add all {fresh.length}
          </Button>
        ) : null}
        <Button kind="quiet" onClick={() => clearCandidates(context)}>
          Put the list away
        </Button>
      </div>
    </div>
  );
}
