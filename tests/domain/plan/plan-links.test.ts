import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLinks, sectorTiltDegrees } from '../../../src/domain/plan/plan-links.ts';
import { anyRadio } from '../../builders/plan-arbitrary.ts';
import { FULL_RADIO, hubRoof } from '../../builders/plans.ts';

const [first, second] = FULL_RADIO.hubs;
const [place] = FULL_RADIO.served;

describe('the links of a radio design', () => {
  it('are those between hubs, then one for each place served, with both ends', () => {
    const links = planLinks(FULL_RADIO, 4 / 3);
    expect(links.map(({ kind }) => kind)).toEqual(['backhaul', 'to premises']);
    expect(links[0]).toMatchObject({ from: { name: 'Building 4' }, to: { name: 'Library' }, units: null });
    expect(links[1]).toMatchObject({
      from: { name: 'Library', azimuthDegrees: 151.25, seaMetres: 71.5 },
      to: { ids: ['7'], azimuthDegrees: 331.25, seaMetres: null, tiltDegrees: null },
      sector: 0,
      units: 2,
    });
    expect(links[1].from.tiltDegrees).toBeNull();
  });

  it('look down from what is high, up from what is low, and both a little down over a round earth', () => {
    // 100 m below at 1,000 m: atan(0.1), and 1000² ÷ (2 × 4/3 × 6,371,008.8) = 0.059 m for the earth.
    const [, link] = planLinks(
      { ...FULL_RADIO, served: [{ ...place, metres: 1000, seaMetres: -28.5 }] },
      4 / 3,
    );
    const degrees = (rise: number): number => (Math.atan2(rise, 1000) * 180) / Math.PI;
    expect(link.from.tiltDegrees).toBeCloseTo(degrees(-100.0589), 4);
    expect(link.to.tiltDegrees).toBeCloseTo(degrees(99.9411), 4);
    const [, level] = planLinks(
      { ...FULL_RADIO, served: [{ ...place, metres: 1000, seaMetres: 71.5 }] },
      4 / 3,
    );
    expect(level.from.tiltDegrees).toBeLessThan(0);
    expect(level.to.tiltDegrees).toBe(level.from.tiltDegrees);
  });

  it('are a cable in the hub’s own building, which looks nowhere', () => {
    const [, link] = planLinks(
      { ...FULL_RADIO, served: [{ ...place, metres: 0, azimuthDegrees: 0 }] },
      4 / 3,
    );
    expect(link.kind).toBe('cable');
    expect([link.from.azimuthDegrees, link.to.azimuthDegrees, link.from.tiltDegrees]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('have no backhaul link to a hub that is not there', () => {
    const alone = { ...second, roof: hubRoof({ id: 'building:3' }) };
    expect(planLinks({ hubs: [alone], served: [] }, 4 / 3)).toEqual([]);
  });

  it('are as many as places served and hubs linked, and each end looks back along the line', () => {
    fc.assert(
      fc.property(anyRadio, (radio) => {
        const links = planLinks(radio, 4 / 3);
        const linked = radio.hubs.filter(({ backhaul }) => backhaul.kind === 'link').length;
        expect(links).toHaveLength(linked + radio.served.length);
        for (const { from, to } of links) {
          if (from.azimuthDegrees === null || to.azimuthDegrees === null) continue;
          const turned = Math.abs(to.azimuthDegrees - from.azimuthDegrees);
          expect(Math.min(turned, 360 - turned)).toBeCloseTo(180, 6);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('how far a sector is tilted', () => {
  it('is half-way between the lowest and the highest that it looks', () => {
    const at = (seaMetres: number) => ({ ...place, metres: 100, seaMetres });
    const links = planLinks(
      { hubs: [first], served: [at(61.5), at(41.5), at(51.5)] },
      Number.POSITIVE_INFINITY,
    );
    const degrees = (fall: number): number => (-Math.atan2(fall, 100) * 180) / Math.PI;
    expect(sectorTiltDegrees(links, first.roof.id, 0)).toBeCloseTo((degrees(10) + degrees(30)) / 2, 9);
  });

  it('is not known where no height is', () => {
    expect(sectorTiltDegrees(planLinks(FULL_RADIO, 4 / 3), first.roof.id, 0)).toBeNull();
  });
});
