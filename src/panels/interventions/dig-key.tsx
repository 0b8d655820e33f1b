import './interventions.css';
import { useStore } from 'zustand';
import { openedDesign, shownResult } from '../../actions/find-design.ts';
import { shownGround } from '../../actions/find-dig-ground.ts';
import { STREET_LOOKS, STREET_STATES } from '../../stores/derived/dig-looks.ts';
import { routeKey } from '../../stores/derived/route-key.ts';
import { streetStates } from '../../stores/derived/street-states.ts';
import { useApp, useProject, useView } from '../app-provider.tsx';
import { LookSwatch } from '../rooftops/look-swatch.tsx';
import { RouteSwatch } from './route-swatch.tsx';

/** In the map's corner, on the Interventions page: what its lines and signs mean. The panel says the same. */
export function DigKey() {
  const context = useApp();
  useView((state) => state.interventions.designId);
  useProject((state) => state.project.designs);
  useStore(context.digs);
  useStore(context.studies['dig-ground']);
  const design = openedDesign(context);
  const shown = design && shownResult(context, design);
  if (!design || !shown) return null;
  const ground = shownGround(context);
  const standing = ground ? streetStates(design.question, ground.streets, ground.barriers) : null;
  const states = new Set(standing?.values());
  return (
    <div className="dot-key ward-key dig-key" aria-hidden="true">
      <p>
        <strong>The route by what is dug</strong>
      </p>
      <ol>
        {routeKey(shown.result).map(({ name, look, note }) => (
          <li key={name}>
            <RouteSwatch look={look} />
            <span>{look.label}</span>
            <span className="soft number">{note}</span>
          </li>
        ))}
        {STREET_STATES.filter((state) => states.has(state)).map((state) => (
          <li key={state}>
            <LookSwatch look={STREET_LOOKS[state]} />
            <span>{STREET_LOOKS[state].label}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
