import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/domain/evaluation/evaluate-plan.ts';
import { overfullWords } from '../../../src/domain/evaluation/overfull-words.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { Hub } from '../../../src/domain/plan/radio-design.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { hubOn, judgedOver, placeAlong, radioTo, roofAlong } from '../../builders/judged-plans.ts';
import { lastOf } from '../../builders/last-of.ts';

const sector = (units: number) => ({ azimuthDegrees: 0, units, clients: (units * 40) / 100 });
const hub = (units: readonly number[], linkTo: string | null = null): Hub => ({
  ...hubOn(roofAlong(1), linkTo),
  sectors: units.map(sector),
});
const place = (units: number, at = 0) => ({ hub: 0, sector: at, units, metres: 90, megabitsPerSecond: 500 });
const SIZED = { clientsPerSector: 15, unit: 'premises' } as const;
const GATHERED = { mid: 40, high: 50 };

describe('the high end of a take-up', () => {
  it('is said to overfill the sectors that it does, and by how many', () => {
    const design = { hubs: [hub([37, 30])], served: [place(37), place(30, 1)] };
    // 37 × 50 % = 18.5 clients of 15; 30 × 50 % = 15 just fit.
    expect(overfullWords(design, { ...SIZED, takeUp: GATHERED })).toBe(
      'Hubs are sized for the middle take-up (40 %): at its high end (50 %) 1 of 2 sectors would have more clients than the 15 that the radio holds, by 4 premises together.',
    );
  });

  it('is nothing to speak of where it is the middle, or all fit', () => {
    const design = { hubs: [hub([30])], served: [place(30)] };
    expect(overfullWords(design, { ...SIZED, takeUp: { mid: 60, high: 60 } })).toBeNull();
    expect(overfullWords(design, { ...SIZED, takeUp: GATHERED })).toBeNull();
  });

  it('counts no one in a sector who takes the fibre of another design', () => {
    expect(
      overfullWords({ hubs: [hub([37])], served: [place(20)] }, { ...SIZED, takeUp: GATHERED }),
    ).toBeNull();
  });

  it('is said to leave less than is usable behind the links that it does', () => {
    // 1,800 Mbit/s for 125 × 40 % = 50 clients is 36 each, for 62.5 it is 28.8.
    const design = { hubs: [hub([125], 'x')], served: [place(125)] };
    expect(overfullWords(design, { ...SIZED, clientsPerSector: 99, takeUp: GATHERED })).toBe(
      'Hubs are sized for the middle take-up (40 %): at its high end (50 %) 1 of 1 backhaul link would leave each less than 30 Mbit/s when all draw at once, the least 28.',
    );
  });

  it('stands beside the range of who takes the service, and in the notes of the design', () => {
    const most = GENERIC_DEVICES[0].clientsPerSector.value;
    const units = Math.floor((most * 100) / 45);
    const one = placeAlong(1, { units });
    const radio = radioTo(
      [{ ...hubOn(roofAlong(1)), sectors: [{ azimuthDegrees: 0, units, clients: most }] }],
      [{ place: one, hub: 0, megabits: 500 }],
    );
    const input = judgedOver([one], [{ kind: 'rooftop radio', trench: null, radio }], {
      levers: [leverFrom('demand aggregation', null)],
      question: { takeUpPercent: 40 },
    });
    const { chosen } = lastOf(evaluatePlan(input));
    const said = chosen.notes.filter((note) => note.startsWith('Hubs are sized for the middle take-up'));
    expect(said).toHaveLength(1);
    expect(chosen.lines.find(({ key }) => key === 'connected')?.figure?.definition).toContain(said[0]);
  });
});
