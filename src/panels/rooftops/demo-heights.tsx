import { DEMO_HEIGHTS_WORDS, openDemoHeights } from '../../actions/open-demo-heights.ts';
import { DemoPackButton } from '../demo-pack-button.tsx';

const LACKING = ['heights'] as const;

/** Offers to fetch the demo borough's heights; nothing over files of one's own, or where heights are loaded. */
export function DemoHeights() {
  return (
    <DemoPackButton lacking={LACKING} name="heights" words={DEMO_HEIGHTS_WORDS} open={openDemoHeights} />
  );
}
