import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../src/domain/streets/iso-day.ts';
import { restrictionKind } from '../../../src/domain/streets/restriction-kind.ts';
import type { StreetNetwork } from '../../../src/domain/streets/street-network.ts';
import { findingOf, type Line, networkOf, SOURCE, tableFile } from '../../builders/street-files.ts';

const line = (says: Line['says'], y = 0): Line => ({
  at: [
    [0, y],
    [100, y],
  ],
  says,
});

/** Ids of the barriers on each edge. */
function barriersOf({ edgeCount, barrierStarts, barrierIds, barriers }: StreetNetwork): string[][] {
  return Array.from({ length: edgeCount }, (_, edge) =>
    Array.from(barrierIds.subarray(barrierStarts[edge], barrierStarts[edge + 1]), (id) => barriers[id].id),
  );
}

describe('restrictions from columns of the streets', () => {
  it('are barriers with date, hours, owner and source', () => {
    const { barriers } = networkOf([
      line({
        name: 'High Street',
        section58_until: '2029-01-31',
        traffic_sensitive: '07:30-09:30',
        lane_rental: 'no',
        conservation_area: 'Old Town',
        tram: '',
      }),
    ]);
    const common = { place: 'High Street', from: null, source: SOURCE };
    const effect = { pounds: null, weeks: null, forbids: false };
    expect(barriers).toEqual([
      {
        ...common,
        id: 'High Street: section 58',
        kind: 'road-works restriction',
        owner: 'the street authority',
        effect: { ...effect, forbids: true },
        until: '2029-01-31',
      },
      {
        ...common,
        id: 'High Street: traffic-sensitive',
        kind: 'traffic-sensitive street',
        owner: 'the street authority',
        effect,
        until: null,
        hours: '07:30-09:30',
      },
      {
        ...common,
        id: 'High Street: conservation area',
        kind: 'listed building or conservation area',
        owner: 'the local planning authority',
        effect,
        until: null,
      },
    ]);
  });

  it('lie on the edges of their own lines alone, and are one barrier of the street', () => {
    const network = networkOf([
      line({ name: 'High Street', lane_rental: 'yes' }),
      {
        at: [
          [100, 0],
          [200, 0],
        ],
        says: { name: 'High Street', lane_rental: 'no' },
      },
      {
        at: [
          [200, 0],
          [300, 0],
        ],
        says: { name: 'High Street', lane_rental: 'yes' },
      },
    ]);
    expect(network.streets).toHaveLength(1);
    expect(network.barriers).toHaveLength(1);
    const id = 'High Street: lane rental';
    expect(barriersOf(network)).toEqual([[id], [], [id]]);
  });

  it('lie on both footways and on what crosses between them', () => {
    const says = { name: 'A', class: 'residential', footways: 'both', lane_rental: 'yes' };
    expect(barriersOf(networkOf([line(says)]))).toEqual(new Array(4).fill(['A: lane rental']));
  });

  it('that are blank are not known, and that is said; "no" is known', () => {
    const { report, barriers } = networkOf([line({ lane_rental: 'no' }), line({ lane_rental: '' }, 50)]);
    expect(barriers).toEqual([]);
    expect(report.notKnown).toContain('whether lane rental is due in 1 of 2 lines');
    expect(report.notKnown).toContain('whether recent works protect (section 58) 2 of 2 lines');
  });

  it('of a day that is none hold until a day that is not known', () => {
    const network = networkOf([line({ name: 'A', section58_until: '2029-02-31' })]);
    expect(network.barriers[0]).toMatchObject({ until: null, effect: { forbids: true } });
    expect(findingOf(network, 'BAD_DATE')).toMatchObject({
      count: 1,
      examples: ['"2029-02-31" in row 1 of streets.geojson'],
    });
  });
});

