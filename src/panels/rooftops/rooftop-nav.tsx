import { openRooftopTopic } from '../../actions/set-rooftops-view.ts';
import { useApp, useView } from '../app-provider.tsx';
import { ROOFTOP_SURFACES } from './topics.tsx';

/** The topics of the Rooftops page. Buttons, because a link would have to carry the whole view in its address. */
export function RooftopNav() {
  const context = useApp();
  const topic = useView((state) => state.rooftops.topic);
  return (
    <nav className="topics" aria-label="Views of the rooftops">
      <ul>
        {ROOFTOP_SURFACES.map((one) => (
          <li key={one.topic}>
            <button
              type="button"
              aria-current={one.topic === topic ? 'page' : undefined}
              onClick={() => openRooftopTopic(context, one.topic)}
            >
              {one.label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
