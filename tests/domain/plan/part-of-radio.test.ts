import { describe, expect, it } from 'vitest';
import { partOfRadio } from '../../../src/domain/plan/part-of-radio.ts';
import type { RadioDesign, RadioPlace } from '../../../src/domain/plan/radio-design.ts';
import { ROOF_BARRIER } from '../../builders/plans.ts';
import { roofAt } from '../../builders/small-plans.ts';

const SIZES = { takeUpPercent: 50, mostUnits: 10 };

const place = (id: string, rest: Partial<RadioPlace>): RadioPlace => ({
  ids: [id],
  units: 1,
  lon: -1,
  lat: 52,
  hub: 0,
  sector: 0,
  metres: 100,
  azimuthDegrees: 10,
  megabitsPerSecond: 1000,
  marginDecibels: 3,
  ...rest,
});

/** A with fibre carries B's link; C has its own trench. A point of 14 is shared by both sectors of A. */
const DESIGN: RadioDesign = {
  deviceId: 'radio',
  hubs: [
    {
      roof: roofAt(0, 0, { id: 'A' }),
      seaMetres: 20,
      backhaul: { kind: 'trench' },
      sectors: [
        { azimuthDegrees: 45, units: 10, clients: 5 },
        { azimuthDegrees: 135, units: 6, clients: 3 },
      ],
    },
    {
      roof: roofAt(9, 0, { id: 'B' }),
      seaMetres: 20,
      backhaul: { kind: 'link', to: 'A', metres: 300, megabitsPerSecond: 1000 },
      sectors: [{ azimuthDegrees: 45, units: 1, clients: 0.5 }],
    },
    {
      roof: roofAt(99, 0, { id: 'C' }),
      seaMetres: 20,
      backhaul: { kind: 'trench' },
      sectors: [{ azimuthDegrees: 45, units: 2, clients: 1 }],
    },
  ],
  served: [
    place('wide', { units: 14 }),
    place('small', { units: 2, sector: 1 }),
    place('indoors', { units: 5, metres: 0 }),
    place('b', { hub: 1 }),
    place('c', { hub: 2, units: 2 }),
  ],
  missed: [{ ...place('m', {}), reason: 'only a barred roof reaches it', behind: behindRoof() }],
  barriers: [ROOF_BARRIER, { ...ROOF_BARRIER, id: 'C/power', place: 'C' }],
  considered: 3,
  barred: 1,
  notes: ['Heights are of 2020.'],
};

function behindRoof() {
  return { roof: ROOF_BARRIER.place, roofName: 'Flats', barrier: ROOF_BARRIER.id };
}

const without = (...ids: readonly string[]) =>
  partOfRadio(DESIGN, { hub: () => true, place: (one) => !ids.includes(one.ids[0]) }, SIZES);

describe('partOfRadio', () => {
  it('keeps a hub that carries the link of another', () => {
    const part = without('wide', 'small', 'indoors');
    expect(part.hubs.map(({ roof }) => roof.id)).toEqual(['A', 'B', 'C']);
    expect(part.hubs[0].sectors.map(({ units }) => units)).toEqual([0, 0]);
    const alone = without('b', 'wide', 'small', 'indoors');
    expect(alone.hubs.map(({ roof }) => roof.id)).toEqual(['C']);
    expect(alone.served.map(({ hub }) => hub)).toEqual([0]);
  });

  it('gives back the room of those who go, shared points too, and none for who is joined indoors', () => {
    expect(without('indoors').hubs[0].sectors).toEqual(DESIGN.hubs[0].sectors);
    const part = without('wide');
    expect(part.hubs[0].sectors.map(({ units }) => units)).toEqual([0, 2]);
    expect(part.hubs[0].sectors.map(({ clients }) => clients)).toEqual([0, 1]);
  });

  it('says only what holds of those left', () => {
    const all = partOfRadio(DESIGN, { hub: () => true, place: () => true }, SIZES);
    expect(all.notes.join(' ')).toMatch(
      /5 premises in the hubs’ own buildings.*One point holds more.*One hub hangs/,
    );
    const part = without('indoors', 'b', 'wide');
    expect(part.notes).toEqual(['Heights are of 2020.']);
    expect(without('c').barriers).toEqual([ROOF_BARRIER]);
  });
});
