import { dotWords, hasExpectedDots, mapLegend } from '../../stores/derived/map-legend.ts';
import { useAnalysis, useProject, useView } from '../app-provider.tsx';

/** At the map's foot, while single dots are drawn: what a dot stands for and what its looks mean. */
export function DotKey() {
  const project = useProject((state) => state.project);
  const analysis = useAnalysis((state) => state.analysis);
  const showPremises = useView((state) => state.showPremises);
  if (!analysis || !showPremises) return null;
  const expected = hasExpectedDots(analysis);
  const dots = mapLegend(project, analysis, { shownLayers: [], showPremises }).filter(
    (entry) => entry.group === 'premises' && (!expected || entry.id === 'premises not-known'),
  );
  return (
    <div className="dot-key" aria-hidden="true">
      <p>{dotWords(analysis)}</p>
      <ul>
        {expected ? (
          <li>
            chance of a not-spot: 0 % <span className="dot-key-ramp" /> 100 %
          </li>
        ) : null}
        {dots.map((entry) => (
          <li key={entry.id}>
            <span className={`dot-key-dot ${entry.id.replace('premises ', 'is-')}`} />
            {entry.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
