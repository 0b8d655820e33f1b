import { describe, expect, it } from 'vitest';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import { ratesFingerprint } from '../../../src/domain/cost/rates-fingerprint.ts';
import type { DigResult } from '../../../src/domain/dig/dig-design.ts';
import type { DigQuestion } from '../../../src/domain/dig/dig-question.ts';
import { designLine } from '../../../src/stores/derived/design-line.ts';
import { chosenWords } from '../../../src/stores/derived/dig-asked-text.ts';
import { digBill } from '../../../src/stores/derived/dig-bill.ts';
import { digBox, streetBox } from '../../../src/stores/derived/dig-box.ts';
import { digHeadline } from '../../../src/stores/derived/dig-headline.ts';
import {
  costLines,
  costTotals,
  detourLines,
  missedGroups,
  quantityLines,
  quantityTotal,
} from '../../../src/stores/derived/dig-lines.ts';
import { readPounds, readShare, readWhole } from '../../../src/stores/derived/dig-numbers.ts';
import { digRoots } from '../../../src/stores/derived/dig-roots.ts';
import { digStaleReasons } from '../../../src/stores/derived/dig-stale.ts';
import { daysText, digStreetTable } from '../../../src/stores/derived/dig-street-table.ts';
import { digStreets } from '../../../src/stores/derived/dig-streets.ts';
import { nextSelection } from '../../../src/stores/derived/next-selection.ts';
import { poundsBand, poundsText } from '../../../src/stores/derived/pounds-text.ts';
import { routeKey } from '../../../src/stores/derived/route-key.ts';
import { streetNamed } from '../../../src/stores/derived/street-names.ts';
import { streetStates } from '../../../src/stores/derived/street-states.ts';
import { streetView } from '../../../src/stores/derived/street-view.ts';
import { topicFigure } from '../../../src/stores/derived/topic-figure.ts';
import { FIRST_INTERVENTIONS } from '../../../src/stores/view-store.ts';
import { FULL_DESIGN } from '../../builders/dig-designs.ts';
import { crossGround } from '../../builders/dig-ground.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const { question } = FULL_DESIGN;
const result = FULL_DESIGN.result as DigResult;
const bill = digBill(question, result, DEFAULT_RATES);
const ground = crossGround();

