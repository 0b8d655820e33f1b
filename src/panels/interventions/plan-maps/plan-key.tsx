import './plan-maps.css';
import { useStore } from 'zustand';
import { shownPlanKey } from '../../../actions/shown-plan-key.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { LookSwatch } from '../../rooftops/look-swatch.tsx';
import { RouteSwatch } from '../route-swatch.tsx';

/** In the map's corner: what shapes, signs and lines of a plan mean, and how many premises there are of each. */
export function PlanKey() {
  const context = useApp();
  // What is pointed at changes nothing here.
  useView(({ interventions: { topic, planId, sides, compared } }) =>
    [topic, planId, sides.left, sides.right, ...compared].join(),
  );
  useProject((state) => state.project);
  useStore(context.plans);
  useStore(context.studies.crossover);
  useStore(context.studies['compare-plans']);
  useStore(context.studies['roof-ranking']);
  const key = shownPlanKey(context);
  if (!key) return null;
  return (
    <details className="dot-key plan-key">
      <summary>
        <span className="plan-key-title">Map key</span>
        {key.earlier ? <strong>{key.earlier}</strong> : null}
        {key.brief.map((look) => (
          <span className="plan-key-brief" key={look.label}>
            <LookSwatch look={look} scale={0.8} /> {look.label}
          </span>
        ))}
      </summary>
      <div className="plan-key-parts">
        {key.groups.map(({ title, entries }) => (
          <section key={title}>
            <p>
              <strong>{title}</strong>
            </p>
            <ul>
              {entries.map(({ id, label, note, swatch }) => (
                <li key={id}>
                  {swatch.kind === 'look' ? (
                    <LookSwatch look={swatch.look} scale={swatch.size} opacity={swatch.opacity} />
                  ) : (
                    <RouteSwatch look={swatch.look} />
                  )}
                  <span>{label}</span>
                  <span className="soft number">{note}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}
