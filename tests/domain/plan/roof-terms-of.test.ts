import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentHint } from '../../../src/domain/consents/consent-hint.ts';
import { LEVELS } from '../../../src/domain/cost/check-rate-card.ts';
import { DEFAULT_PLAN_CARD } from '../../../src/domain/plan/default-plan-card.ts';
import { type HubRoof, WAYLEAVES } from '../../../src/domain/plan/hub-roof.ts';
import type { Lever } from '../../../src/domain/plan/lever.ts';
import { LEVERS_KNOWN, leverFrom } from '../../../src/domain/plan/levers-known.ts';
import { roofTermsOf, type TermsGiven } from '../../../src/domain/plan/roof-terms-of.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { hubRoof } from '../../builders/plans.ts';

const CARD = DEFAULT_PLAN_CARD;
const HELD = GENERIC_DEVICES.find(({ id }) => id === 'generic-28-ghz') ?? null;
const FREE = GENERIC_DEVICES[0];

function terms(roof: Partial<HubRoof>, given: Partial<TermsGiven> = {}) {
  return roofTermsOf(hubRoof(roof), {
    hints: [],
    levers: [],
    card: CARD,
    device: FREE,
    radio: { closedRoofs: [], wayleaves: [] },
    day: '2026-11-27',
    ...given,
  });
}

const pulled = (...keys: string[]): { levers: Lever[] } => ({
  levers: keys.map((key) => leverFrom(key, null)),
});
const kindsOf = ({ barriers }: ReturnType<typeof terms>) => barriers.map(({ kind }) => kind);
const pence = (pounds: number) => Math.round(pounds * 100);

/** A hint that an application is needed. */
function planning(kind: 'planning prior approval' | 'listed building or conservation area'): ConsentHint {
  const barrier = {
    ...{ id: 'x', kind, place: 'Library', owner: 'the local planning authority' },
    ...{ effect: { pounds: null, weeks: null, forbids: false }, from: null, until: null, source: null },
  };
  return {
    ...{
      rule: kind.startsWith('planning') ? 'prior-approval' : 'listed-building',
      kind,
      title: '',
      says: '',
    },
    ...{ applies: 'yes', reckoned: 'yes', why: '', owner: '', weeks: null, ruleDate: null, source: null },
    ...{ assumed: null, override: null, barrier },
  } as ConsentHint;
}

describe('the owner of a roof', () => {
  it('who refuses bars it, and no weeks are told', () => {
    const barred = terms({ wayleave: 'refusing', owner: 'Foxglove Living', isCouncils: false });
    expect(barred.barredBy).toBe('access:RA0001/wayleave');
    expect(barred.weeks).toBeNull();
    expect(barred.barriers[0]).toMatchObject({ owner: 'Foxglove Living', effect: { forbids: true } });
  });

  it('who is silent costs weeks and pounds, who was not asked weeks', () => {
    const [willing, silent, unasked] = (['willing', 'silent', 'not asked'] as const).map((wayleave) =>
      terms({ wayleave }),
    );
    expect(willing.weeks).toEqual(CARD.items.weeksForWillingRoof.value);
    expect(willing.pence.mid).toBe(0);
    expect(silent.weeks).toEqual(CARD.items.weeksForSilentRoof.value);
    expect(silent.pence.mid).toBe(pence(CARD.items.poundsForSilentRoof.value.mid));
    expect(unasked.weeks).toEqual(CARD.items.weeksForUnaskedRoof.value);
    expect(unasked.pence.mid).toBe(0);
  });

  it('may be said by a person against the file, and a roof ruled out', () => {
    const radio = {
      closedRoofs: [],
      wayleaves: [{ roof: 'access:RA0001', wayleave: 'refusing', reason: 'They wrote' }],
    } as const;
    expect(terms({}, { radio }).barredBy).toBe('access:RA0001/wayleave');
    const closed = terms(
      {},
      {
        radio: { closedRoofs: ['access:RA0001'], wayleaves: [] },
        ...pulled(...LEVERS_KNOWN.map(({ key }) => key)),
      },
    );
    expect(closed.barredBy).toBe('access:RA0001/ruled out');
  });

  it('that is the council is paid its own rent, opened or not; every other owner a stranger’s', () => {
    const rent = (roof: Partial<HubRoof>, given: Partial<TermsGiven> = {}) =>
      terms(roof, given).penceAYear.mid - pence(CARD.items.poundsOfBusinessRatesPerHubAYear.value.mid);
    const own = pence(CARD.items.poundsPerCouncilRoofAYear.value.mid);
    const others = pence(CARD.items.poundsPerRoofAYear.value.mid);
    expect(own).not.toBe(others);
    for (const given of [{}, pulled('council-roof access'), pulled('standard wayleave')])
      for (const wayleave of ['willing', 'silent'] as const) {
        expect(rent({ isCouncils: true, wayleave }, given)).toBe(own);
        expect(rent({ isCouncils: false, wayleave }, given)).toBe(others);
        expect(rent({ isCouncils: null, wayleave }, given)).toBe(others);
      }
  });

  it('that is the council opens its roofs, and only its own', () => {
    const open = pulled('council-roof access');
    const own = terms({ wayleave: 'refusing' }, open);
    expect([own.barredBy, own.weeks]).toEqual([null, CARD.items.weeksForWillingRoof.value]);
    expect(kindsOf(own)).not.toContain('wayleave');
    const another = { wayleave: 'refusing', owner: 'Foxglove Living', isCouncils: false } as const;
    expect(terms(another, open).barredBy).not.toBeNull();
    const named = { levers: [leverFrom('council-roof access', ['access:RA0001'])] };
    expect(terms(another, named).barredBy).toBeNull();
  });

  it('signs a standard wayleave when silent or not asked, never when refusing', () => {
    const standard = pulled('standard wayleave');
    for (const wayleave of ['silent', 'not asked'] as const) {
      const signed = terms({ wayleave }, standard);
      expect([signed.weeks, signed.pence.mid]).toEqual([CARD.items.weeksForWillingRoof.value, 0]);
    }
    expect(terms({ wayleave: 'refusing' }, standard).barredBy).not.toBeNull();
  });
});

