import { beforeAll, describe, expect, it } from 'vitest';
import {
  type PlannedExcavation,
  plannedExcavationsOf,
} from '../../../geodata/barriers/planned-excavations.ts';
import { listedBuildingsOf, protectedPlaceContents } from '../../../geodata/barriers/protected-places.ts';
import { type RoofAccess, roofAccessOf } from '../../../geodata/barriers/roof-access.ts';
import { type Borough, boroughOf, DEMO_PREMISES, DEMO_SEED } from '../../../geodata/borough.ts';
import { ringContains } from '../../../geodata/ground/position.ts';
import { zoneHolds } from '../../../geodata/plan/zones.ts';
import { type BoroughStreets, streetContents, streetsOf } from '../../../geodata/streets/street-files.ts';

let borough: Borough;
let streets: BoroughStreets;
let roofs: RoofAccess[];

beforeAll(() => {
  borough = boroughOf({ premises: DEMO_PREMISES, seed: DEMO_SEED });
  streets = streetsOf(borough, DEMO_SEED);
  roofs = roofAccessOf(borough, DEMO_SEED);
}, 60_000);

describe('access to roofs', () => {
  const shareOf = (all: readonly RoofAccess[], wayleave: RoofAccess['wayleave']) =>
    all.filter((one) => one.wayleave === wayleave).length / all.length;

  it('is willing, silent, refusing or not asked for, with a day wherever somebody was asked', () => {
    expect(new Set(roofs.map(({ wayleave }) => wayleave))).toEqual(
      new Set(['willing', 'silent', 'refusing', '']),
    );
    expect(roofs.filter(({ wayleave, asked }) => (wayleave === '') !== (asked === ''))).toEqual([]);
    expect(roofs.every(({ asked }) => asked === '' || /^2026-(0[1-9]|10)-\d\d$/.test(asked))).toBe(true);
    expect(new Set(roofs.map(({ kind }) => kind))).toEqual(
      new Set(['council building', 'lighting column', 'flats', 'works']),
    );
    for (const power of ['yes', 'no', ''] as const)
      expect(roofs.filter((one) => one.power === power).length, power).toBeGreaterThan(5);
    expect(roofs.length).toBeGreaterThan(100);
    expect(roofs.length).toBeLessThan(3000);
  });

  it('is hardest to get on the estates that the networks passed by, easiest from the council', () => {
    const estates = borough.plan.zones.filter(({ kind }) => kind === 'estate');
    const onEstates = roofs.filter(
      ({ kind, position }) => kind === 'flats' && estates.some((zone) => zoneHolds(zone, position)),
    );
    const ofCouncil = roofs.filter(({ owner }) => owner.endsWith('Borough Council'));
    expect(onEstates.length).toBeGreaterThan(20);
    expect(shareOf(onEstates, 'willing')).toBeLessThan(0.25);
    expect(shareOf(ofCouncil, 'willing')).toBeGreaterThan(0.5);
    expect(onEstates.every(({ owner }) => owner.endsWith(' Homes'))).toBe(true);
  });

  it('means roofs: each stands in a building, columns in none', () => {
    const outlines = borough.plan.buildings.map(({ outline }) => outline);
    const isIn = ({ position: [x, y] }: RoofAccess) =>
      outlines.some(
        (ring) =>
          Math.abs(ring[0][0] - x) < 120 && Math.abs(ring[0][1] - y) < 120 && ringContains(ring, [x, y]),
      );
    const isRoof = ({ kind }: RoofAccess) => kind !== 'lighting column';
    expect(roofs.filter(isRoof).filter((one) => !isIn(one)).length / roofs.length).toBeLessThan(0.02);
    expect(roofs.filter((one) => !isRoof(one) && isIn(one))).toEqual([]);
  });
});

describe('protected places', () => {
  it('are mostly in the old towns, and of grade II as in England', () => {
    const listed = listedBuildingsOf(borough, DEMO_SEED);
    const oldTowns = borough.plan.zones.filter(({ kind }) => kind === 'conservation area');
    const inOldTowns = listed.filter(({ position }) => oldTowns.some((zone) => zoneHolds(zone, position)));
    expect(listed.length).toBeGreaterThan(25);
    expect(inOldTowns.length / listed.length).toBeGreaterThan(0.5);
    // Of listed buildings in England about 92 in a hundred are grade II.
    const grades = listed.map(({ grade }) => grade);
    expect(grades.filter((grade) => grade === 'II').length / grades.length).toBeGreaterThan(0.8);
    const [, areas] = protectedPlaceContents(borough, DEMO_SEED).map((content) => content.make());
    expect(areas.rows.map(({ cells }) => cells[0])).toEqual(oldTowns.map(({ name }) => name));
  });
});

describe('planned excavations', () => {
  const protectedToday = () =>
    new Set(
      streets.restrictions.table.filter(({ kind }) => kind === 'section 58').map(({ street }) => street),
    );
  const planned = (seed: string): readonly PlannedExcavation[] =>
    plannedExcavationsOf(streets.plan.pieces, protectedToday(), seed);

  it('are dated, in order, in streets that are not protected, and some would share their trench', () => {
    const calendar = planned(DEMO_SEED);
    const ids = new Set(streets.plan.pieces.map(({ id }) => id));
    expect(calendar.length).toBeGreaterThan(25);
    expect(calendar.filter(({ street }) => !ids.has(street) || protectedToday().has(street))).toEqual([]);
    expect(calendar.map(({ from }) => from)).toEqual(calendar.map(({ from }) => from).toSorted());
    for (const { from, until } of calendar) {
      expect(from >= '2027-01-01' && until <= '2030-02-28').toBe(true);
      expect(from < until).toBe(true);
    }
    expect(new Set(calendar.map(({ shares }) => shares))).toEqual(new Set(['yes', 'no', '']));
    expect(planned(DEMO_SEED)).toEqual(calendar);
    expect(planned('other')).not.toEqual(calendar);
  });

  it('of the file avoid every street that its own files protect', () => {
    const [links, , , , calendar] = streetContents(borough, DEMO_SEED, streets).map((content) =>
      content.make(),
    );
    const until = links.columns.indexOf('section58_until');
    const closed = new Set([
      ...protectedToday(),
      ...links.rows.flatMap(({ cells }) => (/^\d/.test(cells[until]) ? [cells[0]] : [])),
    ]);
    expect(calendar.fileName).toBe('planned-excavations.csv');
    expect(calendar.rows.filter(({ cells }) => closed.has(cells[0]))).toEqual([]);
  });
});
