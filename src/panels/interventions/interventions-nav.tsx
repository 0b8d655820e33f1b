import { openInterventionTopic } from '../../actions/set-interventions-view.ts';
import { useApp, useView } from '../app-provider.tsx';
import { INTERVENTION_SURFACES } from './topics.tsx';

/** The topics of the Interventions page. Buttons, because a link would have to carry the whole view in its address. */
export function InterventionsNav() {
  const context = useApp();
  const topic = useView((state) => state.interventions.topic);
  return (
    <nav className="topics topics-many" aria-label="Views of the interventions">
      <ul>
        {INTERVENTION_SURFACES.map((one) => (
          <li key={one.topic}>
            <button
              type="button"
              aria-current={one.topic === topic ? 'page' : undefined}
              onClick={() => openInterventionTopic(context, one.topic)}
            >
              {one.label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
