import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreakEvenInput, PlanEvaluation } from '../../../src/domain/evaluation/evaluation.ts';
import { LINE_KEYS } from '../../../src/domain/evaluation/evaluation.ts';
import { rangeOf } from '../../../src/domain/project/range.ts';
import { breakEvenText, rateSteps, rateWords } from '../../../src/stores/derived/break-even-text.ts';
import { duelNeeds } from '../../../src/stores/derived/duel-needs.ts';
import { recipeLiftText, wardLiftText } from '../../../src/stores/derived/lift-text.ts';
import { planAnswers } from '../../../src/stores/derived/plan-answers.ts';
import { planAskedLines } from '../../../src/stores/derived/plan-asked-lines.ts';
import { cardLines, planCards } from '../../../src/stores/derived/plan-cards.ts';
import { planHeadline } from '../../../src/stores/derived/plan-headline.ts';
import { hubLines } from '../../../src/stores/derived/plan-hubs.ts';
import { planLine } from '../../../src/stores/derived/plan-line.ts';
import { planMissed } from '../../../src/stores/derived/plan-missed.ts';
import { waysOnText } from '../../../src/stores/derived/ways-on-text.ts';
import { evaluatedOf, FULL_EVALUATION } from '../../builders/plan-page-content.ts';
import { EMPTY_PLAN, FULL_PLAN, FULL_PLAN_DESIGNS, FULL_RADIO } from '../../builders/plans.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const judged = (rest: Partial<PlanEvaluation> = {}): PlanEvaluation => ({ ...FULL_EVALUATION, ...rest });
const both = (radio: number, dig: number): PlanEvaluation =>
  judged({
    interventions: [
      evaluatedOf('rooftop radio', radio),
      evaluatedOf('dig', dig),
      evaluatedOf('hybrid', 1),
      evaluatedOf('leave as it is', 0),
    ],
  });

describe('cards', () => {
  it('have every line once, those that differ first, refused designs aside with the reason', () => {
    const { kinds, refused, differing, same } = planCards(both(4, 9));
    expect(kinds).toEqual(['rooftop radio', 'dig']);
    expect(refused).toEqual([{ kind: 'hybrid', why: 'No fibre point is chosen. Choose one.' }]);
    const keys = [...differing, ...same].map(({ key }) => key);
    expect([...keys].sort()).toEqual([...LINE_KEYS].sort());
    for (const { cells } of differing) expect(cells[0].value).not.toBe(cells[1].value);
    expect(same.find(({ key }) => key === 'claimed benefit')?.cells[0]).toMatchObject({
      value: 'not known',
      why: 'Nobody claims anything.',
      isBest: false,
    });
    const capital = differing.find(({ key }) => key === 'capital');
    expect(capital).toMatchObject({ label: 'To build', isAssumed: true });
    expect(capital?.cells.map(({ value, isBest }) => [value, isBest])).toEqual([
      // Radio serves 4, the dig 6: that radio costs less makes it no better.
      ['£4,006', false],
      ['£9,006', false],
    ]);
    const alike = planCards(both(7, 9)).differing.find(({ key }) => key === 'present value');
    expect(alike?.cells.map(({ isBest }) => isBest)).toEqual([true, false]);
    expect(capital?.cells[0].band).toEqual(['£3,205', '£4,807']);
    const served = differing.find(({ key }) => key === 'served');
    expect(served?.cells.map(({ value, of, isBest }) => [value, of, isBest])).toEqual([
      ['4', 'of 6', false],
      ['6', 'of 6', true],
    ]);
  });

  it('of a design by itself keep the order of the lines', () => {
    expect(cardLines(evaluatedOf('as chosen', 3)).map(({ key }) => key)).toEqual(LINE_KEYS);
    const alone = planCards(judged({ interventions: [evaluatedOf('dig', 3)] }));
    expect(alone.same).toEqual([]);
    expect(alone.differing.map(({ key }) => key)).toEqual(LINE_KEYS);
  });
});

describe('what is marked as best', () => {
  const weeksOf = (radio: number, dig: number) => {
    const at = (kind: 'rooftop radio' | 'dig', mid: number) => {
      const one = evaluatedOf(kind, 7);
      return {
        ...one,
        lines: one.lines.map((line) =>
          line.key === 'weeks to first service' && line.figure
            ? { ...line, figure: { ...line.figure, value: rangeOf(mid, mid, mid, 'weeks', 'modelled') } }
            : line,
        ),
      };
    };
    const { differing, same } = planCards(
      judged({ interventions: [at('rooftop radio', radio), at('dig', dig)] }),
    );
    return [...differing, ...same]
      .find(({ key }) => key === 'weeks to first service')
      ?.cells.map(({ isBest }) => isBest);
  };

  it('is nothing that rounding alone sets apart', () => {
    expect(weeksOf(10.4, 10.6)).toEqual([false, false]);
    expect(weeksOf(10.4, 11.6)).toEqual([true, false]);
    expect(weeksOf(9.25, 9.1)).toEqual([false, true]);
  });
});

