import type { ReactNode } from 'react';
import { chooseDevice } from '../../actions/choose-device.ts';
import { goTo } from '../../actions/set-view.ts';
import { linkNeeds, offeredDevices } from '../../stores/derived/link-needs.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { DemoHeights } from './demo-heights.tsx';

export interface LinkNeedsProps {
  /** Whether premises are needed, too. */
  readonly withPremises: boolean;
  /** What stands where nothing is lacking. */
  readonly children: ReactNode;
}

/** What is lacking before links can be reckoned, one thing at a time, each with what to do; else its children. */
export function LinkNeeds({ withPremises, children }: LinkNeedsProps) {
  const [need] = useProject(({ project }) => linkNeeds(project, withPremises).join(' ')).split(' ');
  if (need === 'heights') return <HeightsNeeded />;
  if (need === 'radio') return <RadioNeeded />;
  if (need === 'premises') return <PremisesNeeded />;
  return children;
}

function HeightsNeeded() {
  const context = useApp();
  return (
    <section className="headline" aria-labelledby="needs-heights">
      <h2 id="needs-heights" className="missing-title">
        Heights are needed
      </h2>
      <p>
        Whether a roof sees a premises depends on what stands between. Load a surface model (DSM) as GeoTIFF
        or ASCII grid, or a ground model (DTM) with building footprints that have heights.
      </p>
      <DemoHeights />
      <Button onClick={() => goTo(context, 'data')}>Load heights on the Data page</Button>
    </section>
  );
}

function RadioNeeded() {
  const context = useApp();
  const devices = useProject(({ project }) => project.devices);
  return (
    <section className="headline" aria-labelledby="needs-radio">
      <h2 id="needs-radio" className="missing-title">
        Choose a radio
      </h2>
      <p>
        How far a link carries depends on it. These are of no maker: what is assumed of each is said, and
        every figure can be changed under Radios.
      </p>
      <ul className="offered">
        {offeredDevices({ devices }).map(({ device, facts, assumed }) => (
          <li key={device.id}>
            <span className="offered-name anywhere">{device.name}</span>
            <span className="small soft">{facts}</span>
            {assumed ? (
              <span className="small soft">
                <Badge kind="assumed">assumed</Badge> {assumed}
              </span>
            ) : null}
            <Button onClick={() => chooseDevice(context, device)}>
              Use this radio<span className="unseen">: {device.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PremisesNeeded() {
  const context = useApp();
  return (
    <section className="headline" aria-labelledby="needs-premises">
      <h2 id="needs-premises" className="missing-title">
        Premises are needed
      </h2>
      <p>Load premises or postcodes to see which of them a roof would serve.</p>
      <Button onClick={() => goTo(context, 'data')}>Load premises on the Data page</Button>
    </section>
  );
}
