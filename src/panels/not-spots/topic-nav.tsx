import { openTopic } from '../../actions/set-view.ts';
import type { Topic } from '../../stores/view-store.ts';
import { useApp, useView } from '../app-provider.tsx';
import { OTHER_TOPICS } from './topics.tsx';

/** The topics of the Not-spots page. Buttons, because a link would have to carry the whole view in its address. */
export function TopicNav() {
  const context = useApp();
  const topic = useView((state) => state.topic);
  return (
    <nav className="topics" aria-label="Views of the not-spots">
      <ul>
        {TOPIC_LABELS.map(([one, label]) => (
          <li key={one}>
            <button
              type="button"
              aria-current={one === topic ? 'page' : undefined}
              onClick={() => openTopic(context, one)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const TOPIC_LABELS: readonly (readonly [Topic, string])[] = [
  ['wards', 'Wards'],
  ...OTHER_TOPICS.map(({ topic, label }) => [topic, label] as const),
];
