import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find } from '../../../src/domain/find/find.ts';
import { findIndexBytes } from '../../../src/domain/find/find-index.ts';
import { foldText } from '../../../src/domain/find/fold-text.ts';
import { indexKeys } from '../../../src/domain/find/key-index.ts';
import { postcodeNumber } from '../../../src/domain/find/postcode-number.ts';
import { FIND_WARDS, findIndexOf } from '../../builders/find-index.ts';

const seeds = [
  { id: '000100023336956', lon: 0.1, lat: 51.1, cells: { address: "1 King's Road", postcode: 'M15 4AB' } },
  { id: '10033', lon: 0.2, lat: 51.1, cells: { address: '12 Kings Road', postcode: 'm154ab' } },
  { id: '10034', lon: 1.3, lat: 51.1, cells: { address: 'Flat 1, 12 Kings Road', postcode: 'M15 4AD' } },
  { id: '10035', lon: 1.4, lat: 51.1, cells: { address: 'Tŷ Môr, Heol Caerdydd', postcode: 'M15 5AA' } },
  { id: '10036', lon: 2.4, lat: 51.1, cells: { address: 'Mill & Barn, 112 Kings Road', postcode: 'M1 1AE' } },
];
const index = findIndexOf({ premises: seeds });
const titles = (query: string): string[] => find(index, query).results.map((result) => result.title);

describe('a postcode', () => {
  it('is found in any spacing and case, with all its premises', () => {
    for (const query of ['M15 4AB', 'm154ab', ' m15  4Ab ']) {
      const { results, problem, understood } = find(index, query);
      expect({ problem, understood, rows: results.map((result) => result.rows) }).toEqual({
        problem: '',
        understood: 'Postcode M15 4AB.',
        rows: [[0, 1]],
      });
      expect(results[0].detail).toBe('2 premises, in Bryn-y-môr & St David’s');
      expect([results[0].lon, results[0].box]).toEqual([expect.closeTo(0.15), [0.1, 51.1, 0.2, 51.1]]);
    }
  });

  it('that is not loaded is said so, the nearest in its sector first', () => {
    const { results, problem } = find(index, 'M15 4AE');
    expect(problem).toMatch(/M15 4AE has the form of a postcode but is not in the loaded premises/);
    expect(results.map((result) => result.title)).toEqual(['M15 4AD', 'M15 4AB']);
  });

  it('that is none is explained, with the live ones like it', () => {
    const { results, problem, understood } = find(index, 'M15 4AO');
    expect(understood).toBe('A postcode.');
    expect(problem).toMatch(/letter O: C, I, K, M, O and V are never used there/);
    expect(results.map((result) => result.title)).toEqual(['M15 4AD', 'M15 4AB']);
    expect(titles('M1S 4AB')[0]).toMatch(/^M1/);
    expect(titles('MI5 4AB')[0]).toBe('M15 4AB');
  });

  it('begun lists its postcodes: district, sector, and less than a whole one', () => {
    expect(titles('M15')).toEqual(['M15', 'M15 4AB', 'M15 4AD', 'M15 5AA']);
    expect(titles('m15 4')).toEqual(['M15 4', 'M15 4AB', 'M15 4AD']);
    expect(titles('M15 5')).toEqual(['M15 5AA']);
    expect(find(index, 'M15').results[0].marks?.map((mark) => mark.label)).toEqual([
      'M15 4AB',
      'M15 4AD',
      'M15 5AA',
    ]);
    expect(find(index, 'M15')).toMatchObject({ total: 3, understood: 'Postcode district M15: 3 postcodes.' });
    expect(find(index, 'M22').problem).toMatch(/starts with M22/);
  });

  it('of many says how many of them are marked', () => {
    const letters = [...'ABDEFGHJLNPQRSTUWXYZ'];
    const many = letters.flatMap((one) =>
      letters.flatMap((other) => [1, 2, 3].map((sector) => `M15 ${sector}${one}${other}`)),
    );
    const own = findIndexOf({
      premises: many.map((postcode, i) => ({ id: `${1e6 + i}`, lon: 0.5, lat: 51.1, cells: { postcode } })),
    });
    const [group] = find(own, 'M15').results;
    expect([group.marks?.length, group.detail]).toEqual([1000, '1,200 postcodes, the first 1,000 marked']);
  });

  it('is looked for in other loaded files too, and the nearest premises named', () => {
    const lon = Float64Array.of(0.1005);
    const places = {
      index: indexKeys(Float64Array.of(postcodeNumber('AB1 2XY'))),
      lon,
      lat: Float64Array.of(51.1),
      fileName: 'codepoint.csv',
    };
    const own = findIndexOf({ premises: seeds, source: { postcodePlaces: places } });
    expect(find(own, 'ab12xy').results).toMatchObject([
      { title: 'AB1 2XY', rows: [0], asked: { title: 'AB1 2XY', distanceMetres: expect.closeTo(34.9, 0) } },
    ]);
  });
});