describe('the headline of a dig', () => {
  it('says pounds, whom it serves of those asked for, the range, and that rates are assumed', () => {
    const headline = digHeadline(question, result, bill);
    expect(headline.rest).toBe('to build, for 2 of the 3 premises asked for (66.7 %)');
    expect(headline.number).toBe(poundsText(bill.capital.mid));
    expect(headline.range).toMatch(/^between £[\d,]+ and £[\d,]+$/);
    expect(headline.isAssumed).toBe(bill.assumed.length > 0);
    expect(headline.facts[0]).toMatchObject({
      name: 'Not served',
      value: '1 of 3',
      note: 'no street near: 1',
    });
    expect(headline.facts.map(({ name }) => name)).toContain('Road works');
  });

  it('is at least what it says where what a private street’s owner asks is not known, and says so', () => {
    const owned = { ...bill, ownersUnpriced: ['mews: wayleave'] };
    const { number, range, notes, facts } = digHeadline(question, result, owned);
    expect(number).toBe(`at least ${poundsText(bill.capital.mid)}`);
    expect(range).toMatch(/^between £[\d,]+ and £[\d,]+, and what is not known$/);
    expect(notes).toContainEqual(
      expect.stringContaining('asks for its leave is not known, and in no sum of money.'),
    );
    expect(facts.find(({ name }) => name === 'To run')?.value).toBe('under £1 a year, in part not known');
    for (const { value } of costTotals(owned))
      expect(value).toMatch(/^at least £|^under £1, in part not known$/);
    for (const { value } of costTotals(bill)) expect(value).toMatch(/^(?:under )?£/);
  });

  it('calls postcodes postcodes, and says that each stands for several addresses', () => {
    expect(digHeadline(question, result, bill).notes).toEqual([]);
    const ofPostcodes: DigResult = { ...result, unit: 'postcodes' };
    const postcodes = digBill({ ...question }, ofPostcodes, DEFAULT_RATES);
    const { rest, facts, notes, bound } = digHeadline(question, { ...ofPostcodes, mostUnits: 2 }, postcodes);
    expect(rest).toBe('to build, for 2 of the 3 postcodes asked for (66.7 %)');
    expect(notes[0]).toMatch(/^Counted in postcodes: each stands for several addresses.* is not known\.$/);
    expect(bound).toContain('can serve more than 2 postcodes');
    expect(facts.find(({ name }) => name === 'Passed')?.value).toBe('9 postcodes');
    expect(facts.find(({ name }) => name === 'For each connected postcode')?.note).toMatch(
      /÷ 1 postcode connected/,
    );
    expect(missedGroups(ofPostcodes)[0].number).toBe('1 postcode of 3 (33.3 %)');
    const design = { ...FULL_DESIGN, result: ofPostcodes };
    expect(designLine(design, projectOf({ designs: [design] })).words).toMatch(/, 2 postcodes served$/);
  });

  it('says how near to the best possible it is, for a budget also how many could be served', () => {
    expect(digHeadline(question, result, bill).bound).toMatch(
      /^Within 0\.9 % of the best possible to the 2 served from the 2 fibre points chosen: built/,
    );
    expect(digHeadline(question, { ...result, mostUnits: 2 }, bill).bound).toMatch(
      /^No route within the budget from the 2 fibre points chosen can serve more than 2 premises\. Within 0\.9 %/,
    );
    const all = { ...question, aim: { kind: 'serve all' } } as const;
    const best = { ...result, lowerBoundPence: 111 };
    expect(digHeadline({ ...all, rootIds: ['a', 'b'] }, { ...best, missed: [] }, bill).bound).toMatch(
      /^The best possible from the 3 fibre points chosen: no route/,
    );
    expect(digHeadline({ ...all, ownRoots: [] }, best, bill).bound).toMatch(
      /^The best possible to the 2 served from the fibre point chosen: no route/,
    );
    expect(digHeadline(all, { ...best, isQuick: true }, bill).bound).toBe(
      'A quick answer, within less than 0.1 % of the best possible: refining may find a cheaper route.',
    );
    expect(digHeadline(all, { ...result, lowerBoundPence: 111 }, bill).bound).toMatch(/^The best possible/);
    expect(digHeadline(all, { ...result, lowerBoundPence: 0 }, bill).bound).toMatch(/is not known\.$/);
  });

  it('says which fibre points were not used', () => {
    const notes = ['Fibre was not led from Exchange: no street is near.', 'Another.'];
    expect(digHeadline(question, { ...result, notes }, bill).notes).toEqual(notes.slice(0, 1));
    expect(digHeadline(question, { ...result, notes: [] }, bill).notes).toEqual([]);
  });

  it('is explained by parts that sum to it', () => {
    const figure = topicFigure({ kind: 'dig', dig: { result, bill, rates: DEFAULT_RATES } }, projectOf({}));
    const built = bill.parts
      .filter(({ isYearly }) => !isYearly)
      .reduce((sum, { pence }) => sum + pence.mid, 0);
    expect(figure?.value).toMatchObject({ mid: built / 100, unit: 'pounds' });
    expect(figure?.assumptions.map(({ text }) => text)).toContain(result.notes[0]);
  });
});

describe('a result that is out of date', () => {
  const rates = ratesFingerprint(DEFAULT_RATES);
  const design = {
    question: { ...question, onlyNotSpots: false },
    result: { ...result, madeOf: { contents: ['premises', 'streets'], rates } },
  };
  const datasets = [datasetOf({ role: 'premises' }), datasetOf({ role: 'streets' })];

  it('is so by its files or its rates, and not by others', () => {
    expect(digStaleReasons(design, projectOf({ datasets }))).toEqual([]);
    expect(
      digStaleReasons(design, projectOf({ datasets: [...datasets, datasetOf({ role: 'heights' })] })),
    ).toEqual([]);
    const more = [...datasets, datasetOf({ role: 'restrictions' })];
    expect(digStaleReasons(design, projectOf({ datasets: more }))).toHaveLength(1);
    expect(digStaleReasons(design, projectOf({ datasets: [datasets[0]] }))).toHaveLength(1);
    const dear = { ...DEFAULT_RATES, termYears: { ...DEFAULT_RATES.termYears, value: 3 } };
    expect(digStaleReasons(design, projectOf({ datasets, rates: dear }))).toEqual(['the rates have changed']);
    expect(digStaleReasons({ ...design, result: null }, projectOf({}))).toEqual([]);
  });

  it('is marked in the list, as is a quick one', () => {
    const made = { ...FULL_DESIGN, ...design };
    expect(designLine(made, projectOf({ datasets })).badge).toBe(null);
    expect(designLine(made, projectOf({ datasets })).words).toContain(
      `${poundsText(bill.capital.mid)} to build`,
    );
    expect(designLine(made, projectOf({})).badge).toBe('out of date');
    const quick = { ...made, result: { ...design.result, isQuick: true } };
    expect(designLine(quick, projectOf({ datasets })).badge).toBe('quick answer');
    expect(designLine({ ...made, result: null }, projectOf({})).words).toBe('not worked out yet');
  });
});

