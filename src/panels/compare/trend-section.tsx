import { useState } from 'react';
import type { Comparison } from '../../domain/compare/comparison.ts';
import {
  authorityTrends,
  speedSubjects,
  speedTrends,
  type TrendView,
  trendNumber,
} from '../../stores/derived/compare-trend.ts';
import { LinesOverTime } from '../../ui/charts/lines-over-time.tsx';
import { Field } from '../../ui/field.tsx';
import { useView } from '../app-provider.tsx';
import { explainedIn } from '../explained-in.tsx';
import { PlainTable } from './plain-table.tsx';

/** What the loaded releases say of the same thing at different dates. */
export function TrendSection({
  comparison,
  wardCodes,
}: {
  readonly comparison: Comparison;
  readonly wardCodes: readonly string[];
}) {
  const selected = useView((state) => state.wardCode);
  const [asked, setAsked] = useState<string | null>(null);
  const whole = authorityTrends(comparison);
  const subjects = speedSubjects(comparison);
  // The ward asked for, else the selected one, else the first of today's wards.
  const code =
    [asked, selected].find((one) => subjects.some((subject) => subject.code === one)) ??
    (subjects.find((subject) => wardCodes.includes(subject.code)) ?? subjects[0])?.code;
  const speeds = speedTrends(comparison, code ?? null);
  return (
    <section className="panel-section stack" aria-labelledby="trend-title">
      <h2 id="trend-title">Over time</h2>
      {whole.length === 0 && subjects.length === 0 ? (
        <p className="soft">
          Drop in two dated releases of one table, such as shares by authority of 2021 and of 2023, or two
          releases of your coverage: what changed between them stands here.
        </p>
      ) : null}
      {whole.map((trend) => (
        <Trend key={trend.id} trend={trend} />
      ))}
      {subjects.length > 0 ? (
        <>
          <h3>Average speeds</h3>
          <Field
            label="Ward"
            hint="Wards of other boundaries have other codes: their speeds are not joined to today’s."
          >
            {(ids) => (
              <select
                {...ids}
                className="control"
                value={code}
                onChange={(event) => setAsked(event.target.value)}
              >
                {subjects.map((subject) => (
                  <option key={subject.code} value={subject.code}>
                    {subject.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {speeds.map((trend) => (
            <Trend key={trend.id} trend={trend} />
          ))}
        </>
      ) : null}
      {comparison.trendLeftOut.length > 0 ? (
        <ul className="plain-list small soft">
          {comparison.trendLeftOut.map(({ fileName, why }) => (
            <li key={`${fileName} ${why}`} className="anywhere">
              Left out: {fileName}, {why}.
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const dated = explainedIn((date, place) => ({ kind: 'dated', date, place }));

function Trend({ trend }: { readonly trend: TrendView }) {
  return (
    <div className="trend">
      <h3 className="anywhere">{trend.title}</h3>
      <p className="small soft anywhere">{trend.definition}</p>
      {trend.change === '' ? (
        <PlainTable
          caption={`${trend.title} over time`}
          columns={[{ header: 'Date' }, { header: 'Value', numeric: true }]}
          rows={trend.points.map(({ date, dateText, value, text }) => ({
            key: date,
            cells: [dateText, value === null ? text : dated({ row: date, column: trend.id }, text)],
          }))}
        />
      ) : (
        <LinesOverTime
          caption={`${trend.title} over time`}
          showCaption={false}
          series={[
            {
              key: trend.id,
              label: trend.subject,
              token: trend.token,
              points: trend.points.map(({ date, value, low, high }) => ({
                date,
                value,
                ...(low === null || high === null ? {} : { low, high }),
              })),
            },
          ]}
          targets={trend.targets}
          format={(value) => trendNumber(value, trend.unit)}
          note={trend.change}
          number={dated}
          {...(trend.unit === '%' ? { top: 100 } : {})}
        />
      )}
      <p className="small soft anywhere">From {trend.files.join(', ')}.</p>
    </div>
  );
}
