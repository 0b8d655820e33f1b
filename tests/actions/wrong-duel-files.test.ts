import { beforeEach, describe, expect, it, test } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { importPlan } from '../../src/actions/import-plan.ts';
import { importRegister } from '../../src/actions/import-register.ts';
import { registerOf } from '../../src/domain/plan/register.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { planGeoJson } from '../../src/formats/plan-geojson.ts';
import { writeRegisterCsv } from '../../src/formats/register-csv.ts';
import { writeRegisterJson } from '../../src/formats/register-json.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { FULL_PLAN } from '../builders/plans.ts';

// Files that plans are made of, spoiled as people and programs spoil them.

let context: AppContext;

beforeEach(() => {
  ({ context } = makeAppContext());
});

const ROOFS = `ref,name,kind,owner,wayleave,asked,power,height_m,longitude,latitude
R1,Library,lighting column,Exampleborough Council,willing,2026-03-04,yes,12,-2.35,53.4
R2,Flats,flats,Example Homes,refusing,2026-03-04,no,15,-2.36,53.41
`;

const WORKS = `street,promoter,works,from,until,shares_trench
Mill Lane,Example Water,sewer repair,2027-03-01,2027-05-31,yes
High Street,Example Gas,gas main,2027-04-01,2027-05-31,no
`;

const latin1 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** What becomes of a file that is dropped. */
async function dropped(content: BlobPart) {
  await importFiles(context, [new File([content], 'x.csv')]);
  const [{ role, report }] = context.imports.getState().files;
  return { role, issues: report.issues.map(({ code, message, examples }) => ({ code, message, examples })) };
}

describe('roofs with their owners’ answers, and a calendar of works', () => {
  it.each<[string, string, BlobPart, string, RegExp]>([
    [
      'an answer',
      'roof access',
      ROOFS.replace('refusing', '=1+1'),
      'data row 2: "=1+1"',
      /not known here.*Write willing/,
    ],
    [
      'a date',
      'roof access',
      ROOFS.replace('2026-03-04', '31/02/2026'),
      'data row 1: "31/02/2026"',
      /Write 2026-01-31\.$/,
    ],
    ['a number', 'roof access', ROOFS.replace(',12,', ',tall,'), 'data row 1: height "tall"', /Write metres/],
    [
      'an id that stands twice',
      'roof access',
      ROOFS.replace('R2', 'R1'),
      'data row 2: "R1"',
      /a roof of its own/,
    ],
    [
      'a date',
      'planned excavations',
      WORKS.replace('2027-03-01', 'spring'),
      'data row 1: "spring"',
      /Write 2027-01-31\.$/,
    ],
    [
      'no street',
      'planned excavations',
      WORKS.replace('Mill Lane', ''),
      'data row 1',
      /Give its id, USRN or name\.$/,
    ],
    [
      'neither yes nor no',
      'planned excavations',
      WORKS.replace(',yes', ',perhaps'),
      'data row 1: "perhaps"',
      /Write yes or no\.$/,
    ],
  ])(
    '%s in %s is said with its row, what was made of it, and what to write',
    async (_, role, text, place, words) => {
      expect(await dropped(text)).toEqual({
        role,
        issues: [{ code: expect.any(String), message: expect.stringMatching(words), examples: [place] }],
      });
    },
  );

  it.each([
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['Windows’ ends of lines', (text: string) => text.replaceAll('\n', '\r\n')],
    ['formulas for names', (text: string) => text.replace('Library', '=1+1').replace('Mill Lane', '=1+1')],
  ])('are taken with %s', async (_, spoil) => {
    expect(await dropped(spoil(ROOFS))).toEqual({ role: 'roof access', issues: [] });
    expect(await dropped(spoil(WORKS))).toEqual({ role: 'planned excavations', issues: [] });
  });

  it('are taken in Latin-1, which is said', async () => {
    const { role, issues } = await dropped(latin1(ROOFS.replace('Library', 'Caf\u00e9')));
    expect([role, issues.map(({ code }) => code)]).toEqual(['roof access', ['BAD_ENCODING']]);
  });

  it('are not guessed where their one telling column is missing', async () => {
    expect((await dropped(ROOFS.replace('wayleave', 'remark'))).role).toBe('context');
    expect((await dropped(WORKS.replace('promoter', 'remark'))).role).toBe('table');
  });

  it('are refused where a quote never closes: nothing of the project changes', async () => {
    await dropped(ROOFS);
    const before = context.project.getState();
    const { role, issues } = await dropped(ROOFS.replace('Flats', '"Flats'));
    expect([role, issues[0].message]).toEqual([
      null,
      expect.stringMatching(/^x\.csv: .*row 3.*load the file again\.$/),
    ]);
    expect(context.project.getState()).toBe(before);
  });
});

const REGISTER = registerOf({ devices: GENERIC_DEVICES }, null);
const CSV = writeRegisterCsv(REGISTER);
const JSON_TEXT = writeRegisterJson(REGISTER);
const [HEADER] = CSV.split('\r\n');
const ITEM = /^(plan item,,,,weeksToDesign,.*?),2,4,10/m;
/** A header and so many rows. */
const rows = (count: number, line: (i: number) => string): string =>
  `${HEADER}\r\n${Array.from({ length: count }, (_, i) => line(i)).join('\r\n')}\r\n`;

