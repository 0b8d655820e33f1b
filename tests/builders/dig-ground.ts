import { type DigGround, digGround } from '../../src/domain/dig/dig-ground.ts';
import { lastOf } from './last-of.ts';
import { networkOf } from './street-networks.ts';

/** A cross of two streets, one closed until 2028, with two fibre points: 'A' at its west end, 'B' at its north end. */
export const CROSS = networkOf({
  nodes: [
    [0, 0],
    [100, 0],
    [200, 0],
    [100, 100],
  ],
  edges: [
    { ends: [0, 1], street: 'High Street', side: 'left' },
    { ends: [0, 1], street: 'High Street', side: 'right' },
    { ends: [1, 2], street: 'High Street' },
    { ends: [1, 3], street: 'Mill Lane', barriers: ['b1'] },
    { ends: [1, 3], kind: 'duct' },
  ],
  barriers: [
    {
      id: 'b1',
      kind: 'road-works restriction',
      place: 'Mill Lane',
      owner: 'Street authority',
      effect: { pounds: null, weeks: null, forbids: true },
      from: null,
      until: '2028-05-12',
      source: null,
    },
  ],
  fibre: { A: 0, B: 3 },
});

/** What lies around the middle of the cross. */
export function crossGround(): DigGround {
  const [lon, lat] = [CROSS.nodeLon[3], CROSS.nodeLat[3]];
  return lastOf(digGround(CROSS, { box: [lon - 1e-5, lat - 1e-5, lon + 1e-5, lat + 1e-5] }));
}
