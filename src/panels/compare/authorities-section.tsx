import { useState } from 'react';
import type { Comparison } from '../../domain/compare/comparison.ts';
import {
  type AuthoritiesView,
  authoritiesView,
  points,
  tableChoices,
} from '../../stores/derived/compare-authorities.ts';
import { Distribution } from '../../ui/charts/distribution.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { explainedIn } from '../explained-in.tsx';
import { SourceLine } from '../source-line.tsx';
import { BesideBlock } from './beside-block.tsx';
import { PlainTable } from './plain-table.tsx';

/** The authority among those of a published table. */
export function AuthoritiesSection({ comparison }: { readonly comparison: Comparison }) {
  const [tableId, setTableId] = useState<string | null>(null);
  const choices = tableChoices(comparison.published);
  const view = authoritiesView(comparison, tableId);
  return (
    <section className="panel-section stack" aria-labelledby="authorities-title">
      <h2 id="authorities-title">Against other authorities</h2>
      {view ? (
        <>
          {choices.length > 1 ? (
            <Field label="Published table">
              {(ids) => (
                <select
                  {...ids}
                  className="control"
                  value={view.tableId}
                  onChange={(event) => setTableId(event.target.value)}
                >
                  {choices.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : (
            <p className="small soft">{choices[0]?.label}</p>
          )}
          <Standing view={view} hasAuthority={comparison.authority !== null} />
        </>
      ) : (
        <NoTable />
      )}
    </section>
  );
}

function Standing({
  view,
  hasAuthority,
}: {
  readonly view: AuthoritiesView;
  readonly hasAuthority: boolean;
}) {
  const shares = explainedIn((place) => ({ kind: 'published', table: view.tableId, place }));
  return (
    <>
      <p className="compare-standing">
        {view.standing ??
          (hasAuthority
            ? 'The table has no share of this authority: its code may be of another vintage.'
            : 'Choose the authority above to see its place.')}
      </p>
      <Distribution
        caption={`Authorities by share of ${view.what}`}
        showCaption={false}
        values={view.values}
        at={view.code}
        many="authorities"
        valueHeader={view.of === 'premises' ? 'share of premises' : 'share of the land'}
        format={points}
        number={shares}
      />
      <p className="small">{view.spread}</p>
      {view.peers.length > 0 ? (
        <Disclosure className="small" summary="Nearest by share">
          <PlainTable
            caption="Authorities with the nearest shares"
            columns={[{ header: 'Authority' }, { header: 'Share', numeric: true }]}
            rows={view.peers.map(({ code, name, share }) => ({
              key: code,
              cells: [name, shares({ row: code, column: 'value' }, share)],
            }))}
          />
        </Disclosure>
      ) : null}
      {view.groups.length > 0 ? (
        <Disclosure className="small" summary="By nation, and London’s boroughs">
          <PlainTable
            caption="Shares by nation"
            columns={[
              { header: 'Group' },
              { header: 'Authorities', numeric: true },
              { header: 'Median', numeric: true },
              { header: 'Lowest', numeric: true },
              { header: 'Highest', numeric: true },
              { header: 'Its place', numeric: true },
            ]}
            rows={view.groups.map((group) => ({
              key: group.group,
              cells: [group.group, group.of, group.median, group.lowest, group.highest, group.place],
            }))}
          />
          <p>Codes tell the nation and London; which English region an authority is in, they do not.</p>
        </Disclosure>
      ) : null}
      <p className="small">{view.wider}</p>
      {view.notes.map(({ text, items }) =>
        items.length === 0 ? (
          <Notice key={text}>
            <p className="small">{text}</p>
          </Notice>
        ) : (
          <Disclosure key={text} className="small" summary={text}>
            <ul className="plain-list">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Disclosure>
        ),
      )}
      {view.of === 'land' ? (
        <p className="small soft">A share of the land is never set beside a count of premises.</p>
      ) : null}
      {view.beside && view.besideOf ? (
        <BesideBlock beside={view.beside} what={view.what} of={view.besideOf} />
      ) : null}
      <p className="small soft anywhere">
        Source: <SourceLine source={view.source} />
      </p>
    </>
  );
}

function NoTable() {
  return (
    <div className="stack">
      <p>Drop in a table of shares by authority to see where yours stands.</p>
      <ul className="plain-list small">
        <li>
          Ofcom publishes one with each Connected Nations report, under “data downloads”: the fixed coverage
          file by local authority, such as <code>202601_fixed_laua_coverage_r1.csv</code>, and the mobile one.
        </li>
        <li>
          The Office for National Statistics keeps earlier ones in its subnational indicators: “gigabit
          capable premises”.
        </li>
        <li>
          Any table will do that has a column of authority codes (E06…, E07…, E08…, E09…, W06…, S12…, N09…)
          and a column of percentages whose name says of what.
        </li>
      </ul>
    </div>
  );
}
