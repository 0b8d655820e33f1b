import { type BothCounts, useChanges } from '../../stores/derived/before-after-text.ts';
import { explainedIn } from '../explained-in.tsx';

const explained = explainedIn((place, column) => ({ kind: 'use-change', column, place }));

/** The same difference among homes, businesses and public buildings, where a column tells them apart. */
export function ChangesByUse({ counts }: { readonly counts: BothCounts }) {
  const lines = useChanges(counts.comparison);
  if (lines.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="use-changes-title">
      <h2 id="use-changes-title">By use</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="table-scroller uses-scroller" aria-label="Table of changes by use" tabIndex={0}>
        <table className="uses">
          <caption className="unseen">Not-spots before and after by use</caption>
          <thead>
            <tr>
              <th scope="col">Use</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, use, before, after, difference }) => (
              <tr key={use}>
                <th scope="row">{use}</th>
                <td className="number">{explained({ row: key, column: 'before' }, before)}</td>
                <td className="number">{explained({ row: key, column: 'after' }, after)}</td>
                <td className="number">{explained({ row: key, column: 'difference' }, difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
