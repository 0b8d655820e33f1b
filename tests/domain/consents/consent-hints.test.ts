import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentHints } from '../../../src/domain/consents/consent-hints.ts';
import { radioLicence } from '../../../src/domain/consents/radio-licence.ts';
import { DESIGNATIONS, type SiteFacts } from '../../../src/domain/consents/site-facts.ts';
import { isCouncil, wayleave } from '../../../src/domain/consents/wayleave.ts';
import type { DeviceProfile } from '../../../src/domain/radio/device.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { designationsIn, factsOf, ROOF } from '../../builders/consents.ts';

const metres = fc.option(fc.double({ min: 0, max: 60, noNaN: true }));

const anyFacts: fc.Arbitrary<SiteFacts> = fc
  .record({
    nation: fc.constantFrom('England', 'Wales', 'Scotland', 'Northern Ireland', null),
    buildingMetres: metres,
    apparatusMetres: metres,
    overBuildingMetres: metres,
    states: fc.array(fc.constantFrom('inside', 'outside', 'near', 'no data'), {
      minLength: DESIGNATIONS.length,
      maxLength: DESIGNATIONS.length,
    }),
    device: fc.constantFrom(null, ...GENERIC_DEVICES),
  })
  .map(({ states, ...facts }) => ({
    ...facts,
    designations: DESIGNATIONS.map((designation, i) => ({
      designation,
      state: states[i],
      names: [],
      fileNames: [],
    })),
  }));

describe('consentHints', () => {
  it('gives every rule once in one order, each with why, who can lift it, and what is assumed where there is no source', () => {
    const order = consentHints(ROOF, factsOf()).map(({ rule }) => rule);
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const hints = consentHints(ROOF, facts);
        expect(hints.map(({ rule }) => rule)).toEqual(order);
        for (const { why, says, owner, applies, reckoned, barrier } of hints) {
          expect([why, says, owner].every((words) => words.trim() !== '')).toBe(true);
          expect(applies).toBe(reckoned);
          expect(barrier !== null).toBe(applies === 'yes');
        }
      }),
    );
  });

  it('learning more never turns a yes into a no, nor a no into a yes', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('nation', 'buildingMetres', 'overBuildingMetres', 'device'),
        (facts, lost) => {
          const over = facts.overBuildingMetres;
          const apparatus = facts.apparatusMetres;
          // The top is at most as far over the highest part as over the roof below it.
          fc.pre(over === null || apparatus === null || over <= apparatus);
          const more = consentHints(ROOF, facts);
          const less = consentHints(ROOF, { ...facts, [lost]: null });
          for (const [i, { applies }] of less.entries())
            if (applies !== 'not known' && !(lost === 'nation' && more[i].rule === 'designated-land'))
              expect([more[i].rule, more[i].applies]).toEqual([more[i].rule, applies]);
        },
      ),
    );
  });

  it('a taller mast is never less in the way', () => {
    const rank = { no: 0, 'not known': 1, yes: 2 };
    fc.assert(
      fc.property(anyFacts, fc.double({ min: 0, max: 20, noNaN: true }), (facts, more) => {
        fc.pre(facts.apparatusMetres !== null && facts.overBuildingMetres !== null);
        const taller = {
          ...facts,
          apparatusMetres: (facts.apparatusMetres ?? 0) + more,
          overBuildingMetres: (facts.overBuildingMetres ?? 0) + more,
        };
        const [low, high] = [facts, taller].map((one) => rank[consentHints(ROOF, one)[0].applies]);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });

  it('what a person says rules, for its own rule alone, and what was reckoned stays', () => {
    const said = { rule: 'listed-building', applies: false, reason: 'Consent given in 2025' };
    const facts = factsOf({ designations: designationsIn('inside') });
    const plain = consentHints(ROOF, facts);
    const hints = consentHints({ ...ROOF, overrides: [said] }, facts);
    const at = hints.findIndex(({ rule }) => rule === 'listed-building');
    expect(hints[at]).toMatchObject({ applies: 'no', reckoned: 'yes', override: said, barrier: null });
    expect(hints.filter((_, i) => i !== at)).toEqual(plain.filter((_, i) => i !== at));
    const against = consentHints({ ...ROOF, overrides: [{ ...said, applies: true }] }, factsOf());
    expect(against[at]).toMatchObject({
      applies: 'yes',
      reckoned: 'no',
      barrier: { id: 'site-1/listed-building', place: 'Town Hall' },
    });
  });
});

describe('wayleave', () => {
  it('is always needed, and names who gives it', () => {
    expect(wayleave({ owner: null })).toMatchObject({
      applies: 'yes',
      owner: expect.stringMatching(/^Not known/),
    });
    expect(wayleave({ owner: 'Acme Estates' })).toMatchObject({
      applies: 'yes',
      owner: 'Acme Estates',
      assumed: null,
    });
    expect(wayleave({ owner: 'Wrenminster Council' }).why).toContain('council');
  });

  it('knows a council by its name', () => {
    expect(['Westminster City Council', 'Cyngor Gwynedd', 'Corporation of London'].every(isCouncil)).toBe(
      true,
    );
    expect(['Counciller Ltd', 'Borough Market Trust'].some(isCouncil)).toBe(false);
  });
});

describe('radioLicence', () => {
  const sixty = GENERIC_DEVICES[0];
  const sending = (kind: DeviceProfile['kind'], power: number, gain: number): DeviceProfile => ({
    ...sixty,
    kind,
    powerDbm: { value: power, source: null },
    hub: { ...sixty.hub, gainDbi: { value: gain, source: null }, lossDecibels: { value: 0, source: null } },
  });

  it('at 60 GHz is spared up to 40 dBm, needed to 55 and beyond', () => {
    const of = (power: number, gain: number) =>
      radioLicence(sending('point-to-multipoint', power, gain)).applies;
    expect([of(10, 30), of(10.1, 30), of(25, 30), of(25.1, 30)]).toEqual(['no', 'yes', 'yes', 'yes']);
  });

  it('spares narrow, weak fixed links at 60 GHz up to 55 dBm', () => {
    const of = (power: number, gain: number) => radioLicence(sending('point-to-point', power, gain)).applies;
    expect([of(10, 45), of(10, 45.1), of(10.1, 31), of(11, 29.9)]).toEqual(['no', 'yes', 'yes', 'yes']);
  });

  it('says of every generic radio but those at 60 GHz that one is needed, with where that is from', () => {
    const others = GENERIC_DEVICES.filter(({ band }) => band.value.lowGigahertz < 57);
    expect(others.length).toBeGreaterThan(1);
    for (const { applies, source, assumed } of others.map(radioLicence)) {
      expect(applies).toBe('yes');
      expect(source !== null || assumed !== null).toBe(true);
    }
  });

  it('does not know a band that was not looked up, nor a radio that is not chosen', () => {
    const band = { value: { lowGigahertz: 10, highGigahertz: 10.5 }, source: null };
    expect(radioLicence({ ...sixty, band }).applies).toBe('not known');
    expect(radioLicence(null).applies).toBe('not known');
  });
});
