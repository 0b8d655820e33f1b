import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAddress } from '../../src/formats/open-address.ts';

const address =
  '#/not-spots?view=areas&recipe=no+gigabit-acme&layers=gigabit,gigabit-acme&at=11.20/53.48000/-2.24000';
const all = { hidden: [], withPremises: true, withNeed: true };

describe('openAddress', () => {
  it('loses only what names something hidden, and says so', () => {
    const { address: open, leftOut } = openAddress(address, { ...all, hidden: ['gigabit-acme', 'acme'] });
    expect(open).toBe('#/not-spots?view=areas&layers=gigabit&at=11.20/53.48000/-2.24000');
    expect(leftOut.map(({ name }) => name)).toEqual(['the definition', 'layers on the map']);
    expect(openAddress('#/not-spots?recipe=no+acme', { ...all, hidden: ['acme'] }).address).toBe(
      '#/not-spots',
    );
    expect(openAddress('#/data', { ...all, hidden: ['acme'] })).toEqual({ address: '#/data', leftOut: [] });
  });

  it('is the same where all of it may leave', () => {
    expect(openAddress(address, all)).toEqual({ address, leftOut: [] });
    const cluster = '#/not-spots?view=clusters&cluster=e412345-n301234&need=high/a/b/c/';
    expect(openAddress(cluster, all)).toEqual({ address: cluster, leftOut: [] });
  });

  it('tells the place of no single premises where their rows stay', () => {
    const { address: open, leftOut } = openAddress(
      '#/not-spots?view=clusters&ward=E05000001&cluster=e412345-n301234&distance=50&at=18.40/52.12345/-1.12345',
      { ...all, withPremises: false },
    );
    expect(open).toBe('#/not-spots?view=clusters&ward=E05000001&distance=50&at=13.00/52.12/-1.12');
    expect(leftOut.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
      'view: the open cluster',
      'view: the exact place of the map',
    ]);
    expect(openAddress('#/data?cluster=e1-n1', { ...all, withPremises: false }).address).toBe('#/data');
  });

  it('keeps the look at a whole place to the eye', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 24, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: -179, max: 179, noNaN: true }),
        (zoom, lat, lon) => {
          const written = `${zoom.toFixed(2)}/${lat.toFixed(5)}/${lon.toFixed(5)}`;
          const { address: open } = openAddress(`#/x?at=${written}`, { ...all, withPremises: false });
          const told = (open.split('at=')[1] ?? '').split('/').map(Number);
          expect(told[0]).toBeLessThanOrEqual(13);
          expect(Math.abs(told[1] - lat)).toBeLessThan(0.0051);
          expect(Math.abs(told[2] - lon)).toBeLessThan(0.0051);
          expect(open).not.toMatch(/\.\d{3}/);
        },
      ),
    );
  });

  it('names no need by a file that is left out', () => {
    const { address: open, leftOut } = openAddress('#/x?need=high/a.csv/code/imd/', {
      ...all,
      withNeed: false,
    });
    expect([open, leftOut.length]).toEqual(['#/x', 1]);
  });
});
