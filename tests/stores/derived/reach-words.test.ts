import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REACH_QUALITIES, REACH_REASONS, type ReachReason } from '../../../src/domain/radio/reach-answer.ts';
import { mastIsExpected, mastSteps, mastWords } from '../../../src/stores/derived/mast-steps.ts';
import { reachKey } from '../../../src/stores/derived/reach-key.ts';
import { reachMarks } from '../../../src/stores/derived/reach-marks.ts';
import { reachSummary } from '../../../src/stores/derived/reach-summary.ts';
import { reachTable } from '../../../src/stores/derived/reach-table.ts';
import { townReach } from '../../builders/town-reach.ts';

const reach = townReach();

describe('a reach in words', () => {
  it('says served of all, newly served of them, and lists every quality with its share', () => {
    const { number, rest, newly, qualities } = reachSummary(reach);
    expect(number).toBe(reach.served.units.toLocaleString('en-GB'));
    expect(rest).toMatch(
      new RegExp(`^of ${reach.all.units} premises \\(.+ %\\) within 350 m are served from here\\.$`),
    );
    expect(newly).toMatch(/not-spots?, newly served: .+ gigabit\. For \d+ that is not known\.$/);
    expect(qualities.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(qualities.map(({ quality }) => quality)).toEqual(
      REACH_QUALITIES.filter((_, code) => reach.byQuality[code].units > 0),
    );
    expect(qualities.length).toBeGreaterThan(2);
  });

  it('says first that most is not known, where it is, and says it once', () => {
    expect(reachSummary(reach).mostlyUnknown).toBe(null);
    const code = REACH_QUALITIES.indexOf('not known');
    const byQuality = reach.byQuality.map((one, i) =>
      i === code ? { ...one, units: reach.all.units - 1 } : one,
    );
    const { mostlyUnknown, newly, lines } = reachSummary({ ...reach, byQuality });
    expect(newly).toMatch(/ of the served (is a|are) not-spots?/);
    expect(mostlyUnknown).toBe(
      `For ${reach.all.units - 1} it is not known: no heights there, or on the way.`,
    );
    expect(lines.join(' ')).not.toMatch(/it is not known/);
  });

  it('claims no not-spots where nothing is counted', () => {
    const { newly, qualities } = reachSummary(townReach({ isCounted: false }));
    expect(newly).toBe('How many of them are not-spots is not known: no coverage is loaded.');
    expect(qualities.every(({ notSpots }) => notSpots === null)).toBe(true);
  });

  it('says of a signal too weak where it is the rain, and where the radio fails even without', () => {
    const wordsOf = (reasons: readonly ReachReason[]) => {
      const { rows, byQuality } = reach;
      const quality = rows.quality.slice().fill(REACH_QUALITIES.indexOf('clear'));
      const reason = rows.reason.slice().fill(REACH_REASONS.indexOf('served'));
      for (const [at, why] of reasons.entries()) {
        quality[at] = REACH_QUALITIES.indexOf('too weak');
        reason[at] = REACH_REASONS.indexOf(why);
      }
      const weak = { units: 9, notSpots: 0, expectedNotSpots: 0, notKnown: 0 };
      const given = {
        ...reach,
        rows: { ...rows, quality, reason },
        byQuality: byQuality.map((one, code) => (REACH_QUALITIES[code] === 'too weak' ? weak : one)),
      };
      return reachSummary(given);
    };
    const meaningOf = (reasons: readonly ReachReason[]): string | undefined =>
      wordsOf(reasons).qualities.find((one) => one.quality === 'too weak')?.meaning;
    const [rain, ever] = [REACH_REASONS[2], REACH_REASONS[3]];
    expect(meaningOf([rain])).toBe(
      'The line is free, but the signal does not hold in the rain reckoned with.',
    );
    expect(meaningOf([ever])).toBe('The line is free, but the signal does not hold even in clear air.');
    const [first, second, third] = reach.rows.units;
    expect(meaningOf([ever, ever, rain])).toBe(
      `The line is free, but the signal does not hold: for ${first + second} even in clear air, for ${third} in the rain reckoned with.`,
    );
    expect(wordsOf([ever, ever, rain]).lines).toContain(
      `Of the too weak, ${first + second} are so even in clear air, ${third} in the rain reckoned with.`,
    );
    expect(wordsOf([rain]).lines.join()).not.toContain('Of the too weak');
  });

  it('says how many of the newly served get gigabit, and how many a usable rate only', () => {
    const of = (notSpots: number, gigabit: number, expected = 0, gigabitExpected = 0): string =>
      reachSummary({
        ...reach,
        served: { units: 90, notSpots, expectedNotSpots: expected, notKnown: 0 },
        gigabit: { units: 50, notSpots: gigabit, expectedNotSpots: gigabitExpected, notKnown: 0 },
      }).newly;
    expect(of(40, 15)).toBe(
      '40 of them are not-spots, newly served: 15 at a rate that counts as gigabit, 25 at a usable one, not gigabit.',
    );
    expect(of(40, 40)).toBe('40 of them are not-spots, newly served: all at a rate that counts as gigabit.');
    expect(of(40, 0)).toBe('40 of them are not-spots, newly served: none at a rate that counts as gigabit.');
    expect(of(1, 1)).toBe('1 of them is a not-spot, newly served: at a rate that counts as gigabit.');
    expect(of(1, 0)).toBe('1 of them is a not-spot, newly served: at a usable rate, not gigabit.');
    expect(of(40, 39, 0.2, 0.7)).toMatch(/: nearly all at a rate that counts as gigabit\.$/);
    expect(of(40, 0, 0.2, 0.2)).toMatch(/: under 1 at a rate that counts as gigabit\.$/);
    // Parts that are printed add up to the whole that is printed.
    expect(of(10, 4, 2.5, 1.5)).toBe(
      'About 13 of them are not-spots, newly served: about 6 at a rate that counts as gigabit, about 7 at a usable one, not gigabit.',
    );
    expect(of(0, 0)).toBe('None of them is a not-spot.');
  });

  it('prints no half premises: what is expected is about so many, in sentence and table', () => {
    const steps = mastSteps(reach);
    expect(reach.mast.expectedNewlyServed.some((units) => !Number.isInteger(units))).toBe(true);
    for (const { newly, addedNewly } of steps) expect([newly, addedNewly].every(Number.isInteger)).toBe(true);
    expect(mastIsExpected(reach)).toBe(true);
    expect(mastWords(reach, steps[30])).toMatch(
      new RegExp(`, about ${steps[30].newly} of them newly, gigabit or not\\.`),
    );
    const sure = { ...reach, mast: { ...reach.mast, expectedNewlyServed: new Float64Array(31) } };
    expect(mastIsExpected(sure)).toBe(false);
    expect(mastWords(sure, mastSteps(sure)[30])).toMatch(/, \d+ of them newly, gigabit or not\./);
  });

  it('adds the metres of a mast up to what it serves', () => {
    const steps = mastSteps(reach);
    expect(steps).toHaveLength(31);
    for (const { metres, served, newly } of steps) {
      const below = steps.slice(0, metres + 1);
      expect(below.reduce((sum, one) => sum + one.addedServed, 0)).toBeCloseTo(served, 9);
      expect(below.reduce((sum, one) => sum + one.addedNewly, 0)).toBeCloseTo(newly, 9);
    }
    expect(steps[30].served).toBeGreaterThan(steps[0].served);
    expect(mastWords(reach, steps[12])).toMatch(
      /^From 12 m: \d+ served, about \d+ of them newly, gigabit or not\.$/,
    );
    expect(mastWords(reach, steps[30])).toMatch(/ \d+ more than from 12 m\.$/);
  });

  it('shares the radius out among seen, hidden and not known', () => {
    const shares = reachKey(reach).views.map(({ note }) => Number(note.replace(/ %$/, '')));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
  });

  it('marks every premises that it has, a not-spot only where it surely is one', () => {
    const marks = reachMarks(reach);
    expect(marks.map(({ row }) => row)).toEqual([...reach.rows.row]);
    expect(marks.filter(({ isNotSpot }) => isNotSpot).every(({ row }) => row % 4 === 0)).toBe(true);
    expect(marks.some(({ isNotSpot }) => isNotSpot)).toBe(true);
  });
});

describe('the table of premises in reach', () => {
  it('calls each premises what its file calls it, else by its row there', () => {
    const named = { ...reach, names: reach.names.map((_, i) => (i === 0 ? '' : `ZX1 ${i}AA`)) };
    const { lines, cell } = reachTable(named, 'row', false);
    expect(lines).toEqual([...lines].sort((a, b) => reach.rows.fileRow[a] - reach.rows.fileRow[b]));
    expect(cell(0, 'row')).toBe(`Row ${(reach.rows.fileRow[0] + 1).toLocaleString('en-GB')}`);
    expect(cell(1, 'row')).toBe('ZX1 1AA');
  });

  it('sorts each column both ways, what is not known last, and loses no premises', () => {
    const columns = reachTable(reach, 'quality', false).columns.map(({ key }) => key);
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.boolean(), (column, descending) => {
        const { lines, cell } = reachTable(reach, column, descending);
        expect([...lines].sort((a, b) => a - b)).toEqual(Array.from(reach.rows.row, (_, line) => line));
        const blanks = lines.map((line) =>
          /^(?:not known|none looked at|not reckoned)$/.test(cell(line, column)),
        );
        if (column === 'clearance' || column === 'mast' || column === 'rate')
          expect(blanks).toEqual([...blanks].sort());
        expect(lines.every((line) => cell(line, column) !== '')).toBe(true);
      }),
      { numRuns: 30 },
    );
    const distances = reachTable(reach, 'distance', false).lines.map(
      (line) => reach.rows.distanceMetres[line],
    );
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });
});
