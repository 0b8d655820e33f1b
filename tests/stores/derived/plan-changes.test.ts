import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../src/domain/evaluation/compare-plans.ts';
import type { ComparedPlans, ServedHow } from '../../../src/domain/evaluation/compared-plans.ts';
import { LINE_KEYS, type PlanEvaluation } from '../../../src/domain/evaluation/evaluation.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { comparedLines } from '../../../src/stores/derived/compared-lines.ts';
import { comparedText } from '../../../src/stores/derived/compared-text.ts';
import { planChanges } from '../../../src/stores/derived/plan-changes.ts';
import { planChangesTable } from '../../../src/stores/derived/plan-changes-table.ts';
import { PLAN_LOOKS } from '../../../src/stores/derived/plan-looks.ts';
import { changeMarks } from '../../../src/stores/derived/plan-marks.ts';
import { DRAWN_PLAN } from '../../builders/drawn-plan.ts';

/** A plan judged to cost so many pounds. */
function judged(plan: Plan, pounds: number): { plan: Plan; evaluation: PlanEvaluation } {
  const lines = LINE_KEYS.map((key) =>
    key === 'capital'
      ? {
          key,
          why: null,
          figure: {
            value: {
              low: pounds - 10,
              mid: pounds,
              high: pounds + 20,
              unit: 'pounds',
              basis: 'assumed' as const,
            },
            denominator: null,
            definition: 'What is paid once.',
            sources: [],
            assumptions: [],
            rowsUsed: 4,
            notKnown: 0,
          },
        }
      : { key, figure: null, why: 'No file says.' },
  );
  const chosen = {
    kind: 'as chosen' as const,
    refused: null,
    lines,
    byWard: [],
    byRecipe: [],
    failures: [],
    barriers: [],
    notes: [],
  };
  return {
    plan,
    evaluation: {
      planId: plan.id,
      madeOf: plan.designs?.madeOf ?? '',
      unit: 'premises',
      interventions: [],
      chosen,
      breakEven: null,
      sentences: [],
    },
  };
}

const RADIO: Plan = { ...DRAWN_PLAN, chosen: ['rooftop radio'] };
const DIG: Plan = { ...DRAWN_PLAN, id: 'plan-2', name: 'Dug', chosen: ['dig'] };
const NOTHING: Plan = { ...DRAWN_PLAN, id: 'plan-3', name: 'Nothing', chosen: [] };
const compared = comparePlans([judged(RADIO, 500), judged(DIG, 800), judged(NOTHING, 0)]);

describe('plans beside each other', () => {
  it('gain and lose places, against the first', () => {
    const changes = planChanges(compared, 1);
    expect(changes.places.map(({ ids, change }) => [ids[0], change])).toEqual([
      ['1', 'other way'],
      ['2', 'gained'],
      ['3', 'neither'],
      ['4', 'neither'],
    ]);
    expect(changes.units).toMatchObject({ gained: 2, 'other way': 3, neither: 2, lost: 0 });
    expect(planChanges(compared, 2).units).toMatchObject({ lost: 3, neither: 4, gained: 0 });
    expect(planChanges(compared, 1)).toBe(changes);
    const marks = changeMarks(changes.places);
    for (const { look } of marks) expect(PLAN_LOOKS.has(look)).toBe(true);
    expect(changeMarks(changes.places)).toBe(marks);
  });

  it('say so in words, with the denominator', () => {
    expect(comparedText(compared).others).toEqual([
      {
        name: 'Dug',
        sentence: 'With “Dug” instead of “Mill Road”, of 7 asked for:',
        gained: '2',
        lost: '0',
        otherWay: '3',
      },
      {
        name: 'Nothing',
        sentence: 'With “Nothing” instead of “Mill Road”, of 7 asked for:',
        gained: '0',
        lost: '3',
        otherWay: '0',
      },
    ]);
  });

  it('differ in lines by a signed sum that is better or worse', () => {
    const { differing, same } = comparedLines(compared);
    expect(differing.map(({ key }) => key)).toEqual(['capital']);
    expect(differing[0].cells.map(({ value, band }) => [value, band])).toEqual([
      ['£500', ['£490', '£520']],
      ['£800', ['£790', '£820']],
      ['£0', ['−£10', '£20']],
    ]);
    expect(differing[0].differences).toEqual([
      null,
      { value: '+£300', band: null, word: 'worse' },
      { value: '−£500', band: null, word: 'better' },
    ]);
    expect(same.every(({ cells }) => cells.every(({ value }) => value === 'not known'))).toBe(true);
  });

  it('are listed place by place, the gained first', () => {
    const table = planChangesTable(compared, { column: 'change', descending: false });
    expect(table.lines.map((line) => table.columns.map(({ key }) => table.cell(line, key)))).toEqual([
      ['2 and 2 more', '2', 'Gained', 'Not served', 'Fibre', 'Not served'],
      ['1', '3', 'Served in another way', 'Radio', 'Fibre', 'Not served'],
      ['3', '1', 'Served by neither', 'Not served', 'Not served', 'Not served'],
      ['4', '1', 'Served by neither', 'Not served', 'Not served', 'Not served'],
    ]);
    expect(table.columns.map(({ key }) => table.cell(table.foot[0], key))).toEqual([
      'All 4 places',
      '7',
      '2 gained, 0 lost',
      '3 served',
      '5 served',
      '0 served',
    ]);
  });

  it('neither gain nor lose what only one of them is asked for', () => {
    const how: readonly ServedHow[] = ['fibre', 'not asked'];
    const [place] = compared.places;
    const one: ComparedPlans = { ...compared, places: [{ ...place, served: how }] };
    expect(planChanges(one, 1).places[0].change).toBe('asked of one');
    const neither: ComparedPlans = {
      ...compared,
      places: [{ ...place, served: ['not asked', 'not asked'] }],
    };
    expect(planChanges(neither, 1).places).toEqual([]);
  });
});
