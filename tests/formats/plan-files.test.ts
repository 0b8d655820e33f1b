import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { withLacks } from '../../src/domain/project/lacks.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { planBillCsv } from '../../src/formats/plan-bill-csv.ts';
import { planComparisonCsv } from '../../src/formats/plan-comparison-csv.ts';
import { planHubsCsv, planLinksCsv, planPremisesCsv } from '../../src/formats/plan-csv.ts';
import { planKml } from '../../src/formats/plan-kml.ts';
import { designsOf } from '../../src/formats/plan-told.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { anyPlan } from '../builders/plan-arbitrary.ts';
import { FULL_EVALUATION, FULL_PAGE } from '../builders/plan-page-content.ts';
import { EMPTY_PLAN, FULL_PLAN } from '../builders/plans.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

const TERMS = { earthFactor: 4 / 3, radioName: '60 GHz' };

function rowsOf(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
}

const worked = anyPlan.filter((plan) => designsOf(plan).length > 0);

describe('the premises of a plan as CSV', () => {
  const rows = rowsOf(planPremisesCsv(FULL_PLAN, DIG_TOLD));

  it('say for each place what every answer does, and why not', () => {
    expect(rows.map(({ premises }) => premises)).toEqual(['7', '007', '8']);
    expect(rows[0]).toMatchObject({
      units: '2',
      rooftop_radio: 'by trench',
      dig: 'by trench',
      hybrid: '',
      served_by_what_is_chosen: 'trench',
    });
    expect(rows[2]).toMatchObject({
      rooftop_radio: 'not served',
      rooftop_radio_reason: 'only a barred roof reaches it',
      dig: '',
      served_by_what_is_chosen: 'not served',
    });
  });

  it('say what they were made of and what they lack, on the first line', () => {
    expect(rows[0]).toMatchObject({ plan: 'North Ward “first”', made_on: '2026-11-27', inputs_sha256: 'a1' });
    expect(rows[0].lacks).toMatch(/^the trenches, the hubs, prices, .*the plan as GeoJSON holds all of it$/);
    expect(rows[1].lacks).toBe('');
  });

  it('are one line for each place, whatever serves it', () => {
    fc.assert(
      fc.property(worked, (plan) => {
        const places = new Set(
          designsOf(plan).flatMap(({ trench, radio }) =>
            [
              ...(trench?.served ?? []).filter(({ ids }) => ids.length > 0),
              ...(trench?.missed ?? []).filter(({ ids }) => ids.length > 0),
              ...(radio?.served ?? []),
              ...(radio?.missed ?? []).filter(({ ids }) => ids.length > 0),
            ].map(({ lon, lat }) => `${lon} ${lat}`),
          ),
        );
        expect(rowsOf(planPremisesCsv(plan, DIG_TOLD))).toHaveLength(places.size);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the hubs and links of a plan as CSV', () => {
  it('have a line for each sector, with heights, azimuth, tilt and how the hub is joined', () => {
    const rows = rowsOf(planHubsCsv(FULL_PLAN, DIG_TOLD, TERMS));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      design: 'rooftop radio',
      hub: 'Library',
      antenna_m: '3',
      antenna_above: 'surface',
      antenna_sea_m: '71.5',
      backhaul: 'trench',
      sector: '1',
      sector_azimuth: '45',
      sector_units: '2',
    });
    expect(rows[1]).toMatchObject({
      backhaul: 'radio link',
      backhaul_to: 'Library',
      backhaul_m: '410.5',
      sector: '',
    });
  });

  it('have a line for each link with both ends', () => {
    const rows = rowsOf(planLinksCsv(FULL_PLAN, DIG_TOLD, TERMS));
    expect(rows.map(({ link }) => link)).toEqual(['backhaul', 'to premises']);
    expect(rows[1]).toMatchObject({
      radio: '60 GHz',
      from: 'Library',
      from_azimuth: '151.25',
      to_azimuth: '331.25',
      to_tilt: '',
      metres: '212.5',
      counts_as_gigabit: 'yes',
      earth_factor: '1.333333',
    });
    expect(rows[0].lacks).toContain('but the budgets');
  });
});

describe('the bill of a plan as CSV', () => {
  const rows = rowsOf(
    planBillCsv(
      FULL_PLAN,
      {
        bills: FULL_PAGE.bills,
        billedWith: {
          rates: 'Rates',
          ratesPriceBase: null,
          card: 'Card',
          cardPriceBase: '2026',
          assumed: ['Chamber'],
        },
      },
      DIG_TOLD,
    ),
  );

  it('adds trench and radio of each design to what both come to together', () => {
    for (const { kind, trench, radio } of FULL_PAGE.bills) {
      const of = (part: string, item: string) =>
        rows.find(
          (row) => row.design === kind && row.part === part && row.section === 'cost' && row.item === item,
        );
      for (const item of ['capital', 'whole'] as const)
        for (const [column, which] of [
          ['told_again_pounds_low', 'low'],
          ['told_again_pounds', 'mid'],
          ['told_again_pounds_high', 'high'],
        ] as const) {
          const sum = (trench?.[item][which] ?? 0) + (radio?.[item][which] ?? 0);
          expect(Math.round(Number(of('together', item)?.[column]) * 100)).toBe(sum);
        }
      if (radio)
        expect(Math.round(Number(of('radio', 'whole')?.told_again_pounds) * 100)).toBe(radio.whole.mid);
    }
  });

  it('has the bill of each design as the sum of a column, low, mid and high', () => {
    for (const { kind, trench, radio } of FULL_PAGE.bills)
      for (const [end, which] of [
        ['_low', 'low'],
        ['', 'mid'],
        ['_high', 'high'],
      ] as const)
        for (const [column, sum] of [
          ['capital', 'capital'],
          ['running_present_value', 'presentValueOfRunning'],
        ] as const) {
          const added = rows
            .filter(({ design }) => design === kind)
            .reduce((all, row) => all + Math.round(Number(row[`${column}_pounds${end}`]) * 100), 0);
          expect(added).toBe((trench?.[sum][which] ?? 0) + (radio?.[sum][which] ?? 0));
        }
  });

  it('has its streets last and tells long things once', () => {
    const sections = rows.map(({ section }) => section);
    const first = sections.indexOf('streets');
    if (first >= 0) expect(new Set(sections.slice(first))).toEqual(new Set(['streets']));
    expect(rows[1]).toMatchObject({
      plan: 'North Ward “first”',
      made_on: '2026-11-27',
      assumed: '',
      sources: '',
    });
  });

  it('counts hubs, links and who is served, and says with which cards it was made and what is assumed', () => {
    const quantity = (item: string) =>
      rows.find((row) => row.design === 'rooftop radio' && row.part === 'radio' && row.item === item)
        ?.quantity;
    expect(quantity('hubs')).toBe('2');
    expect(quantity('hubs joined by radio link')).toBe('1');
    expect(quantity('units served')).toBe('2');
    expect(quantity('units not served')).toBe('4');
    expect(rows[0]).toMatchObject({
      rates: 'Rates',
      rates_price_base: 'not stated',
      plan_card: 'Card',
      assumed: 'Chamber',
    });
  });
});

describe('the comparison of a plan as CSV', () => {
  it('say of a sum in which something is not known that it is at least that', () => {
    const { interventions } = FULL_EVALUATION;
    const lacking = {
      ...FULL_EVALUATION,
      interventions: interventions.map((one) => ({
        ...one,
        lines: one.lines.map((line) =>
          line.key === 'capital' && line.figure
            ? { ...line, figure: { ...line.figure, value: withLacks(line.figure.value, ['mews']) } }
            : line,
        ),
      })),
    };
    const rows = rowsOf(planComparisonCsv(FULL_PLAN, lacking, DIG_TOLD));
    const said = new Set(
      rows.filter(({ not_in_it }) => not_in_it !== '').map(({ key, not_in_it }) => `${key}: ${not_in_it}`),
    );
    expect([...said]).toEqual(['capital: at least what is told: one thing is not known']);
  });

  it('has a line for each answer and key; what has no design has one that says why', () => {
    const rows = rowsOf(planComparisonCsv(FULL_PLAN, FULL_EVALUATION, DIG_TOLD));
    const served = rows.find(({ intervention, key }) => intervention === 'rooftop radio' && key === 'served');
    expect(served).toMatchObject({ low: '3', mid: '3', high: '3', unit: 'premises', of: '6' });
    expect(rows.filter(({ intervention }) => intervention === 'hybrid')).toEqual([
      expect.objectContaining({ key: '', why_not_known: 'No fibre point is chosen. Choose one.' }),
    ]);
    const claimed = rows.find(({ key }) => key === 'claimed benefit');
    expect(claimed).toMatchObject({ mid: '', why_not_known: 'Nobody claims anything.' });
  });
});

it('a record of a table is one line, whatever names and prints have in them', () => {
  const told = { ...DIG_TOLD, projectName: 'Two\nlines', sources: 'One;\r\n two' };
  const plan = {
    ...FULL_PLAN,
    designs: FULL_PLAN.designs && { ...FULL_PLAN.designs, madeOf: 'c3d4\n"file-1"\n"file-2"' },
  };
  for (const csv of [
    planPremisesCsv(plan, told),
    planHubsCsv(plan, told, TERMS),
    planLinksCsv(plan, told, TERMS),
    planComparisonCsv(plan, FULL_EVALUATION, told),
  ]) {
    expect(csv.trim().split(/[\r\n]+/)).toHaveLength(rowsOf(csv).length + 1);
    expect(rowsOf(csv)[0]).toMatchObject({ project: 'Two lines', sources: 'One; two', plan_made_of: 'c3d4' });
  }
});

describe('a plan as KML', () => {
  it('reads back to its parts, each told to which design it belongs', async () => {
    await fc.assert(
      fc.asyncProperty(
        worked.filter((plan) => designsOf(plan).some(({ radio }) => radio !== null)),
        async (plan) => {
          const { table } = await readOne(memoryFile('plan.kml', planKml(plan, DIG_TOLD)), quietly());
          const column = table.columns.find(({ name }) => name === 'what');
          const of = table.columns.find(({ name }) => name === 'design');
          if (!column || !of) throw new Error('Every placemark says what it is.');
          const found = Array.from(
            { length: table.rows },
            (_, row) => `${cellText(of, row)}: ${cellText(column, row)}`,
          );
          for (const { kind, radio } of designsOf(plan)) {
            if (!radio) continue;
            expect(found.filter((one) => one === `${kind}: hub`)).toHaveLength(radio.hubs.length);
            expect(found.filter((one) => one === `${kind}: served by radio`)).toHaveLength(
              radio.served.length,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says what it does not hold', () => {
    expect(planKml(FULL_PLAN, { ...DIG_TOLD, remark: 'fictional' })).toMatch(
      /<description>[^<]*remark: fictional[^<]*lacks: the parts of each price[^<]*<\/description>/,
    );
  });
});

it.each([
  ['premises', () => planPremisesCsv(EMPTY_PLAN, DIG_TOLD)],
  ['hubs', () => planHubsCsv(EMPTY_PLAN, DIG_TOLD, TERMS)],
  ['links', () => planLinksCsv(EMPTY_PLAN, DIG_TOLD, TERMS)],
  ['KML', () => planKml(EMPTY_PLAN, DIG_TOLD)],
])('a plan without designs has no %s, in words', (_, write) => {
  expect(write).toThrow(new RangeError('Not run yet has no design yet. Run it first.'));
});
