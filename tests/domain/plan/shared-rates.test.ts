import { expect, it } from 'vitest';
import { leastShares, type SharedDesign, sharedRates } from '../../../src/domain/plan/shared-rates.ts';

const sector = (units: number, clients: number) => ({ azimuthDegrees: 0, units, clients });
const place = (hub: number, units: number, rest = {}) => ({
  hub,
  sector: 0,
  units,
  metres: 50,
  megabitsPerSecond: 645,
  ...rest,
});

it('is a share of the sector’s time and of the backhaul link, who is cabled drawing on the link too', () => {
  const design: SharedDesign = {
    hubs: [
      { backhaul: { kind: 'trench' }, sectors: [sector(10, 4), sector(2, 0.8)] },
      { backhaul: { kind: 'link', to: 'a', metres: 100, megabitsPerSecond: 645 }, sectors: [sector(50, 20)] },
      { backhaul: { kind: 'trench' }, sectors: [] },
    ],
    served: [
      place(0, 10, { megabitsPerSecond: 1000 }),
      place(0, 2, { sector: 1 }),
      place(1, 50),
      place(1, 50, { metres: 0 }),
    ],
  };
  // 40 % take it: 100 units on the link are 40 clients.
  expect([...sharedRates(design)]).toEqual([250, 645, 645 / 40, 645 / 40]);
  expect(leastShares(design)).toEqual([250, 645 / 40, null]);
});

it('is never more than one alone gets', () => {
  const alone: SharedDesign = {
    hubs: [{ backhaul: { kind: 'trench' }, sectors: [sector(1, 0.4)] }],
    served: [place(0, 1), place(0, 3, { metres: 0 })],
  };
  expect([...sharedRates(alone)]).toEqual([645, 645]);
});
