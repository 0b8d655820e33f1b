import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import { DEFAULT_PLAN_CARD } from '../../../src/domain/plan/default-plan-card.ts';
import { BUILT_INTERVENTIONS } from '../../../src/domain/plan/intervention.ts';
import { LEVERS_KNOWN, leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { applyChange } from '../../../src/domain/project/apply-change.ts';
import type { Change } from '../../../src/domain/project/change.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { applyEntry, changeEntry, type Work } from '../../../src/domain/project/work.ts';
import { canonicalJson } from '../../../src/formats/canonical-json.ts';
import { readChange, readProject } from '../../../src/formats/project-schema.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';

const { planCard: _card, rates: _rates, ...bare } = FULL_PROJECT;

/** What a person does to plans and to what they are reckoned with; numbers choose among what there is. */
const edit = fc.record({
  what: fc.constantFrom(
    ...(['add', 'copy', 'rename', 'remove', 'ask', 'pull', 'put back', 'choose'] as const),
    ...(['plan card', 'rates', 'radio', 'two at once', 'whole project'] as const),
  ),
  one: fc.nat(20),
  other: fc.nat(1000),
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** The change that an edit makes; null: there is nothing to do it to. */
function changeOf(project: Project, { what, one, other }: Edit, step: number): Change | null {
  const { plans } = project;
  const at = plans.length > 0 ? one % plans.length : -1;
  const put = (item: Plan): Change => ({ kind: 'replace', list: 'plans', at, item });
  const plan = plans[at];
  if (what === 'add')
    return {
      kind: 'insert',
      list: 'plans',
      at: plans.length,
      item: { ...FULL_PROJECT.plans[one % 4], id: `new-${step}` },
    };
  if (what === 'plan card')
    return { kind: 'set-plan-card', planCard: one % 3 === 0 ? null : cardWith(other) };
  if (what === 'rates') return { kind: 'set-rates', rates: one % 3 === 0 ? null : DEFAULT_RATES };
  if (what === 'whole project')
    return { kind: 'set-project', project: { ...project, plans: plans.toReversed() } };
  if (!plan) return null;
  const { question } = plan;
  switch (what) {
    case 'copy':
      return { kind: 'insert', list: 'plans', at, item: { ...plan, id: `copy-${step}` } };
    case 'rename':
      return put({ ...plan, name: `Plan ${other}` });
    case 'remove':
      return { kind: 'remove', list: 'plans', at };
    case 'ask':
      return put({ ...plan, question: { ...question, takeUpPercent: other / 10 }, designs: null });
    case 'pull': {
      const { key, placesAre } = LEVERS_KNOWN[other % LEVERS_KNOWN.length];
      const lever = leverFrom(key, placesAre && other % 2 === 0 ? [`place-${one}`] : null);
      return put({
        ...plan,
        levers: [...plan.levers.filter(({ id }) => id !== lever.id), lever],
        designs: null,
      });
    }
    case 'put back':
      return put({ ...plan, levers: plan.levers.slice(1), designs: null });
    case 'choose':
      return put({ ...plan, chosen: BUILT_INTERVENTIONS.slice(0, other % 4) });
    case 'radio':
      return put({
        ...plan,
        question: { ...question, radio: { ...question.radio, closedRoofs: [`building:${other}`] } },
      });
    case 'two at once':
      return {
        kind: 'all',
        changes: [put({ ...plan, designs: null }), { kind: 'set-plan-card', planCard: cardWith(one) }],
      };
    default:
      return null;
  }
}

function cardWith(weeks: number): typeof DEFAULT_PLAN_CARD {
  const weeksToDesign = { value: { low: 0, mid: weeks, high: 1000 }, source: null };
  return { ...DEFAULT_PLAN_CARD, items: { ...DEFAULT_PLAN_CARD.items, weeksToDesign } };
}

test('two hundred edits of plans taken back give the project they began with, and taken again the one they ended with', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 200, maxLength: 200 }), (edits) => {
      const first: Work = { project: bare, done: [], undone: [] };
      let work = first;
      for (const one of edits) {
        const change = changeOf(work.project, one, work.done.length);
        if (!change) continue;
        const entry = changeEntry(work, one.what, change);
        const next = applyEntry(work, entry);
        if (entry.kind !== 'change') throw new Error('A change is an entry of its kind.');
        const applied = applyChange(work.project, entry.change);
        expect(applyChange(applied.project, applied.inverse).project).toEqual(work.project);
        work = next;
      }
      const last = work;
      while (work.done.length > 0) work = applyEntry(work, { kind: 'undo' });
      expect(work.project).toEqual(first.project);
      expect(canonicalJson(work.project)).toBe(canonicalJson(first.project));
      while (work.undone.length > 0) work = applyEntry(work, { kind: 'redo' });
      expect(canonicalJson(work.project)).toBe(canonicalJson(last.project));
      expect(canonicalJson(readProject(JSON.parse(canonicalJson(work.project))))).toBe(
        canonicalJson(work.project),
      );
      for (const { inverse } of last.done.slice(-5))
        expect(readChange(JSON.parse(canonicalJson(inverse)))).toEqual(inverse);
    }),
    { numRuns: 12 },
  );
});