describe('an id', () => {
  it('is a UPRN in exact digits, leading zeros apart', () => {
    for (const query of ['100023336956', '000100023336956'])
      expect(find(index, query)).toMatchObject({
        problem: '',
        results: [{ title: "1 King's Road", rows: [0] }],
      });
  });

  it('begun lists the lowest, and one that is not loaded is said so', () => {
    expect(find(index, '10002')).toMatchObject({ total: 1, results: [{ rows: [0] }] });
    expect(find(index, '99999')).toMatchObject({
      results: [],
      problem: 'No loaded premises has the UPRN 99999.',
    });
    expect(find(index, '1000233369561234').problem).toMatch(/too long for a UPRN/);
  });

  it('of letters is found whole, in any case', () => {
    const own = findIndexOf({ premises: [{ id: 'P-0017', lon: 0, lat: 51 }], roles: { id: 'uprn' } });
    expect(find(own, 'p-0017').results.map((result) => result.rows)).toEqual([[0]]);
    expect(find(own, 'p-0018').results).toEqual([]);
  });
});

describe('a name', () => {
  it('of a ward is found without accents, apostrophes and ampersands, by its start or the start of a word', () => {
    for (const query of ['bryn y mor and st davids', 'Bryn', 'DAVIDS', "st david's", 'E05999801'])
      expect(find(index, query).results[0]).toMatchObject({ kind: 'ward', wardCode: 'E05999801' });
    expect(titles('field')).toEqual([]);
  });

  it('of another area and of a place are found, wards first', () => {
    const own = findIndexOf({
      premises: seeds,
      source: {
        areas: [
          {
            areas: { ...FIND_WARDS, codes: ['E01000001', 'E01000002'], names: ['Northfield 001', 'X'] },
            fileName: 'a.geojson',
          },
        ],
        places: [
          { name: 'Northfield School', folded: 'northfield school', box: [1, 51, 1, 51], fileName: 's.csv' },
        ],
      },
    });
    expect(find(own, 'northf').results.map((result) => [result.kind, result.title])).toEqual([
      ['ward', 'Northfield'],
      ['area', 'Northfield 001'],
      ['place', 'Northfield School'],
    ]);
    expect(find(own, 'E01000002').results[0].detail).toBe('LSOA E01000002, from a.geojson');
  });
});

describe('an address', () => {
  it('is found by all of its words, the same one first; numbers are meant whole', () => {
    expect(titles('12 kings road')).toEqual(['12 Kings Road', 'Flat 1, 12 Kings Road']);
    expect(titles('kings road')).toHaveLength(4);
    expect(titles('1 kings')).toEqual(["1 King's Road", 'Flat 1, 12 Kings Road']);
    expect(titles('ty mor')).toEqual(['Tŷ Môr, Heol Caerdydd']);
    expect(titles('mill and barn')).toEqual(['Mill & Barn, 112 Kings Road']);
  });

  it('with a postcode behind it is looked for there alone', () => {
    expect(titles('kings road, M15 4AD')).toEqual(['Flat 1, 12 Kings Road']);
  });

  it('that is nowhere is said so', () => {
    expect(find(index, 'acacia avenue').problem).toMatch(/Nothing loaded is called “acacia avenue”/);
    const own = findIndexOf({ premises: [{ lon: 0, lat: 51 }], roles: { id: 'uprn' } });
    expect(find(own, 'acacia').problem).toMatch(/no addresses to search/);
  });
});

