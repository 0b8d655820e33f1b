import { openRooftopTopic } from '../../../actions/set-rooftops-view.ts';
import { radioLines } from '../../../stores/derived/radio-fields.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useApp, useProject } from '../../app-provider.tsx';

/** Everything besides the radio that the link is reckoned with, and the way to change it. */
export function ReckonedWith() {
  const context = useApp();
  const radio = useProject(({ project }) => project.radio);
  const device = useProject(({ project }) =>
    project.devices.find(({ id }) => id === project.radio?.deviceId),
  );
  if (!radio || !device) return null;
  return (
    <section className="panel-section" aria-labelledby="reckoned-with">
      <h2 id="reckoned-with">Reckoned with</h2>
      <dl className="link-facts">
        <div>
          <dt>Radio</dt>
          <dd>{device.name}</dd>
        </div>
        {radioLines(radio).map(({ label, value, isAssumed }) => (
          <div key={label}>
            <dt>
              {label} {isAssumed ? <Badge kind="assumed">assumed</Badge> : null}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button kind="quiet" onClick={() => openRooftopTopic(context, 'radios')}>
        Change any of these
      </Button>
    </section>
  );
}