describe('streets of a dig', () => {
  const asked: DigQuestion = {
    ...question,
    blocked: ['High Street'],
    forced: [],
    lifted: [],
    worksFrom: '2027-01-01',
  };

  it('are closed by what is in force on the day, unless lifted; a person’s word stands before that', () => {
    const states = (edit: Partial<DigQuestion>) =>
      Object.fromEntries(streetStates({ ...asked, ...edit }, ground.streets, ground.barriers));
    expect(states({})).toEqual({ 'High Street': 'blocked', 'Mill Lane': 'protected' });
    expect(states({ worksFrom: '2028-05-13' })).toEqual({ 'High Street': 'blocked' });
    const lifted = [{ street: 'Mill Lane', reason: 'Agreed' }];
    expect(states({ lifted })).toMatchObject({ 'Mill Lane': 'lifted' });
    expect(states({ lifted, forced: ['Mill Lane'] })).toMatchObject({ 'Mill Lane': 'forced' });
  });

  it('are those of the route, dearest first, then what was decided of and what is gone round', () => {
    const streets = digStreets(question, result, bill, null);
    expect(streets.map(({ id, name, isUsed }) => [id, name, isUsed])).toEqual([
      ['street-1', 'High Street', true],
      ['street-3', 'street-3', false],
      ['street-2', 'street-2', false],
      ['street-4', 'Mill Lane', false],
    ]);
    const table = digStreetTable(streets, bill, question.worksFrom, { column: 'cost', descending: true });
    // What a person blocked comes first.
    expect(table.lines.slice(0, 2).map(({ id }) => id)).toEqual(['street-3', 'street-1']);
    expect(table.cell(streets[0], 'restrictions')).toBe(
      'Protected from road works, from 1 January 2024 until 1 March 2027 (closed to digging)',
    );
    expect(table.cell(streets[1], 'state')).toBe('Blocked by you');
    expect(table.cell(streets[1], 'cost')).toBe('–');
  });

  it('add up to the headline: what is built, what is run, metres, and days made whole', () => {
    const sort = { column: 'cost', descending: true };
    const used = digStreets(question, result, bill, null).filter(({ isUsed }) => isUsed);
    const { foot, cell } = digStreetTable(used, bill, question.worksFrom, sort);
    const lines = [...used, ...foot.slice(0, -1)];
    const whole = foot[foot.length - 1];
    const sum = (of: (line: (typeof lines)[number]) => number) =>
      lines.reduce((total, line) => total + of(line), 0);
    expect(cell(whole, 'cost')).toContain(digHeadline(question, result, bill).number);
    expect(sum(({ pence }) => pence.mid)).toBe(bill.capital.mid);
    expect(sum(({ running }) => running.mid)).toBe(bill.presentValueOfRunning.mid);
    expect(sum(({ metres }) => metres)).toBeCloseTo(whole.metres, 6);
    expect(sum((line) => Number.parseInt(cell(line, 'days'), 10))).toBe(
      Number.parseInt(cell(whole, 'days'), 10),
    );
    expect(Number.parseInt(cell(whole, 'days'), 10)).toBe(Math.round(bill.streetDays.mid));
    expect(foot.map(({ name }) => name)).toContain('Connections: 40.0 % of 2 served');
    expect(foot.map((line) => cell(line, 'days')).filter((words) => /-/.test(words))).toEqual([]);
  });

  it('without a name have their days in tenths, and all of them together whole, as the headline says', () => {
    const made = { ...result, pieces: result.pieces.map((piece) => ({ ...piece, streetName: null })) };
    const own = digBill({ ...question }, made, DEFAULT_RATES);
    const used = digStreets(question, made, own, null).filter(({ isUsed }) => isUsed);
    const sort = { column: 'cost', descending: true };
    const { foot, cell } = digStreetTable(used, own, question.worksFrom, sort);
    const works = digHeadline(question, made, own).facts.find(({ name }) => name === 'Road works');
    expect(used.map((street) => cell(street, 'days'))).toEqual(
      used.map(() => expect.stringMatching(/^\d+\.\d\b/)),
    );
    const days = used.reduce((sum, street) => sum + street.days.mid, 0);
    expect(days).toBeGreaterThan(0);
    expect(Number.parseInt(cell(foot[foot.length - 1], 'days'), 10)).toBe(Math.ceil(days));
    expect(works?.value).toMatch(new RegExp(`^${Math.ceil(days)} days?$`));
    expect(works?.note).toMatch(/without a name: \d+ lines?, \d+ days? together/);
  });

  it('say of themselves what restricts them and what can be decided', () => {
    const view = streetView('Mill Lane', null, { question: asked, ground, detours: [] });
    expect(view).toMatchObject({ isClosed: true, isBlocked: false, liftedFor: null });
    expect(view.restrictions[0]).toMatchObject({ effect: 'It closes the street to digging.', forbids: true });
    expect(view.restrictions[0].details).toBe('Street authority can lift it; source not known');
    expect(view.goingRound).toBe(null);
    const round = {
      street: 'Mill Lane',
      streetName: 'Mill Lane',
      barrier: 'b1',
      until: '2028-05-12',
      pence: 90_000,
    };
    const roundIt = (pence: number) =>
      streetView('Mill Lane', null, { question: asked, ground, detours: [{ ...round, pence }] }).goingRound;
    expect(roundIt(90_000)).toBe(
      'Going round Mill Lane, protected until 12 May 2028, costs £900 more for those served, built and run.',
    );
    expect(roundIt(0)).toBe('Going round it costs nothing more.');
    const lifted = [{ street: 'Mill Lane', reason: 'Agreed' }];
    const free = streetView('Mill Lane', null, { question: { ...asked, lifted }, ground, detours: [] });
    expect(free.restrictions[0]).toMatchObject({
      effect: 'Lifted for this dig: it closes nothing.',
      forbids: false,
    });
  });

  it('are found by name in any case, by its beginning, or by id', () => {
    expect(streetNamed(ground, ' mill lane ')).toBe('Mill Lane');
    expect(streetNamed(ground, 'HIGH')).toBe('High Street');
    expect(streetNamed(ground, 'Nowhere')).toBe(null);
    expect(streetNamed(ground, '')).toBe(null);
  });
});

