import type { DigResult } from '../../../domain/dig/dig-design.ts';
import { DIG_PLACE_LOOKS, STREET_LOOKS, STREET_STATES } from '../../../stores/derived/dig-looks.ts';
import { routeKey } from '../../../stores/derived/route-key.ts';
import { LookSwatch } from '../../rooftops/look-swatch.tsx';
import { RouteSwatch } from '../route-swatch.tsx';

/** What the map's lines, bands and signs mean. */
export function DigLegend({ result }: { readonly result: DigResult }) {
  return (
    <section className="panel-section screen-only" aria-labelledby="dig-key">
      <h2 id="dig-key">Map key</h2>
      <ul className="legend">
        {routeKey(result).map(({ name, look, note }) => (
          <li key={name}>
            <RouteSwatch look={look} />
            <span>{look.label}</span>
            <span className="soft number legend-note">{note}</span>
          </li>
        ))}
        {STREET_STATES.map((state) => (
          <li key={state}>
            <LookSwatch look={STREET_LOOKS[state]} />
            <span>Band and sign: {STREET_LOOKS[state].label.toLowerCase()}</span>
          </li>
        ))}
        {(['root-used', 'root', 'missed'] as const).map((name) => (
          <li key={name}>
            <LookSwatch look={DIG_PLACE_LOOKS[name]} />
            <span>{DIG_PLACE_LOOKS[name].label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
