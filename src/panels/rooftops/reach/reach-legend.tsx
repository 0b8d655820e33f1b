import type { ReachAnswer } from '../../../domain/radio/reach-answer.ts';
import { reachKey } from '../../../stores/derived/reach-key.ts';
import { SITE_LOOK } from '../../../stores/derived/rooftop-looks.ts';
import { PatternSwatch } from '../../../ui/pattern-swatch.tsx';
import { LookSwatch } from '../look-swatch.tsx';

/** What the map's picture and marks mean. */
export function ReachLegend({ reach }: { readonly reach: ReachAnswer }) {
  const key = reachKey(reach);
  return (
    <section className="panel-section" aria-labelledby="reach-key">
      <h2 id="reach-key">Map key</h2>
      <ul className="legend">
        {key.views.map(({ name, label, note, pattern, token }) => (
          <li key={name}>
            <PatternSwatch pattern={pattern} token={token} />
            <span>{label}</span>
            <span className="soft number legend-note">{note}</span>
          </li>
        ))}
        <li>
          <LookSwatch look={SITE_LOOK} />
          <span>Rooftop site</span>
        </li>
        <li>
          <LookSwatch look={key.newlyLook} isNew />
          <span>Warm ring: a not-spot that would be served</span>
        </li>
      </ul>
      <p className="small soft">{key.says}</p>
    </section>
  );
}
