import { describe, expect, it } from 'vitest';
import { chosenPremises } from '../../../src/domain/dig/chosen-premises.ts';
import { listedPremises, MOST_LISTED } from '../../../src/domain/dig/listed-premises.ts';
import { premisesWords } from '../../../src/domain/find/premises-words.ts';
import { ROW_SHARE, ROW_YES } from '../../../src/domain/not-spots/count-shares.ts';
import { lastOf } from '../../builders/last-of.ts';
import { premisesOf } from '../../builders/premises.ts';
import { datasetOf } from '../../builders/project.ts';

const premises = premisesOf([
  { id: '100', lon: -1, lat: 52, units: 3, cells: { postcode: 'M15 4AB' } },
  { id: '200', lon: -1.1, lat: 52.1, cells: { postcode: 'M15 4AB' } },
  { id: '300', lon: -1.2, lat: 52.2, cells: { postcode: 'M15 4AC' } },
  { id: '400', lon: -1.3, lat: 52.3, cells: { postcode: '' } },
]);
const prepared = { premises } as unknown as Parameters<typeof chosenPremises>[1];
const inForce = {
  rows: Uint32Array.of(0, 2),
  whyNotTold: null,
  rowState: Uint8Array.of(1, 0, 1, 2),
};

describe('premises chosen for a dig', () => {
  const selection = { kind: 'list', ids: ['100', '200', '400'] } as const;

  it('are counted in units, with how many are not-spots and not known', () => {
    expect(chosenPremises({ selection, onlyNotSpots: false }, prepared, inForce)).toMatchObject({
      all: 5,
      notSpots: 3,
      notKnown: 1,
      asked: 5,
      box: [-1.3, 52, -1, 52.3],
    });
  });

  it('say how many of the not-spots are so only perhaps', () => {
    const perhaps = { ...inForce, rowState: Uint8Array.of(ROW_SHARE, 0, ROW_YES, 2) };
    expect(chosenPremises({ selection, onlyNotSpots: true }, prepared, perhaps).perhaps).toBe(3);
    expect(chosenPremises({ selection, onlyNotSpots: true }, prepared, inForce).perhaps).toBe(0);
  });

  it('are those not-spots only that are asked for', () => {
    const chosen = chosenPremises({ selection, onlyNotSpots: true }, prepared, inForce);
    expect(chosen.asked).toBe(3);
    expect(chosen.lon).toEqual(Float64Array.of(-1));
  });

  it('are none, and it is said why, where nothing tells which are not-spots', () => {
    const untold = { rows: null, whyNotTold: 'Only shares are known.', rowState: new Uint8Array(0) };
    expect(chosenPremises({ selection, onlyNotSpots: true }, prepared, untold)).toMatchObject({
      notSpots: null,
      whyNotTold: 'Only shares are known.',
      asked: 0,
      box: null,
    });
  });
});

describe('a typed list', () => {
  const dataset = datasetOf({ role: 'premises', roles: { id: 'uprn' } });
  const read = (text: string) => lastOf(listedPremises(premisesWords(premises, dataset), text));

  it('names premises by id and by postcode, in any spacing and order, each once', () => {
    expect(read('300\n m154ab, 100; "300"')).toEqual({
      ids: ['100', '200', '300'],
      unknown: [],
      postcodes: 1,
    });
    expect(read('100 200\t400').ids).toEqual(['100', '200', '400']);
  });

  it('says what it does not know, and is never afraid of a text', () => {
    expect(read('999, M1 1AA, =1+1, __proto__').unknown).toEqual(['999', 'M1 1AA', '=1+1', '__proto__']);
    expect(read('  \n,,;').ids).toEqual([]);
  });

  it('is refused where it is too long, and where premises have no ids', () => {
    expect(() => read('1\n'.repeat(MOST_LISTED + 1))).toThrow(/draw a shape/);
    const nameless = premisesWords(premises, datasetOf({ role: 'premises' }));
    expect(() => lastOf(listedPremises(nameless, '1'))).toThrow(/no ids/);
  });
});
