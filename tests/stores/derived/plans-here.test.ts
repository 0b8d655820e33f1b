import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { planFingerprint } from '../../../src/domain/plan/plan-fingerprint.ts';
import type { PlansWith } from '../../../src/domain/plan/plans-with.ts';
import { planAnswers } from '../../../src/stores/derived/plan-answers.ts';
import { type EvaluationsById, planHereWords, plansHere } from '../../../src/stores/derived/plans-here.ts';
import { hubOn, placeAlong, radioTo, roofAlong, trenchTo } from '../../builders/judged-plans.ts';
import { FULL_EVALUATION } from '../../builders/plan-page-content.ts';
import { FULL_PLAN } from '../../builders/plans.ts';
import { projectOf } from '../../builders/project.ts';

const [a, b, c] = [1, 2, 3].map((at) => placeAlong(at));

/** Fibre to the first; radio to the first, fast, and to the second, too slow to use; the third by nothing. */
function planOver(project = projectOf({})): Plan {
  const plan: Plan = { ...FULL_PLAN, levers: [], chosen: ['dig'] };
  const radio = radioTo(
    [hubOn(roofAlong(0, { name: 'Library' }))],
    [
      { place: a, hub: 0, megabits: 1200 },
      { place: b, hub: 0, megabits: 20 },
    ],
    [c],
  );
  return {
    ...plan,
    designs: {
      madeOf: planFingerprint(plan, project),
      outcomes: [
        { kind: 'rooftop radio', design: { kind: 'rooftop radio', trench: null, radio }, refused: null },
        { kind: 'dig', design: { kind: 'dig', trench: trenchTo([a], [b, c]), radio: null }, refused: null },
        { kind: 'hybrid', design: null, refused: 'No fibre point is chosen. Choose one.' },
      ],
    },
  };
}

const NONE_YET: EvaluationsById = new Map();

function shown(places: readonly (typeof a)[], plan = planOver(), evaluations = NONE_YET) {
  const found: PlansWith = {
    units: 3,
    unit: 'premises',
    plans: [
      {
        planId: plan.id,
        units: places.length,
        places: places.map(({ lon, lat }) => ({ lon, lat, units: 1 })),
      },
    ],
    notTold: [],
  };
  const [only] = plansHere(found, projectOf({ plans: [plan] }), evaluations);
  return only;
}

describe('what a plan would bring', () => {
  it('says by which design, from which hub or by trench, whether it is usable and counts as gigabit', () => {
    const { designs, asked, note } = shown([a]);
    expect(asked).toBe('It asks for 1 of the 3 premises here.');
    expect(note).toBeNull();
    expect(designs.map(({ name, isChosen }) => [name, isChosen])).toEqual([
      ['Rooftop radio', false],
      ['Dig', true],
      ['Hybrid', false],
    ]);
    expect(designs[0].gets[0]).toMatch(/^Radio from Library, 1,200 Mbit\/s.*Usable, and counts as gigabit\./);
    expect(designs[1].gets).toEqual(['Fibre by a trench to the premises. Usable, and counts as gigabit.']);
    expect(designs[2]).toMatchObject({
      gets: ['There is no such design. No fibre point is chosen. Choose one.'],
      weeks: null,
    });
  });

  it('calls a link too slow to use so, and says why neither reaches who is missed and what would', () => {
    const [slow] = shown([b]).designs;
    expect(slow.gets[0]).toContain('Not usable: below 30 Mbit/s. Does not count as gigabit.');
    const [radio, dig] = shown([c]).designs;
    expect(radio).toMatchObject({
      gets: ['Not served: no roof sees it. A taller mast or a nearer roof may see it.'],
      weeks: null,
    });
    expect(dig).toMatchObject({ gets: [expect.stringMatching(/^Not served: /)], weeks: null });
  });

  it('counts units by what they get where several are looked at', () => {
    const [radio, dig] = shown([a, b, c]).designs;
    expect(radio.gets).toHaveLength(3);
    expect(dig.gets).toEqual([
      '1 premises: Fibre by a trench to the premises. Usable, and counts as gigabit.',
      expect.stringMatching(/^2 premises: Not served: /),
    ]);
  });

  it('says the weeks of the design: being worked out, then so many, else not known', () => {
    expect(shown([a]).designs[1].weeks).toBe('How many weeks it takes is being worked out …');
    const plan = planOver();
    const judged = shown([a], plan, new Map([[plan.id, FULL_EVALUATION]])).designs[1].weeks;
    expect(judged).toMatch(
      /^The first that this design serves have it after [\d,]+ weeks \([\d,]+–[\d,]+\), the last/,
    );
    expect(shown([a], plan, new Map([[plan.id, null]])).designs[1].weeks).toContain('not known');
  });

  it('says that it is out of date, or not worked out, and then no weeks', () => {
    const plan = planOver();
    const old = shown([a], { ...plan, question: { ...plan.question, takeUpPercent: 7 } });
    expect(old).toMatchObject({
      isStale: true,
      note: expect.stringMatching(/^It was made before what is asked changed\./),
    });
    expect(old.designs[1].weeks).toContain('out of date');
    const bare = shown([a], { ...plan, designs: null });
    expect(bare).toMatchObject({ designs: [], note: expect.stringContaining('not worked out yet') });
  });

  it('knows every place of the designs, and is told in a file as on the screen', () => {
    const { designs } = planOver();
    expect(designs && planAnswers(designs).places).toHaveLength(3);
    expect(planHereWords(shown([a]))[2]).toMatch(/^Dig \(chosen to be built\): Fibre by a trench/);
  });
});
