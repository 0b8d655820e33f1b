import type { ReactNode } from 'react';
import {
  backgroundWords,
  hatchOfStep,
  type MapLegendEntry,
  mapLegend,
} from '../../stores/derived/map-legend.ts';
import { PatternSwatch } from '../../ui/pattern-swatch.tsx';
import { useAnalysis, useApp, useProject, useView } from '../app-provider.tsx';
import { ExplainedNumber } from '../explained-number.tsx';

/**
 * What the map's colours and patterns mean, and how many there are of each. `children` stand for what a topic adds: wards
 * are then ground, without their hatch.
 */
export function MapLegend({ children }: { readonly children?: ReactNode }) {
  const context = useApp();
  const project = useProject((state) => state.project);
  const analysis = useAnalysis((state) => state.analysis);
  const shownLayers = useView((state) => state.shownLayers);
  const showPremises = useView((state) => state.showPremises);
  const entries = mapLegend(project, analysis, { shownLayers, showPremises });
  const background = backgroundWords(project);
  return (
    <section className="panel-section" aria-labelledby="legend-title">
      <h2 id="legend-title">Map key</h2>
      {children}
      {GROUPS.map(({ group, title }) => {
        const mine = entries.filter((entry) => entry.group === group);
        if (mine.length === 0) return null;
        return (
          <div className="legend-group" key={group}>
            <h3>{title}</h3>
            <ul className="legend">
              {mine.map((entry) => (
                <li key={entry.id}>
                  <PatternSwatch
                    pattern={entry.pattern}
                    token={entry.token}
                    hatchPixels={children ? undefined : hatchOf(entry)}
                  />
                  <span className="anywhere">{entry.label}</span>
                  <span className="soft number legend-note">
                    {entry.asks && entry.note ? (
                      <ExplainedNumber asks={entry.asks} place="total">
                        {entry.note}
                      </ExplainedNumber>
                    ) : (
                      entry.note
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {background ? <p className="small soft anywhere legend-background">{background}</p> : null}
      <label className="check-line">
        <input
          type="checkbox"
          checked={showPremises}
          onChange={(event) => context.view.setState({ showPremises: event.target.checked })}
        />
        <span>Show single {analysis?.unit ?? 'premises'} from street zoom</span>
      </label>
    </section>
  );
}

const GROUPS: readonly { readonly group: MapLegendEntry['group']; readonly title: string }[] = [
  { group: 'wards', title: 'Wards: not-spots as a share' },
  { group: 'premises', title: 'Dots' },
  { group: 'coverage', title: 'Coverage shown' },
];

function hatchOf({ id }: MapLegendEntry): number | undefined {
  const step = /^wards ([1-5])$/.exec(id)?.[1];
  return step ? hatchOfStep(Number(step)) : undefined;
}