describe('a place', () => {
  it('in degrees is shown with the nearest premises and its distance', () => {
    const { results, understood } = find(index, '51.1, 0.101');
    expect(understood).toMatch(/Read as latitude, longitude/);
    expect(results).toMatchObject([
      { kind: 'coordinate', lon: 0.101, rows: [0], asked: { distanceMetres: expect.closeTo(69.8, 0) } },
    ]);
    expect(results[0].detail).toBe("Nearest loaded premises, 70 m away: 1 King's Road");
    expect(results[0].marks).toEqual([
      { lon: 0.101, lat: 51.1, label: '51.10000, 0.10100' },
      { lon: 0.1, lat: 51.1, label: "1 King's Road" },
    ]);
  });

  it('far from all premises gets nobody’s answers: we do not know', () => {
    const [far] = find(index, '53.46, -2.26').results;
    expect(far).toMatchObject({ kind: 'coordinate', rows: [], asked: null });
    expect(far.marks).toBeUndefined();
    expect(far.detail).toMatch(/^We do not know: the nearest loaded premises is \d+ km away$/);
  });

  it('as a grid reference or in metres is converted', () => {
    const [found] = find(index, 'TQ 38 77').results;
    expect([found.title, found.box !== null]).toEqual(['TQ 38 77', true]);
    expect([found.lon, found.lat]).toEqual([expect.closeTo(-0.007, 2), expect.closeTo(51.478, 2)]);
    expect(find(index, '538000 177000').results[0].title).toBe('TQ 38000 77000');
    expect(find(index, '53.46, -200').problem).not.toBe('');
  });
});

it('does not call the first letters wrong', () => {
  for (const query of ['M', 'xq', '1'])
    expect(find(index, query), query).toMatchObject({ problem: '', results: expect.any(Array) });
  expect(find(index, 'xq').understood).toBe('Type a little more.');
  expect(find(index, 'xqz').problem).toMatch(/Nothing loaded is called/);
});

it('answers any text, and never without words', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[A-Z0-9 ]{1,9}$/)),
      (query) => {
        const { results, understood, problem, total } = find(index, query);
        if (query.trim() === '') return;
        expect(understood !== '' || problem !== '').toBe(true);
        const isWhole = problem === '' && understood !== 'Type a little more.';
        expect(total).toBeGreaterThanOrEqual(isWhole ? 1 : 0);
        for (const { lon, lat, rows } of results) {
          expect(Number.isFinite(lon) && Number.isFinite(lat)).toBe(true);
          for (const row of rows) expect(row).toBeLessThan(seeds.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('finds every address by its own words, and every UPRN', () => {
  const word = fc.stringMatching(/^[a-zA-Zâêîôûŵŷéà'’&-]{1,9}$/).filter((text) => foldText(text) !== '');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), word, word), { minLength: 1, maxLength: 30 }),
      (addresses) => {
        const own = findIndexOf({
          premises: addresses.map((parts, i) => ({
            id: String(1e11 + i),
            lon: i / 100,
            lat: 51,
            cells: { address: parts.join(' ') },
          })),
        });
        expect(findIndexBytes(own)).toBeGreaterThan(0);
        for (const [row, [number, first]] of addresses.entries()) {
          const rows = own.addresses ? find(own, `${number} ${first} `) : null;
          expect(rows?.total).toBeGreaterThan(0);
          expect(find(own, String(1e11 + row)).results[0].rows).toEqual([row]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
