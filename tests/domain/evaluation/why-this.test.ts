import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/domain/evaluation/evaluate-plan.ts';
import { LINE_KEYS, type LineKey, type PlanEvaluation } from '../../../src/domain/evaluation/evaluation.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import {
  coverageOf,
  hubOn,
  judgedOver,
  placeAlong,
  radioTo,
  roofAlong,
  trenchTo,
} from '../../builders/judged-plans.ts';
import { lastOf } from '../../builders/last-of.ts';

const PLACES = [
  placeAlong(1, { units: 4 }),
  placeAlong(2, { units: 3 }),
  placeAlong(3, { units: 2 }),
  placeAlong(4, { units: 1 }),
];
const [A, B, C, D] = PLACES;
const HUB = roofAlong(0, { name: 'Library' });
const RADIO: PlanDesign = {
  kind: 'rooftop radio',
  trench: null,
  radio: radioTo(
    [hubOn(HUB)],
    [
      { place: A, hub: 0, megabits: 1000 },
      { place: B, hub: 0, megabits: 300 },
    ],
    [C, D],
  ),
};
const DIG: PlanDesign = { kind: 'dig', trench: trenchTo(PLACES), radio: null };
const HYBRID: PlanDesign = { ...DIG, kind: 'hybrid' };
const NONE = ['no', 'no', 'no', 'no', 'no'] as const;

const evaluation: PlanEvaluation = lastOf(
  evaluatePlan(
    judgedOver(PLACES, [RADIO, DIG, HYBRID], {
      coverage: coverageOf({ fenline: NONE, corvid: NONE, fiveG: NONE, radio: NONE }),
    }),
  ),
);
const [radio, dig] = evaluation.interventions;

/** A figure of a card as sentences write it. */
function mid({ lines }: typeof radio, key: LineKey): number {
  return lines[LINE_KEYS.indexOf(key)].figure?.value.mid ?? Number.NaN;
}

function pounds(one: typeof radio, key: LineKey): string {
  const value = one.lines[LINE_KEYS.indexOf(key)].figure?.value;
  const [low, middle, high] = [value?.low, value?.mid, value?.high].map(
    (figure) => `£${Math.round(figure ?? Number.NaN).toLocaleString('en-GB')}`,
  );
  return `${middle} (${low} to ${high})`;
}

describe('why this and not that', () => {
  it('is said with the numbers of the cards', () => {
    const { sentences } = evaluation;
    expect(sentences[0]).toBe(
      `Rooftop radio serves 7 of the 10 premises asked for and costs at least ${pounds(radio, 'capital')} to build: at least £${Math.round(mid(radio, 'capital') / 7).toLocaleString('en-GB')} for each premises served.`,
    );
    expect(sentences[1]).toContain(
      `Digging serves 10 of the 10 premises asked for and costs ${pounds(dig, 'capital')}`,
    );
    const said = sentences.join('\n');
    expect(mid(dig, 'present value')).toBeLessThan(mid(radio, 'present value'));
    expect(said).toContain(
      `digging costs at least £${Math.round(mid(radio, 'present value') - mid(dig, 'present value')).toLocaleString('en-GB')} less: ${pounds(dig, 'present value')} against at least ${pounds(radio, 'present value')}.`,
    );
    expect(said).toContain('They do not serve as many: 7 by radio, 10 by digging.');
    expect(said).toContain(
      'Of the 7 that radio serves, 4 count as gigabit; the links of the other 3 premises carry less than 1,000 Mbit/s. All 10 that digging serves count.',
    );
    expect(said).toContain('With radio, 7 of 7 premises lose the service if Library (hub) fails.');
    expect(said).toContain('Radio leaves out 3 premises: 3 because no roof sees them.');
    expect(said).toContain(
      `${pounds(radio, 'gap')} of radio is left to fund, and ${pounds(dig, 'gap')} of digging.`,
    );
    expect(said).toMatch(
      /Lead-ins to all 10 are in digging’s cost, .* digging would come to £846, built and run, and still be the cheaper of the two, which do not serve as many\. Designs stay as they are\./,
    );
    expect(said).not.toMatch(/lifts \d/);
    expect(mid(dig, 'gap')).toBe(0);
    expect(said).toContain('The hybrid comes out as the dig alone');
    expect(sentences.at(-1)).toBe(
      'Leaving it as it is costs nothing and leaves all 10 premises as they are.',
    );
  });

  it('says of every design how many get what the definition in force asks for', () => {
    const input = judgedOver(PLACES, [RADIO, DIG, HYBRID], {
      coverage: coverageOf({ fenline: NONE, corvid: NONE, fiveG: NONE, radio: NONE }),
    });
    const recipe = input.coverage?.recipes[0];
    const { sentences, interventions } = lastOf(evaluatePlan({ ...input, recipeInForce: recipe?.id ?? '' }));
    for (const [at, name] of ['Rooftop radio', 'Digging', 'The hybrid'].entries()) {
      const own = interventions[at].byRecipe.find(({ recipeId }) => recipeId === recipe?.id);
      expect(sentences.join('\n')).toContain(
        `${name} lifts ${own?.lifted} of the ${own?.notSpots} not-spots of “${recipe?.name}”; `,
      );
    }
  });

  it('compares nothing where one is not there', () => {
    const { sentences } = lastOf(evaluatePlan(judgedOver(PLACES, [DIG])));
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toMatch(/^Digging serves 10 of the 10/);
  });
});

describe('where both are alike', () => {
  const slow = {
    ...RADIO,
    radio: radioTo(
      [hubOn(HUB)],
      PLACES.map((place) => ({ place, hub: 0, megabits: 300 })),
    ),
  };
  const said = lastOf(evaluatePlan(judgedOver(PLACES, [slow, DIG]))).sentences.join('\n');

  it('no “other” is said where no link counts as gigabit', () => {
    expect(said).toContain(
      'None of the 10 that radio serves counts as gigabit: their links carry less than 1,000 Mbit/s. All 10 that digging serves count.',
    );
    expect(said).not.toContain('the links of the other');
  });
});

describe('where the hybrid is cheaper', () => {
  it('names the one that serves as many, where only one does', () => {
    const allBy = (hubs: readonly ReturnType<typeof hubOn>[]) =>
      radioTo(
        hubs,
        PLACES.map((place) => ({ place, hub: 0, megabits: 300 })),
      );
    const designs: PlanDesign[] = [
      { ...RADIO, radio: allBy([hubOn(HUB), hubOn(roofAlong(5, { name: 'School' }))]) },
      { kind: 'dig', trench: trenchTo([A]), radio: null },
      { kind: 'hybrid', trench: null, radio: allBy([hubOn(HUB)]) },
    ];
    expect(lastOf(evaluatePlan(judgedOver(PLACES, designs))).sentences.join('\n')).toMatch(
      /serves as many for £[\d,]+ less than radio, the only one of the two that does, built and run for/,
    );
  });
});
