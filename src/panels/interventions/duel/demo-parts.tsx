import { DEMO_PARTS_WORDS, openDemoParts } from '../../../actions/open-demo-parts.ts';
import { DemoPackButton } from '../../demo-pack-button.tsx';

const LACKING = ['heights', 'streets'] as const;

/** Offers to fetch all that a duel needs of the demo borough; nothing over files of one's own, or where all is there. */
export function DemoParts() {
  return <DemoPackButton lacking={LACKING} name="parts" words={DEMO_PARTS_WORDS} open={openDemoParts} />;
}
