import { goTo } from '../../actions/set-view.ts';
import { premisesKey } from '../../stores/derived/find-premises-key.ts';
import { Button } from '../../ui/button.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { FindBox } from '../find/find-box.tsx';

/** No premises is chosen: what the page does, and the ways to choose one. */
export function ChoosePremises() {
  const context = useApp();
  const hasPremises = useProject(({ project }) => premisesKey(project) !== null);
  if (!hasPremises)
    return (
      <section className="headline" aria-labelledby="choose-title">
        <h2 id="choose-title">No premises are loaded</h2>
        <p>Drop in premises or postcodes first. Then this page says what each of them can get.</p>
        <Button icon="file" onClick={() => goTo(context, 'data')}>
          Go to the data
        </Button>
      </section>
    );
  return (
    <section className="headline choose-premises" aria-labelledby="choose-title">
      <h2 id="choose-title">What can one place get?</h2>
      <FindBox
        label="Postcode, address, UPRN or place"
        hint="Such as M15 4AB, 12 High Street, 100023336956, SJ 828 964 or 53.46, -2.26. A UPRN is the number that each property has. It is looked up in the loaded files; nothing is sent."
      />
      <p>
        Or choose a dot on the map. Zoom in until each premises has its own dot, then click one, or put the
        cross on it and press Enter.
      </p>
    </section>
  );
}