describe('lines of a dig', () => {
  it('say each part of the cost as a share of all of it', () => {
    const shares = costLines(bill).map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(quantityLines(bill).map(({ name }) => name)).toContain('Existing poles');
    const { number } = digHeadline(question, result, bill);
    expect(costTotals(bill).map(({ value }) => value)).toEqual([
      number,
      poundsText(bill.presentValueOfRunning.mid),
      poundsText(bill.whole.mid),
    ]);
    expect(quantityTotal(bill).value).toBe(number);
  });

  it('say who is missed, by reason, of all asked for', () => {
    expect(missedGroups(result)).toMatchObject([
      { reason: 'no street near', number: '1 premises of 3 (33.3 %)', more: 0 },
    ]);
    expect(missedGroups(result)[0].places[0]).toMatchObject({
      name: '007',
      detail: '512 m from High Street',
    });
    expect(missedGroups({ ...result, missed: [] })).toEqual([]);
  });

  it('say what going round costs, and apart from that what costs nothing', () => {
    const { dear, free, freeWords } = detourLines(result);
    expect(dear.map(({ words }) => words)).toEqual([
      'Going round street-2, protected until 1 March 2027, costs £2,500 more for those served, built and run.',
    ]);
    expect(free).toEqual([{ street: 'street-4', name: 'Mill Lane' }]);
    expect(freeWords).toBe('Going round one protected street of those asked about costs nothing more');
  });

  it('names the closed street, with its date, because of which somebody is not served, asked about or not', () => {
    const behind = { street: 'street-2', streetName: 'High Street', until: '2030-03-31' };
    const reason = 'street not joined to a root' as const;
    const place = { ...result.missed[0], reason, units: 14, behind };
    const cut = { ...place, units: 3, behind: { street: 's9', streetName: null, until: null } };
    const missed = [place, place, cut];
    expect(missedGroups({ ...result, missed }).map(({ title, number }) => [title, number])).toEqual([
      [
        'no way from a fibre point but through High Street, protected until 31 March 2030',
        '28 premises of 33 (84.8 %)',
      ],
      [
        'no way from a fibre point but through s9, closed without an end that is known',
        '3 premises of 33 (9.1 %)',
      ],
    ]);
    expect(digHeadline(question, { ...result, missed }, bill).facts[0].note).toBe(
      'because of High Street, protected until 31 March 2030: 28; because of s9, closed without an end that is known: 3',
    );
    expect(detourLines({ ...result, missed }).dear.map(({ words }) => words)).toEqual([
      'Going round street-2, protected until 1 March 2027, costs £2,500 more for those served, built and run. It leaves 28 premises not served.',
      'There is no way round s9, closed without an end that is known: it leaves 3 premises not served.',
    ]);
  });

  it('leave out of the key what is shorter than half a metre', () => {
    const [first, second] = result.pieces;
    const key = routeKey({ pieces: [first, { ...second, metres: 0.49 }] });
    expect(key.map(({ name }) => name)).toEqual(['footway']);
  });
});

