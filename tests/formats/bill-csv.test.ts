import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { billOf } from '../../src/domain/cost/bill-of.ts';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import { edgePence } from '../../src/domain/cost/edge-pence.ts';
import { pieceOfEdge } from '../../src/domain/cost/piece-of-edge.ts';
import { ratesFingerprint } from '../../src/domain/cost/rates-fingerprint.ts';
import { billCsv } from '../../src/formats/bill-csv.ts';
import { FULL_DESIGN } from '../builders/dig-designs.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { pricedNetwork, streetBarrier } from '../builders/priced-network.ts';

const { question } = FULL_DESIGN;
const barriers = [streetBarrier({ id: 's', kind: 'traffic-sensitive street' })];
const edges = [
  { metres: 120, street: '=High Street', surface: 'carriageway', barriers: [0] },
  { metres: 12, street: '=High Street', kind: 'crossing', crossing: 'street', surface: 'carriageway' },
  { metres: 60, street: 'Low Lane', kind: 'pole route', poles: 2 },
  { metres: 8, kind: 'lead-in' },
] as const;
const { pricer } = edgePence(pricedNetwork(edges, barriers), DEFAULT_RATES, {
  worksFrom: question.worksFrom,
  lifted: [],
});
const pieces = edges.map((_, edge) => pieceOfEdge(pricer, edge));
const bill = billOf(
  { ...question, pieces, barriers, served: [{ units: 3 }], passedUnits: 8, takeUpPercent: 50 },
  DEFAULT_RATES,
);
const { data } = Papa.parse<Record<string, string>>(
  billCsv({ design: FULL_DESIGN, bill, card: DEFAULT_RATES }, DIG_TOLD),
  { header: true, skipEmptyLines: true },
);
const find = (section: string, item: string) =>
  data.filter((row) => row.section === section && row.item === item);
const sum = (rows: readonly Record<string, string>[], column: string): number =>
  rows.reduce((total, row) => total + Math.round(Number(row[column]) * 100), 0);

const RUNNING = 'running, present value';

describe('a bill of which an owner’s price is not known', () => {
  it('says on every total that it is at least that, and of which price', () => {
    const owned = { ...bill, ownersUnpriced: ['mews: wayleave'] };
    const csv = billCsv({ design: FULL_DESIGN, bill: owned, card: DEFAULT_RATES }, DIG_TOLD);
    const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    const totals = rows.filter(({ section }) => section === 'cost');
    expect(totals.map(({ item }) => item)).toEqual(['capital', 'running, a year', RUNNING, 'whole']);
    for (const { note } of totals)
      expect(note).toContain(
        'at least: What the owner of one private street asks for its leave is not known',
      );
    expect(find('cost', 'capital')[0].note).toBe('');
  });
});

describe('a bill of quantities as CSV', () => {
  it('adds up: parts to the whole; metres, and streets, with connections to the capital, with running to the whole', () => {
    const [whole] = find('cost', 'whole');
    const [capital] = find('cost', 'capital');
    const parts = data.filter(({ section }) => section === 'cost by part');
    const streets = find('streets', 'metres');
    const connection = find('cost by part', 'connection');
    for (const column of ['pounds_low', 'pounds', 'pounds_high']) {
      const all = Math.round(Number(whole[column]) * 100);
      expect(sum(parts, column)).toBe(all);
      const built = Math.round(Number(capital[column]) * 100);
      expect(sum([...streets, ...connection], column)).toBe(built);
      expect(sum([...streets, ...find('streets', RUNNING), ...connection], column)).toBe(all);
      const metres = data.filter(({ section, item }) => section === 'metres' && item !== RUNNING);
      expect(sum([...metres, ...connection], column)).toBe(built);
      expect(sum([...metres, ...find('metres', RUNNING), ...connection], column)).toBe(all);
    }
    expect(Number(whole.pounds)).toBe(bill.whole.mid / 100);
  });

  it('says what it counts, in each line of it and once for the file', () => {
    const design = {
      ...FULL_DESIGN,
      result: FULL_DESIGN.result && { ...FULL_DESIGN.result, unit: 'postcodes' as const },
    };
    const own = billOf(
      { ...question, unit: 'postcodes', pieces, barriers, served: [{ units: 3 }], passedUnits: 8 },
      DEFAULT_RATES,
    );
    const rows = Papa.parse<Record<string, string>>(
      billCsv({ design, bill: own, card: DEFAULT_RATES }, DIG_TOLD),
      { header: true, skipEmptyLines: true },
    ).data;
    expect(rows[0].counted_in).toBe('postcodes');
    expect(data[0].counted_in).toBe('premises');
    const of = rows.filter(({ section, quantity }) => section === 'premises' && quantity !== '');
    expect(of.map(({ unit }) => unit)).toEqual(['postcodes', 'postcodes', 'postcodes']);
    expect(rows.find(({ item }) => item === 'for each connected')?.note).toBe('capital, for each postcode');
  });

  it('lists metres, quantities, crossings, works and premises', () => {
    expect(find('metres', 'street')[0]).toMatchObject({
      surface: 'carriageway',
      method: 'open cut',
      quantity: '120',
      unit: 'm',
    });
    expect(find('metres', 'pole route')[0]).toMatchObject({ surface: '', quantity: '60' });
    expect(find('quantities', 'poles')[0].quantity).toBe('2');
    expect(find('crossings', 'street')[0]).toMatchObject({ quantity: '1', pounds: '300' });
    expect(find('works', 'street-days')[0].quantity).toBe('3');
    expect(find('works', 'traffic-sensitive hours')[0]).toMatchObject({
      quantity: '',
      note: 'in streets of stated hours: 0; hours not known: 1',
    });
    expect(find('premises', 'connected')[0]).toMatchObject({
      quantity: '2',
      note: '50 % of those served, to whole premises',
    });
  });

  it('says on its first line what it is of and what is assumed, and runs in no spreadsheet', () => {
    expect(data[0]).toMatchObject({
      design: FULL_DESIGN.name,
      rates: 'Starting rates',
      price_base: 'not stated',
      rates_fingerprint: ratesFingerprint(DEFAULT_RATES),
      assumed: expect.stringContaining('Price of a metre (carriageway, open cut)'),
    });
    expect(data[1].design).toBe('');
    expect(find('streets', 'metres')[0].street).toBe("'=High Street");
  });
});
