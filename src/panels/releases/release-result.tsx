import { useState } from 'react';
import { clearReleaseMarks, exportReleaseChanges, showReleaseMarks } from '../../actions/compare-releases.ts';
import type { ReleaseComparison } from '../../domain/releases/comparison.ts';
import { columnChoices, releaseText } from '../../stores/derived/release-text.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { useApp } from '../app-provider.tsx';
import { ReleaseTable } from './release-table.tsx';

export interface ReleaseResultProps {
  readonly comparison: ReleaseComparison;
  readonly onColumn: (column: string) => void;
}

/** What a comparison found: a sentence, its outcomes, tables by ward and street, and ways to take it along. */
export function ReleaseResult({ comparison, onColumn }: ReleaseResultProps) {
  const context = useApp();
  const [told, setTold] = useState('');
  const text = releaseText(comparison);
  const take = async (format: 'csv' | 'geojson'): Promise<void> => {
    setTold('Writing the file');
    const question = {
      before: comparison.before.contentId,
      after: comparison.after.contentId,
      column: comparison.column ?? undefined,
      format,
    };
    const outcome = await exportReleaseChanges(context, question, {});
    setTold('problem' in outcome ? outcome.problem : `Saved ${outcome.fileName}`);
  };
  return (
    <div className="stack release-result">
      <p className="release-headline anywhere" role="status">
        {text.headline}
      </p>
      {comparison.columns.length > 1 ? (
        <Field label="Column compared">
          {(ids) => (
            <select
              {...ids}
              className="control"
              value={comparison.column ?? ''}
              onChange={(event) => onColumn(event.target.value)}
            >
              {columnChoices(comparison).map(({ column, label }) => (
                <option key={column} value={column}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <dl className="outcomes">
        {text.outcomes.map(({ outcome, label, number }) => (
          <div key={outcome}>
            <dt>{label}</dt>
            <dd className="number">{number}</dd>
          </div>
        ))}
      </dl>
      <ul className="notes small soft">
        {text.notes.map((note) => (
          <li key={note} className="anywhere">
            {note}
          </li>
        ))}
      </ul>
      {comparison.wards.length > 0 ? (
        <Disclosure summary={`By ward (${comparison.wards.length})`} open>
          <ReleaseTable what="ward" places={comparison.wards} totals={comparison.totals} />
        </Disclosure>
      ) : null}
      {comparison.streetBasis ? (
        <Disclosure summary={`By ${comparison.streetBasis} (${comparison.streets.length})`}>
          <ReleaseTable
            what={comparison.streetBasis}
            places={comparison.streets}
            totals={comparison.totals}
          />
        </Disclosure>
      ) : null}
      <div className="row">
        {comparison.marks.length > 0 ? (
          <>
            <Button icon="target" onClick={() => showReleaseMarks(context, comparison)}>
              Mark them on the map
            </Button>
            <Button kind="quiet" onClick={() => clearReleaseMarks(context)}>
              Take the marks away
            </Button>
          </>
        ) : null}
        <Button icon="download" onClick={() => void take('csv')}>
          Download changes (CSV)
        </Button>
        <Button icon="download" onClick={() => void take('geojson')}>
          Download changes (GeoJSON)
        </Button>
      </div>
      <p className="small soft" role="status">
        {told}
      </p>
    </div>
  );
}