describe('a register', () => {
  it.each<[string, string, BlobPart, RegExp]>([
    ['another header', 'x.csv', CSV.replace('part,', 'pert,'), /no column "part"\. Save one from Notspot/],
    [
      'a formula for a number',
      'x.csv',
      CSV.replace(ITEM, '$1,2,=1+1,10'),
      /row 19, column mid: “=1\+1” is no number\. Write a number\./,
    ],
    [
      'a number out of range',
      'x.csv',
      CSV.replace(ITEM, '$1,-2,4,10'),
      /row 19: Design and survey, low: write a number from 0/,
    ],
    [
      'a figure there is not',
      'x.csv',
      CSV.replace('weeksToDesign', 'weeksToDream'),
      /row 19, column rate: there is no “weeksToDream”/,
    ],
    [
      'a date that is none',
      'x.csv',
      CSV.replace(ITEM, '$1,2,4,10,A source,Somebody,31/02/2026'),
      /row 19: .*Write the date as year-month-day/,
    ],
    [
      'a figure twice',
      'x.csv',
      `${CSV}${/^plan item.*/m.exec(CSV)?.[0]}\r\n`,
      /row \d+: row 5 says the same\. Keep one of them\./,
    ],
    [
      'half a radio',
      'x.csv',
      rows(1, () => 'radio,ours,,,powerDbm,Power,dBm,20'),
      /radio “ours”: there is no row for band\. Add it as a saved register has it\./,
    ],
    [
      '100,000 radios',
      'x.csv',
      rows(100_000, (i) => `radio,r${i},,,powerDbm,Power,dBm,20`),
      /row 5002: here are more than 5,000 rows.*Load the file that was saved/,
    ],
    [
      '100,000 claims',
      'x.csv',
      rows(100_000, (i) => `claim,c${i},,,,,,1`),
      /row 5002: here are more than 5,000 rows/,
    ],
    ['a length above 8 MB', 'x.csv', `${CSV}${' '.repeat(8_000_001)}`, /above 8 MB.*Give another file\./],
    [
      'an end cut off',
      'x.json',
      JSON_TEXT.slice(0, JSON_TEXT.length / 2),
      /no JSON \(line \d+, character \d+: .*load it again\./,
    ],
    [
      'a word for a number',
      'x.json',
      JSON_TEXT.replace(/"mid": [\d.]+/, '"mid": "soon"'),
      /planCard\.items\.\w+\.value\.mid: a number from/,
    ],
    ['a figure there is not', 'x.json', JSON_TEXT.replace('"weeksToDesign"', '"weeksToDream"'), /weeksToD/],
    [
      'a name every object has',
      'x.json',
      JSON_TEXT.replace('"devices"', '"__proto__":{"a":1},"devices"'),
      /may not hold "__proto__"/,
    ],
  ])(
    'with %s is refused by file, place, reason and remedy (%s), and nothing changes',
    async (_, name, text, words) => {
      const before = context.project.getState();
      const outcome = await importRegister(context, new File([text], name));
      expect(outcome).toEqual({ state: 'refused', message: expect.stringMatching(words) });
      expect(outcome.state === 'refused' && outcome.message).toMatch(/^x\.(?:csv|json)/);
      expect(context.project.getState()).toBe(before);
    },
  );

  it.each<[string, string, BlobPart]>([
    ['a byte-order mark', 'x.csv', `\ufeff${CSV}`],
    ['a byte-order mark', 'x.json', `\ufeff${JSON_TEXT}`],
    ['line feeds alone', 'x.csv', CSV.replaceAll('\r\n', '\n')],
    [
      'Latin-1 and a formula for a name',
      'x.csv',
      latin1(CSV.replaceAll(/[^\0-\xff]/g, '-').replace(/^(plan card,,,,name,,,)[^,]*/m, '$1=Caf\u00e9')),
    ],
  ])('is taken with %s (%s)', async (_, name, text) => {
    expect(await importRegister(context, new File([text], name))).toMatchObject({ state: 'taken' });
    const card = context.project.getState().project.planCard;
    expect(card?.items.weeksToDesign).toEqual(REGISTER.planCard.items.weeksToDesign);
    expect(card?.name).toBe(text instanceof Uint8Array ? '=Caf\u00e9' : REGISTER.planCard.name);
  });
});

describe('a plan as GeoJSON', () => {
  const text = planGeoJson(FULL_PLAN, DIG_TOLD);
  const take = (content: BlobPart) => importPlan(context, new File([content], 'x.geojson'));

  it.each<[string, BlobPart, RegExp]>([
    ['an end cut off', text.slice(0, text.length / 2), /^x\.geojson/],
    ['another mark', text.replace('"notspot_plan"', '"notspot_plant"'), /^x\.geojson/],
    [
      'a wrong number',
      text.replace(/"metres":[\d.]+/, '"metres":-1'),
      /^x\.geojson, "notspot_plan": .*again\.$/,
    ],
    ['an unknown kind of hub', text.replace('"what":"hub"', '"what":"=1+1"'), /^x\.geojson, feature \d+/],
    ['a wrong date', text.replace(/"worksFrom":("[^"]*"|null)/, '"worksFrom":"31/02/2026"'), /^x\.geojson/],
    [
      'a feature twice',
      JSON.stringify(JSON.parse(text, (key, value) => (key === 'features' ? [...value, value[0]] : value))),
      /^x\.geojson/,
    ],
    ['Latin-1', latin1(text.replaceAll(/[^\0-\xff]/g, '-').replace('Library', 'Caf\u00e9')), /^x\.geojson/],
  ])(
    'with %s is refused by file, place, reason and remedy, and nothing changes',
    async (_, content, words) => {
      expect(content).not.toBe(text);
      const before = context.project.getState();
      const outcome = await take(content);
      expect(outcome).toEqual({ state: 'refused', message: expect.stringMatching(words) });
      expect(context.project.getState()).toBe(before);
    },
  );

  test('is taken with a byte-order mark and Windows’ ends of lines', async () => {
    const laidOut = JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', '\r\n');
    expect(await take(`\ufeff${laidOut}`)).toMatchObject({ state: 'taken' });
  });
});
