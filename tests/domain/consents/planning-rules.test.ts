import { describe, expect, it } from 'vitest';
import { consentHints } from '../../../src/domain/consents/consent-hints.ts';
import { designatedLand } from '../../../src/domain/consents/designated-land.ts';
import { lowBuilding } from '../../../src/domain/consents/low-building.ts';
import { mastHeight } from '../../../src/domain/consents/mast-height.ts';
import { type Nation, nationOfCode } from '../../../src/domain/consents/nation.ts';
import { priorApproval } from '../../../src/domain/consents/prior-approval.ts';
import { conservationArea, listedBuilding } from '../../../src/domain/consents/protected-building.ts';
import { designationsIn, factsOf, ROOF } from '../../builders/consents.ts';

const NATIONS: readonly Nation[] = ['England', 'Wales', 'Scotland', 'Northern Ireland'];

describe('nationOfCode', () => {
  it('takes the nation from the letter of a GSS code', () => {
    expect(['E05000644', 'W05001042', 'S13002835', 'N08000301'].map(nationOfCode)).toEqual(NATIONS);
  });

  it('says nothing of other codes', () => {
    expect(['', 'SE1 7PB', '95AA', 'e05000644', 'K02000001', 'Northgate'].map(nationOfCode)).toEqual(
      new Array(6).fill(null),
    );
  });
});

describe('mastHeight', () => {
  /** On a building of so many metres, so much over its highest part and as much by itself unless it is said. */
  const on = (
    buildingMetres: number | null,
    overBuildingMetres: number | null,
    apparatusMetres = overBuildingMetres,
  ) => mastHeight(factsOf({ buildingMetres, overBuildingMetres, apparatusMetres })).applies;

  it.each([
    [14.9, 6],
    [15, 8],
    [29.9, 8],
    [30, 10],
  ])('on %d m allows %d m over the highest part and no more', (building, most) => {
    expect([on(building, most), on(building, most + 0.1)]).toEqual(['no', 'yes']);
  });

  it.each([
    [29.9, 10],
    [30, 15],
  ])('on %d m allows %d m of apparatus by itself and no more', (building, most) => {
    expect([on(building, 0, most), on(building, 0, most + 0.1)]).toEqual(['no', 'yes']);
  });

  it('judges what must hold for any building where its height is not known', () => {
    expect([on(null, 6), on(null, 6.1), on(null, 10), on(null, 10.1)]).toEqual([
      'no',
      'not known',
      'not known',
      'yes',
    ]);
  });

  it('bounds the top by the apparatus where the highest part is not known', () => {
    expect([on(20, null, 8), on(20, null, 8.1), on(20, null, 10.1)]).toEqual(['no', 'not known', 'yes']);
  });

  it('knows nothing without the apparatus, nor of a nation whose figures were not found or that is not known', () => {
    expect(on(20, null, null)).toBe('not known');
    for (const nation of ['Scotland', 'Northern Ireland', null] as const)
      expect(mastHeight(factsOf({ nation, overBuildingMetres: 40, apparatusMetres: 40 })).applies).toBe(
        'not known',
      );
  });

  it('says which metres are assumed, and where the rule stands', () => {
    for (const nation of ['England', 'Wales'] as const) {
      const { assumed, source, ruleDate } = mastHeight(factsOf({ nation }));
      expect(assumed).toMatch(/assumed/);
      expect(source?.url).toMatch(/^https:\/\/www\.legislation\.gov\.uk\//);
      expect(ruleDate).toBe(source?.date);
    }
  });
});

describe('priorApproval', () => {
  it('is asked for from 6 m over the building, and below that is not known', () => {
    const over = (metres: number) =>
      priorApproval(factsOf({ overBuildingMetres: metres, apparatusMetres: 6 })).applies;
    expect([over(5.9), over(6)]).toEqual(['not known', 'yes']);
  });

  it('is asked for on article 2(3) land at any height', () => {
    const designations = designationsIn('no data', { 'conservation area': 'inside' });
    expect(priorApproval(factsOf({ designations, apparatusMetres: 0, overBuildingMetres: 0 })).applies).toBe(
      'yes',
    );
  });

  it('is denied only without a mast where files of all protected land hold nothing', () => {
    const none = { apparatusMetres: 0, overBuildingMetres: 0 };
    expect(priorApproval(factsOf(none)).applies).toBe('no');
    expect(priorApproval(factsOf({ ...none, designations: designationsIn('no data') })).applies).toBe(
      'not known',
    );
    expect(priorApproval(factsOf({ ...none, nation: 'Wales' })).applies).toBe('not known');
  });
});

describe('how long it takes', () => {
  it('is the 56 days of prior approval in England, and not known of all else', () => {
    const facts = factsOf({ designations: designationsIn('inside') });
    const weeks = consentHints(ROOF, facts).flatMap(({ rule, barrier }) =>
      barrier?.effect.weeks ? [[rule, barrier.effect.weeks.mid]] : [],
    );
    expect(weeks).toEqual([['prior-approval', 8]]);
  });
});

describe('lowBuilding', () => {
  it('spares buildings of 15 m and asks how far the highway is below', () => {
    const on = (buildingMetres: number | null) => lowBuilding(factsOf({ buildingMetres })).applies;
    expect([on(14.9), on(15), on(null)]).toEqual(['not known', 'no', 'not known']);
  });

  it('is England’s, and of masts', () => {
    expect(lowBuilding(factsOf({ buildingMetres: 10, apparatusMetres: 0 })).applies).toBe('no');
    expect(lowBuilding(factsOf({ buildingMetres: 10, nation: 'Scotland' })).applies).toBe('not known');
  });
});

describe('designatedLand', () => {
  it.each(NATIONS)('%s: any one that holds the site is enough', (nation) => {
    const designations = designationsIn('no data', { 'national park': 'inside' });
    expect(designatedLand(factsOf({ nation, designations })).applies).toBe('yes');
  });

  it.each(NATIONS)('%s: no data found is not none', (nation) => {
    const designations = designationsIn('outside', { 'other protected land': 'no data' });
    const { applies, why } = designatedLand(factsOf({ nation, designations }));
    expect(applies).toBe('not known');
    expect(why).toContain('other protected land');
    expect(designatedLand(factsOf({ nation })).applies).toBe('no');
  });

  it('a listed building is no land, and a World Heritage Site is on no list of Northern Ireland', () => {
    expect(
      designatedLand(factsOf({ designations: designationsIn('outside', { 'listed building': 'inside' }) }))
        .applies,
    ).toBe('no');
    const designations = designationsIn('outside', { 'world heritage site': 'inside' });
    expect(designatedLand(factsOf({ designations, nation: 'Northern Ireland' })).applies).toBe('no');
  });
});

describe('listedBuilding and conservationArea', () => {
  it.each([
    ['inside', 'yes'],
    ['outside', 'no'],
    ['near', 'not known'],
    ['no data', 'not known'],
  ] as const)('%s is %s', (state, applies) => {
    const facts = factsOf({ designations: designationsIn(state) });
    expect([listedBuilding(facts).applies, conservationArea(facts).applies]).toEqual([applies, applies]);
  });

  it('say that no data is not none', () => {
    expect(listedBuilding(factsOf({ designations: designationsIn('no data') })).why).toContain(
      'No data found is not none',
    );
  });

  it('name each nation’s act', () => {
    const titles = NATIONS.map((nation) => listedBuilding(factsOf({ nation })).source?.title);
    expect(new Set(titles).size).toBe(4);
  });
});