describe('restrictions from a table', () => {
  const streets = [
    line({ id: '101', name: 'St Mary’s Road', usrn: '20100101' }),
    line({ id: '102', name: 'Mill Lane' }, 50),
    line({ id: '103', name: 'Mill Lane' }, 100),
  ];

  it('find their streets by name as people write it, id or USRN', () => {
    const table = tableFile([
      { street: 'st marys road', kind: 'Section 58', from: '2026-02-01', until: '31/01/2029' },
      { street: '20100101', kind: 'traffic sensitive', hours: '08:00-09:00', owner: 'Exampleshire' },
      { street: '103', kind: 'lane rental', source: 'A register' },
      { street: 'Mill Lane', kind: 'conservation area' },
    ]);
    const network = networkOf(streets, { restrictions: [table] });
    expect(barriersOf(network)).toEqual([
      ['St Mary’s Road: section 58', 'St Mary’s Road: traffic-sensitive'],
      ['Mill Lane: conservation area'],
      ['Mill Lane (2): lane rental', 'Mill Lane (2): conservation area'],
    ]);
    const by = new Map(network.barriers.map((barrier) => [barrier.id, barrier]));
    expect(by.get('St Mary’s Road: section 58')).toMatchObject({ from: '2026-02-01', until: '2029-01-31' });
    expect(by.get('St Mary’s Road: traffic-sensitive')).toMatchObject({
      hours: '08:00-09:00',
      owner: 'Exampleshire',
    });
    expect(by.get('Mill Lane (2): lane rental')?.source?.title).toBe('A register');
    expect(by.get('Mill Lane: conservation area')?.source).toEqual(SOURCE);
  });

  it('that match no street, say no kind or no day are reported with their row', () => {
    const network = networkOf(streets, {
      restrictions: [
        tableFile([
          { street: 'Nowhere Street', kind: 'lane rental' },
          { street: 'Mill Lane', kind: 'dragons' },
          { street: 'Mill Lane', kind: 'section 58', until: 'soon' },
        ]),
      ],
    });
    expect(findingOf(network, 'RESTRICTION_WITHOUT_STREET')?.examples).toEqual([
      '"Nowhere Street" in row 1 of restrictions.csv',
    ]);
    expect(findingOf(network, 'UNKNOWN_RESTRICTION')?.examples).toEqual([
      '"dragons" in row 2 of restrictions.csv',
    ]);
    expect(findingOf(network, 'BAD_DATE')?.examples).toEqual(['until "soon" in row 3 of restrictions.csv']);
    expect(network.barriers.map(({ id, until }) => [id, until])).toEqual([
      ['Mill Lane: section 58', null],
      ['Mill Lane (2): section 58', null],
    ]);
  });

  it('that end before they begin hold until a day that is not known, and what holds so is listed', () => {
    const dates = { from: '2030-01-01', until: '2025-01-01' };
    const { report, barriers } = networkOf(streets, {
      restrictions: [
        tableFile([
          { street: '101', kind: 'section 58', ...dates },
          { street: '102', kind: 'section 58', from: '2026-01-01', until: '2029-01-01' },
          { street: '103', kind: 'lane rental', from: '', until: 'soon' },
        ]),
      ],
    });
    expect(barriers.map(({ from, until }) => [from, until])).toEqual([
      [null, null],
      ['2026-01-01', '2029-01-01'],
      [null, null],
    ]);
    const reversed = report.findings.find(({ code }) => code === 'DATES_REVERSED');
    expect(reversed?.text).toContain('"2030-01-01" until "2025-01-01" in row 1 of restrictions.csv');
    expect(report.notKnown).toContain(
      'the last day of the protection of St Mary’s Road: closed until it is lifted',
    );
  });

  it('by columns that a person chose', () => {
    const table = tableFile([{ strasse: 'Mill Lane', art: 'permit' }], { street: 'strasse', kind: 'art' });
    expect(networkOf(streets, { restrictions: [table] }).barriers).toHaveLength(2);
  });
});

it.each([
  ['section 58', 'section 58'],
  ['S58 notice', 'section 58'],
  ['Traffic-Sensitive', 'traffic-sensitive'],
  ['lane_rental', 'lane rental'],
  ['Conservation area (Old Town)', 'conservation area'],
  ['permit scheme', 'permit'],
  ['private street', 'wayleave'],
  ['tramway', 'tram'],
  ['Level crossing', 'level crossing'],
  ['weak bridge', 'bridge'],
  ['', null],
  ['parking', null],
])('"%s" is the kind %s', (text, kind) => {
  expect(restrictionKind(text)).toBe(kind);
});

it.each([
  ['2029-01-31', '2029-01-31'],
  ['2029-01-31T00:00:00Z', '2029-01-31'],
  ['1/2/2029', '2029-02-01'],
  ['2028-02-29', '2028-02-29'],
  ['2029-02-29', null],
  ['2029-13-01', null],
  ['31.1.2029', null],
  ['2029', null],
])('"%s" is the day %s', (text, day) => {
  expect(isoDay(text)).toBe(day);
});
