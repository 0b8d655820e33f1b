import type { DigTold } from '../../src/formats/dig-told.ts';

/** What files of a dig say of a work in a test. */
export const DIG_TOLD: DigTold = {
  projectName: 'Testborough',
  fictional: false,
  sources: 'Streets, 2026',
  madeOn: '2026-11-27',
  remark: '',
  fingerprints: { inputs: 'a1', project: 'b2' },
};