describe('what a dig is asked', () => {
  it('takes points of the files and a person’s own, which stand in for those of the same id', () => {
    const own = { id: 'A', name: 'A', kind: 'cabinet', lon: 0, lat: 0, owner: null } as const;
    const placed = { ...own, id: 'own-1' };
    const roots = digRoots({ rootIds: ['B'], ownRoots: [own, placed] }, ground.fibrePoints);
    expect(roots.map(({ point, isChosen, from }) => [point.id, isChosen, from])).toEqual([
      ['own-1', true, 'own'],
      ['B', true, 'file'],
      ['A', true, 'moved'],
    ]);
    expect(digRoots(null, ground.fibrePoints).some(({ isChosen }) => isChosen)).toBe(false);
  });

  it('is a selection once enough is chosen', () => {
    const { next } = FIRST_INTERVENTIONS;
    expect(nextSelection(next)).toBe(null);
    expect(nextSelection({ ...next, wardCode: 'W01' })).toEqual({ kind: 'ward', code: 'W01' });
    const corners = [
      [0, 0],
      [1, 0],
    ] as const;
    expect(nextSelection({ ...next, by: 'shape', corners })).toBe(null);
    const shape = nextSelection({ ...next, by: 'shape', corners: [...corners, [1, 1]] });
    expect(shape).toMatchObject({ kind: 'shape', shape: { ringStarts: Uint32Array.of(0, 4) } });
    expect(nextSelection({ ...next, by: 'list', ids: [] })).toBe(null);
  });

  it('reads pounds, whole numbers and shares, and nothing else', () => {
    expect(['£1,500', '2250.50', ' 7 '].map(readPounds)).toEqual([150_000, 225_050, 700]);
    expect(['', '-1', '1e5', '0', '1.234', '99999999999'].map(readPounds)).toEqual(Array(6).fill(null));
    expect([readWhole('1,000', 1, 1_000), readWhole('0', 1, 9), readWhole('1.5', 1, 9)]).toEqual([
      1_000,
      null,
      null,
    ]);
    expect([readShare('40 %'), readShare('100.1'), readShare('x')]).toEqual([40, null, null]);
  });

  it('says how many there are with what is not known', () => {
    const chosen = {
      unit: 'premises',
      all: 412,
      notSpots: 96,
      perhaps: 0,
      whyNotTold: null,
      notKnown: 3,
      asked: 96,
    } as const;
    const places = { lon: new Float64Array(0), lat: new Float64Array(0), box: null };
    expect(chosenWords({ ...chosen, ...places }, true)).toBe(
      '96 of 412 premises are not-spots (23.3 %). Of 3 it is not known.',
    );
    expect(chosenWords({ ...chosen, ...places, notSpots: null, whyNotTold: 'Only shares.' }, true)).toBe(
      'Only shares. To reach all 412 premises, untick “Only not-spots”.',
    );
    const untold = { ...chosen, ...places, notSpots: null, whyNotTold: 'Only shares.' };
    expect(chosenWords(untold, false)).toBe('412 premises, whether covered or not.');
    expect(chosenWords({ ...chosen, ...places, notKnown: 0, perhaps: 24 }, true)).toBe(
      '96 of 412 premises are not-spots (23.3 %): 72 surely, 24 perhaps. Both are asked for; lists of wards and clusters count a middle between.',
    );
  });
});

it('no days are 0, never −0', () => {
  expect(daysText({ low: 0, mid: 0, high: 0 })).toBe('0');
  expect(daysText({ low: 0.2, mid: 1, high: 2.5 })).toBe('1 (1–3)');
});

it('money is whole pounds, never a hidden nothing', () => {
  expect([0, 49, 150, -150_000].map(poundsText)).toEqual(['£0', 'under £1', '£2', '−£1,500']);
  expect(poundsBand({ low: 100, mid: 110, high: 120 })).toBe(null);
  expect(poundsBand({ low: 100, mid: 200, high: 300 })).toBe('£1–£3');
});

it('a dig lies where its route and premises are; a street where its lines are', () => {
  expect(digBox(null, null)).toBe(null);
  expect(digBox(result, null)).toEqual([-1.3, 52.9, -1.2, 52.901]);
  expect(streetBox(ground, 'nowhere')).toBe(null);
  const [west, , east] = streetBox(ground, 'High Street') ?? [];
  // A degree of longitude at 52.9° on the WGS84 ellipsoid: 67,292 m.
  expect(Number(east) - Number(west)).toBeCloseTo(200 / 67_292, 6);
});
