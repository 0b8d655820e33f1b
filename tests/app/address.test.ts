import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, formatAddress, PLAIN_ADDRESS, parseAddress } from '../../src/app/address.ts';
import { INTERVENTIONS } from '../../src/domain/plan/intervention.ts';
import {
  INTERVENTION_TOPICS,
  type LinkPoint,
  PAGES,
  ROOFTOP_TOPICS,
  TOPICS,
} from '../../src/stores/view-store.ts';

const decimals = (value: number, places: number): number => Number(value.toFixed(places)) + 0;
const key = fc.stringMatching(/^[a-z0-9_-]{1,20}$/);
const linkPoint: fc.Arbitrary<LinkPoint> = fc.oneof(
  fc.record({ kind: fc.constant('site' as const), siteId: fc.stringMatching(/^site-\d{1,4}$/) }),
  fc.record({
    kind: fc.constant('place' as const),
    lon: fc.double({ min: -180, max: 180, noNaN: true }).map((value) => decimals(value, 6)),
    lat: fc.double({ min: -90, max: 90, noNaN: true }).map((value) => decimals(value, 6)),
    antennaMetres: fc.double({ min: -500, max: 9999, noNaN: true }).map((value) => decimals(value, 1)),
    above: fc.constantFrom('ground', 'surface', 'sea'),
    ofPremises: fc.constant(false),
  }),
);
const addresses: fc.Arbitrary<Address> = fc.record({
  page: fc.constantFrom(...PAGES),
  topic: fc.constantFrom(...TOPICS),
  compare: fc.record({
    measure: fc.constantFrom('share', 'not-spots', 'technology:5g', 'use:public-building'),
    authority: fc.option(fc.stringMatching(/^[A-Z0-9]{9}$/)),
    need: fc.option(
      fc.oneof(fc.constant('none'), fc.stringMatching(/^(?:high|low)(?:\/[\w .|é-]{0,20}){4}$/)),
    ),
  }),
  ward: fc.option(fc.stringMatching(/^[A-Z0-9]{9}$/)),
  rooftops: fc.record({
    topic: fc.constantFrom(...ROOFTOP_TOPICS),
    siteId: fc.option(fc.stringMatching(/^site-\d{1,4}$/)),
    link: fc.record({ from: fc.option(linkPoint), to: fc.option(linkPoint) }),
  }),
  interventions: fc.record({
    topic: fc.constantFrom(...INTERVENTION_TOPICS),
    designId: fc.option(fc.stringMatching(/^dig-\d{1,4}$/)),
    planId: fc.option(fc.stringMatching(/^plan-\d{1,4}$/)),
    compared: fc.array(fc.stringMatching(/^plan-\d{1,4}$/), { maxLength: 2 }),
    sides: fc.record({ left: fc.constantFrom(...INTERVENTIONS), right: fc.constantFrom(...INTERVENTIONS) }),
  }),
  cluster: fc.option(fc.stringMatching(/^em?\d{1,8}-nm?\d{1,8}$/)),
  distance: fc.option(fc.integer({ min: 10, max: 5_000 })),
  least: fc.option(fc.integer({ min: 1, max: 100_000 })),
  recipe: fc.option(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' })),
  sort: fc.option(
    fc.record({ column: fc.stringMatching(/^[a-z0-9_][a-z0-9_-]{0,20}$/), descending: fc.boolean() }),
  ),
  sides: fc.option(
    fc
      .tuple(
        fc.constantFrom('swipe', 'beside', 'difference'),
        fc.constantFrom('definitions', 'layers', 'releases'),
        fc.stringMatching(/^[a-z0-9 <=()~+-]{1,60}$/),
        fc.stringMatching(/^[a-z0-9 <=()~+-]{1,60}$/),
      )
      .map((parts) => parts.join('/')),
  ),
  count: fc.option(fc.constantFrom('homes', 'flat', 'public building', 'not known')),
  layers: fc.option(fc.array(key, { minLength: 1, maxLength: 8 })),
  at: fc.option(
    fc.record({
      zoom: fc.double({ min: 0, max: 22, noNaN: true }).map((value) => decimals(value, 2)),
      lat: fc.double({ min: -90, max: 90, noNaN: true }).map((value) => decimals(value, 5)),
      lon: fc.double({ min: -180, max: 180, noNaN: true }).map((value) => decimals(value, 5)),
    }),
  ),
});

describe('the address', () => {
  it('carries the view there and back', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual({ address, unread: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('is readable', () => {
    const address: Address = {
      page: 'not-spots',
      topic: 'wards',
      compare: { measure: 'technology:5g', authority: null, need: null },
      ward: 'E05999001',
      rooftops: PLAIN_ADDRESS.rooftops,
      interventions: PLAIN_ADDRESS.interventions,
      cluster: null,
      distance: null,
      least: null,
      recipe: 'no gigabit and 5g < 2 operators',
      sort: { column: '5g', descending: true },
      count: 'flat',
      sides: null,
      layers: ['gigabit', '5g-plover'],
      at: { zoom: 12.5, lat: 52.1, lon: -1.25 },
    };
    expect(formatAddress(address)).toBe(
      '#/not-spots?by=technology%3A5g&ward=E05999001&recipe=no+gigabit+and+5g+%3C+2+operators&count=flat&sort=-5g&layers=gigabit,5g-plover&at=12.50/52.10000/-1.25000',
    );
  });

  it('carries the ends of a link, but never the place of a premises', () => {
    const place = { kind: 'place', lon: -0.1234, lat: 51.51, antennaMetres: 3, above: 'surface' } as const;
    const at = (ofPremises: boolean): Address => ({
      ...PLAIN_ADDRESS,
      page: 'rooftops',
      rooftops: {
        topic: 'link',
        siteId: 'site-2',
        link: { from: { kind: 'site', siteId: 'site-2' }, to: { ...place, ofPremises } },
      },
    });
    expect(formatAddress(at(false))).toBe(
      '#/rooftops?roofs=link&site=site-2&from=site-2&to=51.510000,-0.123400,3.0,surface',
    );
    expect(formatAddress(at(true))).toBe('#/rooftops?roofs=link&site=site-2&from=site-2');
  });

  it('without anything is the first page', () => {
    for (const hash of ['', '#', '#/'])
      expect(parseAddress(hash)).toEqual({ address: PLAIN_ADDRESS, unread: [] });
  });

  it.each([
    ['#/nowhere', ['page']],
    ['#/data?ward=<script>', ['ward']],
    ['#/data?at=12/95/0', ['at']],
    ['#/data?at=12,1,2', ['at']],
    ['#/data?at=NaN/0/0', ['at']],
    ['#/data?sort=--x', ['sort']],
    ['#/data?layers=a,b%20c', ['layers']],
    ['#/data?recipe=', ['recipe']],
    ['#/rooftops?from=91.0,0.0,3.0,roof', ['from']],
    ['#/rooftops?to=95.000000,0.000000,3.0,sea', ['to']],
    ['#/rooftops?roofs=all', ['roofs']],
    [
      '#/interventions?about=all&plan=<b>&beside=a,b,c&swipe=dig/bridge',
      ['about', 'plan', 'beside', 'swipe'],
    ],
  ])('leaves out what it cannot read: %s', (hash, unread) => {
    const parsed = parseAddress(hash);
    expect(parsed.unread).toEqual(unread);
    expect(parsed.address).toEqual({ ...PLAIN_ADDRESS, page: parsed.address.page });
  });

  it('of a design without a topic is about the dig, as before there were plans', () => {
    const about = (hash: string) => parseAddress(hash).address.interventions.topic;
    expect(about('#/interventions')).toBe('duel');
    expect(about('#/interventions?design=dig-1')).toBe('dig');
    expect(about('#/interventions?plan=plan-1')).toBe('duel');
    expect(parseAddress('#/interventions?about=all&design=<b>').unread).toEqual(['about', 'design']);
    const open = { ...PLAIN_ADDRESS.interventions, planId: 'plan-2', compared: ['plan-1'] };
    const sides = { left: 'leave as it is', right: 'rooftop radio' } as const;
    expect(
      formatAddress({ ...PLAIN_ADDRESS, page: 'interventions', interventions: { ...open, sides } }),
    ).toBe('#/interventions?plan=plan-2&beside=plan-1&swipe=leave-as-it-is/rooftop-radio');
  });

  it('leaves out an address that is far too long', () => {
    const parsed = parseAddress(`#/data?recipe=${'x'.repeat(5000)}`);
    expect(parsed).toEqual({ address: PLAIN_ADDRESS, unread: ['the whole address'] });
  });

  it('never throws, and what it understood can be written and read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, asQuery) => {
        const { address } = parseAddress(asQuery ? `#/not-spots?${text}` : `#${text}`);
        expect(PAGES).toContain(address.page);
        expect(parseAddress(formatAddress(address)).unread).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
