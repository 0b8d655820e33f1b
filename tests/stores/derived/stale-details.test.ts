import { describe, expect, it } from 'vitest';
import { DEFAULT_PLAN_CARD } from '../../../src/domain/plan/default-plan-card.ts';
import { madeOfParts, madeOfText } from '../../../src/domain/plan/made-of.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { fingerprintNow } from '../../../src/stores/derived/plan-stale.ts';
import { staleDetails } from '../../../src/stores/derived/stale-details.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';
import { FULL_PLAN } from '../../builders/plans.ts';

const project: Project = FULL_PROJECT;

/** The plan as it was made over contents that the project calls otherwise, or has not. */
function madeOver(change: (contents: readonly string[]) => readonly string[], from: Project = project): Plan {
  const { said, contents } = madeOfParts(fingerprintNow(FULL_PLAN, from));
  return {
    ...FULL_PLAN,
    designs: { madeOf: madeOfText({ said, contents: change(contents) }), outcomes: [] },
  };
}

const [first] = madeOfParts(fingerprintNow(FULL_PLAN, project)).contents;
const nameOf = (contentId: string) => project.datasets.find((one) => one.contentId === contentId)?.fileName;

describe('what differs of a plan that is out of date', () => {
  it('is nothing where nothing does', () => {
    expect(
      staleDetails(
        madeOver((all) => all),
        project,
      ),
    ).toBe('');
    expect(staleDetails({ ...FULL_PLAN, designs: null }, project)).toBe('');
  });

  it('names the file that is used now and was not then, and counts what is not here', () => {
    expect(
      staleDetails(
        madeOver((all) => all.slice(1)),
        project,
      ),
    ).toBe(`Used now and not then: “${nameOf(first)}”.`);
    const other = madeOver((all) => ['elsewhere', ...all.slice(1)]);
    expect(staleDetails(other, project)).toMatch(
      /^Of the \d+ files? that it was made of, 1 is not here in that form: open the same file to see its sums\. Used now/,
    );
  });

  it('says of the register that its figures are not kept with a plan, and what to do', () => {
    const { items } = DEFAULT_PLAN_CARD;
    const value = { low: 9000, mid: 9000, high: 9000 };
    const dear = {
      ...project,
      planCard: {
        ...DEFAULT_PLAN_CARD,
        items: { ...items, poundsPerRoofAYear: { ...items.poundsPerRoofAYear, value } },
      },
    };
    expect(
      staleDetails(
        madeOver((all) => all, dear),
        project,
      ),
    ).toBe(
      'Which figures of what is assumed of roofs, services and funding differ is not kept with a plan: compare the register with the one that it was made with, or open that one’s file.',
    );
  });
});
