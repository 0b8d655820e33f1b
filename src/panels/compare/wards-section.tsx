import { setCompareMeasure } from '../../actions/compare-areas.ts';
import { selectWard } from '../../actions/select-ward.ts';
import type { Comparison } from '../../domain/compare/comparison.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import {
  type CompareLine,
  compareMeasures,
  compareWardsView,
  sortedCompareLines,
} from '../../stores/derived/compare-wards.ts';
import { Field } from '../../ui/field.tsx';
import { useApp, useProject, useView } from '../app-provider.tsx';

/** The wards with each other and with everything counted, by a column that the person picks. */
export function WardsSection({
  analysis,
  comparison,
}: {
  readonly analysis: Analysis;
  readonly comparison: Comparison | null;
}) {
  const context = useApp();
  const layers = useProject((state) => state.project.layers);
  const asked = useView((state) => state.compare.measure);
  const selected = useView((state) => state.wardCode);
  if (analysis.wardCodes.length === 0)
    return (
      <section className="panel-section" aria-labelledby="ward-against-ward">
        <h2 id="ward-against-ward">Ward against ward</h2>
        <p className="soft">Drop in a file of ward boundaries to compare wards.</p>
      </section>
    );
  const view = compareWardsView(analysis, layers, asked, comparison?.need ?? null);
  const worst = view.notRanked
    ? []
    : sortedCompareLines(view.lines, { column: 'rank', descending: false }).slice(0, SHOWN);
  const own = view.lines.find(({ key }) => key === selected);
  const shown = own && !worst.includes(own) ? [...worst, own] : worst;
  return (
    <section className="panel-section stack" aria-labelledby="ward-against-ward">
      <h2 id="ward-against-ward">Ward against ward</h2>
      <Field label="Compare by">
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={view.measure.key}
            onChange={(event) => setCompareMeasure(context, event.target.value)}
          >
            {compareMeasures(analysis, layers).map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="small">
        {view.wholeWords} {view.notRanked ?? `${view.rankMeaning}.`} {view.bandWords}
      </p>
      <ul className="compare-wards">
        {shown.map((line) => (
          <WardItem
            key={line.key}
            line={line}
            isSelected={line.key === selected}
            onSelect={() => selectWard(context, line.key === selected ? null : line.key)}
          />
        ))}
      </ul>
      <p className="small soft">Every ward stands in the table “Wards compared”.</p>
    </section>
  );
}

const SHOWN = 5;

function WardItem({
  line,
  isSelected,
  onSelect,
}: {
  readonly line: CompareLine;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}) {
  return (
    <li className={isSelected ? 'is-selected' : undefined}>
      <span className="compare-rank number">{line.rank}</span>
      <span>
        <button type="button" className="link anywhere" aria-pressed={isSelected} onClick={onSelect}>
          {line.name}
        </button>
        <span className="small soft">
          {' '}
          <span className="number">{line.share}</span>
          {line.shareBand ? <span className="number"> ({line.shareBand})</span> : null}:{' '}
          <span className="number">{line.outOf}</span>, <span className="number">{line.difference}</span>{' '}
          percentage points
          {line.rankRange ? (
            <>
              , rank <span className="number">{line.rankRange}</span>
            </>
          ) : null}
        </span>
      </span>
    </li>
  );
}