describe('what else stands in a roof’s way', () => {
  it('is one application, however many rules ask for it, lifted only with all of them', () => {
    const hints = [planning('planning prior approval'), planning('listed building or conservation area')];
    const cost = pence(CARD.items.poundsForPlanning.value.mid);
    expect(terms({}, { hints }).pence.mid).toBe(cost);
    expect(terms({}, { hints, ...pulled('planning reform') }).pence.mid).toBe(cost);
    expect(terms({}, { hints, ...pulled('planning reform', 'heritage order') }).pence.mid).toBe(0);
    const pounds = terms({}, { hints }).barriers.flatMap(({ kind, effect }) =>
      kind === 'business rates' ? [] : (effect.pounds?.mid ?? 0),
    );
    expect(pounds.reduce((sum, one) => sum + one, 0)).toBe(CARD.items.poundsForPlanning.value.mid);
  });

  it('is a supply where there is none; where nobody knows, from none to all of it', () => {
    const supply = pence(CARD.items.poundsPerPowerSupply.value.mid);
    const most = pence(CARD.items.poundsPerPowerSupply.value.high);
    expect(terms({ hasPower: true }).pence).toEqual({ low: 0, mid: 0, high: 0 });
    expect(terms({ hasPower: false }).pence.mid).toBe(supply);
    expect(terms({ hasPower: null }).pence).toEqual({ low: 0, mid: 0, high: most });
    expect(terms({ hasPower: null, kind: 'lighting column' }).pence).toEqual({
      low: 0,
      mid: supply,
      high: most,
    });
    expect(terms({ hasPower: false }, pulled('live columns')).pence.mid).toBe(0);
    expect(kindsOf(terms({ hasPower: false }))).toContain('no power');
    for (const kind of ['flats', 'lighting column'])
      expect(kindsOf(terms({ hasPower: null, kind }))).not.toContain('no power');
  });

  it('takes its weeks beside planning, after the owner', () => {
    const { items } = CARD;
    const hints = [planning('planning prior approval')];
    const { weeks } = terms({ hasPower: false, wayleave: 'silent' }, { hints });
    for (const level of LEVELS)
      expect(weeks?.[level]).toBe(
        items.weeksForSilentRoof.value[level] +
          Math.max(items.weeksForPlanning.value[level], items.weeksForPowerSupply.value[level]),
      );
  });

  it('is a band that others hold, until it is shared', () => {
    expect(terms({}, { device: HELD }).barredBy).toBe('access:RA0001/spectrum');
    expect(terms({}, { device: HELD, ...pulled('spectrum sharing') }).barredBy).toBeNull();
    expect(terms({}, { device: null }).barredBy).toBeNull();
  });

  it('is rates each year, until they are relieved', () => {
    const rated = terms({}).penceAYear.mid - terms({}, pulled('rates relief')).penceAYear.mid;
    expect(rated).toBe(pence(CARD.items.poundsOfBusinessRatesPerHubAYear.value.mid));
    expect(kindsOf(terms({}, pulled('rates relief')))).not.toContain('business rates');
  });

  it('stands where a lever’s days are over', () => {
    const [lever] = pulled('rates relief').levers;
    const over = { levers: [{ ...lever, until: '2026-01-01' }] };
    expect(terms({}, over).penceAYear).toEqual(terms({}).penceAYear);
  });
});

it('is never dearer, later or more barred with one lever more', () => {
  const keys = fc.subarray(LEVERS_KNOWN.map(({ key }) => key));
  fc.assert(
    fc.property(
      keys,
      fc.constantFrom(...LEVERS_KNOWN.map(({ key }) => key)),
      fc.record({
        wayleave: fc.constantFrom(...WAYLEAVES),
        hasPower: fc.constantFrom(true, false, null),
        isCouncils: fc.constantFrom(true, false, null),
        kind: fc.constantFrom('flats', 'lighting column'),
      }),
      fc.boolean(),
      (some, more, roof, isHeld) => {
        const hints = [planning('planning prior approval'), planning('listed building or conservation area')];
        const given = { hints, device: isHeld ? HELD : FREE };
        const before = terms(roof, { ...given, ...pulled(...some) });
        const after = terms(roof, { ...given, ...pulled(...some, more) });
        if (before.barredBy === null) expect(after.barredBy).toBeNull();
        for (const level of LEVELS) {
          expect(after.pence[level]).toBeLessThanOrEqual(before.pence[level]);
          expect(after.penceAYear[level]).toBeLessThanOrEqual(before.penceAYear[level]);
          if (before.weeks) expect(after.weeks?.[level]).toBeLessThanOrEqual(before.weeks[level]);
        }
        expect(after.pence.low).toBeLessThanOrEqual(after.pence.mid);
        expect(after.pence.mid).toBeLessThanOrEqual(after.pence.high);
      },
    ),
  );
});
