import './rooftops.css';
import { useStore } from 'zustand';
import { shownReach } from '../../actions/find-reach.ts';
import { shownLinks } from '../../actions/shown-links.ts';
import { reachKey } from '../../stores/derived/reach-key.ts';
import { reachSummary } from '../../stores/derived/reach-summary.ts';
import { LINK_LOOKS, LINK_STATES, SITE_LOOK } from '../../stores/derived/rooftop-looks.ts';
import { PatternSwatch } from '../../ui/pattern-swatch.tsx';
import { useApp, useProject, useView } from '../app-provider.tsx';
import { LookSwatch } from './look-swatch.tsx';

/** In the map's corner, on the Rooftops page: what its shapes, lines and washes mean. The panel says the same. */
export function RooftopsKey() {
  const context = useApp();
  useView((state) => state.rooftops);
  useProject((state) => state.project);
  useStore(context.studies.reach);
  useStore(context.studies.link);
  useStore(context.studies.sees);
  const reach = shownReach(context);
  const states = new Set(shownLinks(context).lines.map((line) => line.state));
  if (!reach && states.size === 0) return null;
  return (
    <div className="dot-key ward-key rooftops-key" aria-hidden="true">
      {reach ? (
        <>
          <p>
            <strong>Seen from the roof</strong>
          </p>
          <ol>
            {reachKey(reach).views.map(({ name, label, note, pattern, token }) => (
              <li key={name}>
                <PatternSwatch pattern={pattern} token={token} />
                <span>{label}</span>
                <span className="soft number">{note}</span>
              </li>
            ))}
          </ol>
          <ol className="rooftops-key-signs">
            {reachSummary(reach).qualities.map(({ quality, look, label }) => (
              <li key={quality}>
                <LookSwatch look={look} />
                <span>{label}</span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <ol>
          {LINK_STATES.filter((one) => states.has(one)).map((one) => (
            <li key={one}>
              <svg width="36" height="12" viewBox="0 0 36 12" aria-hidden="true" focusable="false">
                <path
                  d="M1 6h34"
                  fill="none"
                  style={{ stroke: `var(${LINK_LOOKS[one].token})`, strokeWidth: 4 }}
                  strokeDasharray={LINK_LOOKS[one].dashes.map((dash) => dash * 4).join(' ') || undefined}
                />
              </svg>
              <span>{LINK_LOOKS[one].label}</span>
            </li>
          ))}
          <li>
            <LookSwatch look={SITE_LOOK} />
            <span>Rooftop site</span>
          </li>
        </ol>
      )}
    </div>
  );
}