describe('the headline of a plan', () => {
  it('is of what is chosen; else of the design that serves most, and of those costs least', () => {
    expect(planHeadline(both(4, 9), [])).toMatchObject({
      number: '£9,008',
      rest: 'to build and run over the whole term, by digging, for 6 of the 6 premises asked for (100.0 %)',
      range: 'between £7,206 and £10,810',
      build: 'To build alone: £9,006, £7,205 to £10,807.',
      isAssumed: true,
      others: ['Rooftop radio: £4,008 for 4.'],
    });
    const asked = { ...both(4, 9), recipeInForce: 'r1' };
    expect(planHeadline(asked, ['rooftop radio'])?.gets).toContain('Lifted from “No gigabit”: 3 of 6.');
    expect(planHeadline(asked, [])?.gets).toBe(
      'Lifted from “No gigabit”: 9 of 6. Count as gigabit: 6. Usable: 6. Can get fixed wireless already, at whatever speed: 6 of the 6 asked for.',
    );
    const shared = asked.interventions.map((one) => ({
      ...one,
      lines: one.lines.map((line) =>
        line.key === 'usable' && line.figure
          ? { ...line, figure: { ...line.figure, value: rangeOf(5, 6, 6, 'premises', 'modelled') } }
          : line,
      ),
    }));
    expect(planHeadline({ ...asked, interventions: shared }, [])?.gets).toContain(
      'Usable: 6, 5 when all draw at once.',
    );
    expect(planHeadline(both(7, 9), [])?.rest).toContain('by rooftop radio');
    expect(planHeadline(both(4, 9), ['rooftop radio'])?.rest).toContain('by rooftop radio, as chosen');
    const none = judged({ interventions: [evaluatedOf('hybrid', 1), evaluatedOf('leave as it is', 0)] });
    expect(planHeadline(none, [])).toBe(null);
  });
});

describe('the break-even', () => {
  const input: BreakEvenInput = {
    units: 100,
    served: { dig: 100, radio: 100 },
    wholePence: { dig: 9_000_000, radio: 5_000_000 },
    trenchMetres: 1_000,
    usedMetres: 0,
    pencePerMetre: 8_000,
    digFixedPence: 0,
    digPencePerUnit: 10_000,
    radioFixedPence: 3_000_000,
    radioPencePerUnit: 20_000,
  };

  it('says where radio is cheaper by metres and by units, and which is as designed', () => {
    const { sentence, designs, chart } = breakEvenText(input, input.pencePerMetre, 'premises');
    expect(sentence).toBe(
      'Beyond 500 m of trench (for these 100 premises), rooftop radio is cheaper. For this trench of 1,000 m, however many of the 100 are served, rooftop radio is the cheaper.',
    );
    expect(designs).toBe(
      'As designed, 1,000 m of trench for 100 premises, rooftop radio is cheaper by £40,000, built and run.',
    );
    expect(chart).toMatchObject({ cross: 500, trenchMetres: 1_000 });
    expect(breakEvenText({ ...input, radioFixedPence: 7_500_000 }, 8_000, 'premises').sentence).toBe(
      'Beyond 1,063 m of trench (for these 100 premises), or below 50 premises (for this trench of 1,000 m), rooftop radio is cheaper.',
    );
  });

  it('moves with the rate, and says always and never', () => {
    expect(breakEvenText(input, 2_000, 'premises').designs).toBe(
      'At £20 a metre, the designs as they are, 1,000 m of trench for 100 premises, digging would be cheaper by £20,000, built and run.',
    );
    expect(breakEvenText(input, 0, 'premises').sentence).toContain('digging is the cheaper');
    expect(breakEvenText({ ...input, radioPencePerUnit: 10_000 }, 8_000, 'premises').sentence).toContain(
      'however many of the 100 are served, rooftop radio is the cheaper',
    );
    expect(rateWords(8_049)).toBe('£80 a metre');
    expect(rateSteps(input)).toEqual({ least: 0, most: 24_000, step: 100 });
  });

  it('is over those whom both serve where each serves others, and says so of the designs', () => {
    const unlike = {
      ...input,
      units: 60,
      served: { dig: 100, radio: 70 },
      wholePence: { dig: 9_000_000, radio: 4_400_000 },
      usedMetres: 551,
    };
    const { sentence, designs, meaning, chart } = breakEvenText(unlike, 8_000, 'premises');
    expect(sentence).toBe(
      'Beyond 450 m of trench (for the 60 premises that both serve), rooftop radio is cheaper.',
    );
    expect(designs).toBe(
      'As designed, rooftop radio is cheaper by £46,000, built and run; but they do not serve the same: digging 100 premises with 1,000 m of trench, radio 70 premises.',
    );
    expect(meaning).toContain('the 551 m in ducts and on poles that are there');
    expect(chart).toMatchObject({ cross: 450, trenchMetres: null });
  });

  it('draws lines that cross where the sums are equal, at any rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), (rate) => {
        const { radioPence, digPence, cross, metres } = breakEvenText(input, rate, 'premises').chart;
        if (cross === null) return;
        const at = digPence[0] + ((digPence[1] - digPence[0]) * cross) / metres;
        expect(at).toBeCloseTo(radioPence, 3);
      }),
    );
  });
});

