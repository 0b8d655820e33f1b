import { tableUses } from '../../stores/derived/table-uses.ts';
import { useAnalysis, useApp, useView } from '../app-provider.tsx';

/** Whom the ward table counts: every premises, or those of one use, where a column tells uses apart. */
export function TableUseSelect() {
  const context = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const chosen = useView((state) => state.tableUse);
  const choices = analysis ? tableUses(analysis) : [];
  if (!analysis || choices.length === 0) return null;
  const known = choices.some(({ key }) => key === chosen);
  return (
    <label className="small drawer-use">
      <span>Count</span>
      <select
        className="control"
        value={known ? (chosen ?? '') : ''}
        onChange={(event) => context.view.setState({ tableUse: event.target.value || null })}
      >
        <option value="">all {analysis.unit}</option>
        {choices.map(({ key, label }) => (
          <option key={key} value={key}>
            {label.toLowerCase()}
          </option>
        ))}
      </select>
    </label>
  );
}
