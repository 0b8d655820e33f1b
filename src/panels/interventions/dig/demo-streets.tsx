import { DEMO_STREETS_WORDS, openDemoStreets } from '../../../actions/open-demo-streets.ts';
import { DemoPackButton } from '../../demo-pack-button.tsx';

const LACKING = ['streets'] as const;

/** Offers to fetch the demo borough's streets; nothing over files of one's own, or where streets are loaded. */
export function DemoStreets() {
  return (
    <DemoPackButton lacking={LACKING} name="streets" words={DEMO_STREETS_WORDS} open={openDemoStreets} />
  );
}
