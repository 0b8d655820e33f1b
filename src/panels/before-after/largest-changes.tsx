import { hoverWard, selectWard } from '../../actions/select-ward.ts';
import {
  changeTable,
  evenChanges,
  FIRST_SORT,
  largestChanges,
} from '../../stores/derived/before-after-table.ts';
import type { BothCounts } from '../../stores/derived/before-after-text.ts';
import { useApp, useView } from '../app-provider.tsx';
import { explainedIn } from '../explained-in.tsx';
import { ChangeBar } from './change-bar.tsx';

/** The wards whose count changed most, as text and bars before the map says it. */
export function LargestChanges({ counts }: { readonly counts: BothCounts }) {
  const context = useApp();
  const selected = useView((state) => state.wardCode);
  const { comparison } = counts;
  if (!comparison.ranksWards) return null;
  const lines = largestChanges(comparison, SHOWN);
  const { cell } = changeTable(comparison, FIRST_SORT);
  if (comparison.wardCodes.length === 0) return null;
  const even = evenChanges(comparison);
  const most = Math.max(1, ...lines.map(({ place }) => Math.abs(comparison.difference.mid[place])));
  return (
    <section className="panel-section" aria-labelledby="changes-title">
      <h2 id="changes-title">Largest changes</h2>
      {lines.length === 0 ? <p>No ward’s count differs between the two sides.</p> : null}
      <ol className="changes">
        {lines.map((line) => (
          <li key={line.key}>
            <button
              type="button"
              className="link worst-name anywhere"
              aria-pressed={line.code === selected}
              onClick={() => selectWard(context, line.code === selected ? null : line.code)}
              onFocus={() => hoverWard(context, line.code)}
              onBlur={() => hoverWard(context, null)}
            >
              {line.name}
            </button>
            <span className="change-number number">
              {explained({ row: line.key, column: 'difference' }, cell(line, 'difference').text)}
            </span>
            <ChangeBar share={comparison.difference.mid[line.place] / most} />
            <span className="small soft number">
              {explained({ row: line.key, column: 'before' }, cell(line, 'before').text)} →{' '}
              {explained({ row: line.key, column: 'after' }, cell(line, 'after').text)}
            </span>
          </li>
        ))}
      </ol>
      {even.length > 0 ? (
        <>
          <h3 id="even-changes">The same number, yet not the same</h3>
          <ul className="plain-list" aria-labelledby="even-changes">
            {even.slice(0, SHOWN).map(({ line, words }) => (
              <li key={line.key}>
                <button
                  type="button"
                  className="link anywhere"
                  aria-pressed={line.code === selected}
                  onClick={() => selectWard(context, line.code === selected ? null : line.code)}
                  onFocus={() => hoverWard(context, line.code)}
                  onBlur={() => hoverWard(context, null)}
                >
                  {line.name}
                </button>{' '}
                <span className="small soft number">{words}</span>
              </li>
            ))}
          </ul>
          {even.length > SHOWN ? (
            <p className="small soft">And {even.length - SHOWN} more, in the table below the map.</p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

const SHOWN = 5;

const explained = explainedIn((place, column) => ({ kind: 'change', column, place }));