describe('a plan in words', () => {
  it('lists what is lacking, what a plan comes to, and what was asked', () => {
    expect(duelNeeds(projectOf({})).map(({ role }) => role)).toEqual([
      'premises',
      'heights',
      'streets',
      'fibre points',
    ]);
    const project = projectOf({ datasets: [datasetOf({ role: 'heights' })], plans: [FULL_PLAN] });
    expect(duelNeeds(project).map(({ role }) => role)).toEqual(['premises', 'streets', 'fibre points']);
    expect(planLine(EMPTY_PLAN, project)).toEqual({ words: 'not worked out yet', badge: null });
    const line = planLine(FULL_PLAN, project);
    expect(line.badge).toBe('out of date');
    expect(line.words).toMatch(/no hybrid; 1 lever pulled; chosen: rooftop radio$/);
    const asked = planAskedLines(FULL_PLAN, FULL_PLAN_DESIGNS, {
      names: { ward: () => undefined, cluster: () => undefined },
      chosen: null,
      ground: null,
      devices: [],
    });
    const said = new Map(asked.map(({ name, value, isAssumed }) => [name, { value, isAssumed }]));
    expect(said.get('Radio')?.value).toBe('one that is no longer in the project');
    expect(said.get('Mast on a hub’s roof')).toEqual({ value: '3 m', isAssumed: true });
    expect(said.get('Levers pulled')?.value).toBe('permit waiver (for 1)');
    expect(said.get('Said of owners')?.value).toContain('willing (Written to us in June)');
    expect(said.has('Aim')).toBe(false);
    expect(waysOnText(FULL_PLAN, FULL_EVALUATION).levers).toBe('1 lever pulled: permit waiver.');
  });

  it('says whom a design leaves out and why, each unit once', () => {
    const answers = planAnswers(FULL_PLAN_DESIGNS);
    const groups = planMissed(answers, 'rooftop radio');
    expect(groups.map(({ why }) => why)).toContain('only a barred roof reaches it: Flats at Mill Road');
    const missed = groups.reduce((sum, { number }) => sum + Number(/^[\d,]+/.exec(number)?.[0]), 0);
    const units = answers.places
      .filter(({ answers: of }) => ['none', 'not known'].includes(of['rooftop radio']?.how ?? ''))
      .reduce((sum, place) => sum + place.units, 0);
    expect(missed).toBe(units);
    expect(planMissed(answers, 'hybrid')).toEqual([]);
  });

  it('says how hubs are joined to fibre, and what is lifted where', () => {
    expect(hubLines(FULL_RADIO).map(({ words }) => words)).toEqual([
      'serves 2 premises in 1 sector; fibre by trench; at least 1,030 Mbit/s each if all draw at once',
      'serves 0 premises in 0 sectors; backhaul by radio from Library, 411 m, 1,800 Mbit/s',
    ]);
    expect(wardLiftText(FULL_EVALUATION.interventions[0].byWard)[1]).toMatchObject({
      key: 'outside',
      name: 'Outside every ward',
    });
    const lift = { recipeId: 'r', name: 'R', notSpots: 8, lifted: 6, left: 2, notKnown: 1, why: null };
    expect(recipeLiftText(lift)).toBe('6 of 8 not-spots lifted (75.0 %), 2 left; of 1 it is not known');
    expect(recipeLiftText({ ...lift, why: 'No coverage is loaded.' })).toBe(
      'Not known. No coverage is loaded.',
    );
    expect(recipeLiftText({ ...lift, notSpots: 0 })).toBe(
      'None of them is known to be a not-spot by it; of 1 it is not known.',
    );
    expect(recipeLiftText({ ...lift, notSpots: 0, notKnown: 0 })).toBe(
      'None of them is a not-spot by it: what it asks for is there already.',
    );
  });
});
