import { type ReactNode, useState } from 'react';
import { setNeed } from '../../actions/compare-areas.ts';
import { selectWard } from '../../actions/select-ward.ts';
import type { Comparison } from '../../domain/compare/comparison.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { needKey, needOptions, needView } from '../../stores/derived/compare-need.ts';
import { BumpRanks } from '../../ui/charts/bump-ranks.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp, useProject, useView } from '../app-provider.tsx';
import { CountedHow } from '../counted-how.tsx';
import { explainedIn } from '../explained-in.tsx';
import { SourceLine } from '../source-line.tsx';
import { PlainTable } from './plain-table.tsx';

/** Not-spots weighed by a column of need, and the ranking with it and without it side by side. */
export function NeedSection({
  comparison,
  analysis,
  isTrue,
}: {
  readonly comparison: Comparison;
  readonly analysis: Analysis;
  /** False while another comparison is being made: then nothing of this one is ranked. */
  readonly isTrue: boolean;
}) {
  const context = useApp();
  const [drawn, setDrawn] = useState(false);
  const need = useProject((state) => state.project.need);
  const selected = useView((state) => state.wardCode);
  const files = needOptions(comparison);
  const view = needView(isTrue ? comparison.need : null, analysis);
  const options = files.flatMap((file) => file.options);
  const chosen = need ? needKey(need) : '';
  return (
    <section className="panel-section stack" aria-labelledby="need-title">
      <h2 id="need-title">Need</h2>
      {options.length === 0 ? (
        <p className="soft">
          Drop in a table of need by ward, LSOA, output area, postcode or UPRN: deprivation (the English
          indices, published by the government by LSOA), people who are not online, small firms. Each not-spot
          then counts by the need where it stands.
        </p>
      ) : (
        <>
          <p className="small">
            A not-spot counts for more where need is greater: each row weighs its value ÷ the mean.
          </p>
          <Field label="Weigh by">
            {(ids) => (
              <select
                {...ids}
                className="control"
                value={chosen}
                onChange={(event) => {
                  const option = options.find(({ key }) => key === event.target.value);
                  if (!option) return setNeed(context, null);
                  const { contentId, codeColumn, column, where } = option.column;
                  setNeed(context, {
                    contentId,
                    codeColumn,
                    column,
                    where,
                    higherMeansMore: need?.higherMeansMore ?? true,
                  });
                }}
              >
                <option value="">Nothing: every premises alike</option>
                {files.map(({ fileName, options: columns }) => (
                  <optgroup key={fileName} label={fileName}>
                    {columns.map(({ key, label, column }) => (
                      <option key={key} value={key} disabled={column.problem !== null}>
                        {column.problem ? `${label}: ${column.problem}` : label}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
          {need ? (
            <fieldset className="need-direction">
              <legend>More need is where the value is</legend>
              {[true, false].map((higher) => (
                <label key={String(higher)} className="check-line">
                  <input
                    type="radio"
                    name="need-direction"
                    checked={need.higherMeansMore === higher}
                    onChange={() => setNeed(context, { ...need, higherMeansMore: higher })}
                  />
                  {higher ? 'high (deprivation, people offline)' : 'low (income, skills)'}
                </label>
              ))}
            </fieldset>
          ) : null}
        </>
      )}
      {need && comparison.need?.kind === 'problem' ? (
        <Notice kind="warning" title="Nothing could be weighed by it.">
          <p className="small anywhere">{comparison.need.message}</p>
        </Notice>
      ) : null}
      {need && !isTrue ? <p className="small soft">Being weighed anew …</p> : null}
      {need && view ? (
        <>
          {view.notRanked ? null : <p role="status">{view.movedWords}</p>}
          {view.notRanked ? (
            <Notice>
              <p className="small">{view.notRanked}</p>
            </Notice>
          ) : (
            <PlainTable
              caption="Wards by not-spots, without need and with it"
              columns={[
                { header: 'Ward' },
                { header: 'Without', numeric: true },
                { header: 'With need', numeric: true },
                { header: 'Move', numeric: true },
              ]}
              rows={view.lines.map((line) => ({
                key: line.key,
                isOwn: line.key === selected,
                cells: [
                  <button
                    key="name"
                    type="button"
                    className="link anywhere"
                    onClick={() => selectWard(context, line.key === selected ? null : line.key)}
                  >
                    {line.label}
                  </button>,
                  <RankAndCount
                    key="plain"
                    rank={ranks({ row: line.key, column: 'before' }, line.plainRank)}
                    count={line.plain}
                  />,
                  <RankAndCount
                    key="weighted"
                    rank={ranks({ row: line.key, column: 'after' }, line.weightedRank)}
                    count={line.weighted}
                  />,
                  line.move === '' ? '' : ranks({ row: line.key, column: 'change' }, line.move),
                ],
              }))}
            />
          )}
          {view.notRanked ? null : (
            <Disclosure
              className="small"
              summary="Draw the two rankings"
              onToggle={(event) => setDrawn(event.currentTarget.open)}
            >
              {drawn ? (
                <BumpRanks
                  caption="Wards by not-spots, without need and with it: drawn"
                  showCaption={false}
                  rows={view.lines}
                  beforeHeader="Without need"
                  afterHeader="With need"
                  labelHeader="Ward"
                  selected={selected}
                  onSelect={(code) => selectWard(context, code === selected ? null : code)}
                  number={ranks}
                />
              ) : null}
            </Disclosure>
          )}
          {comparison.need?.kind === 'ranked' ? (
            <CountedHow
              of={{ kind: 'need', need: comparison.need, analysis, wardCode: selected }}
              summary={
                selected === null
                  ? 'How the weighed count of all is worked out'
                  : 'How this ward’s weighed count is worked out'
              }
            />
          ) : null}
          <p className="small anywhere">
            {view.title}. {view.weightWords} {view.way} {view.withoutWords}
          </p>
          <p className="small soft anywhere">
            Source: <SourceLine source={view.source} />
          </p>
        </>
      ) : null}
    </section>
  );
}

/** Whose rank or move is asked, by the columns of the drawn ranking. */
const ranks = explainedIn((place, column) => ({
  kind: 'compared',
  measure: 'share',
  column: column === 'before' ? 'plain' : column === 'after' ? 'need' : 'move',
  place,
}));

function RankAndCount({ rank, count }: { readonly rank: ReactNode; readonly count: string }) {
  return (
    <>
      {rank} <span className="soft">({count})</span>
    </>
  );
}
