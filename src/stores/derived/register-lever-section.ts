import type { RateProblem } from '../../domain/cost/check-rate-card.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import { LEVERS_KNOWN } from '../../domain/plan/levers-known.ts';
import { type FiguresRead, type RateDraft, readFiguresDraft } from './rate-draft.ts';
import { type FiguresSection, type RateFigure, sourcedOf, spreadInputs } from './rate-sections.ts';
import { registerLine } from './register-line.ts';
import type { RegisterSection } from './register-section.ts';

/** What one lever costs the council. */
export function registerLeverSection(lever: Lever): RegisterSection {
  const known = LEVERS_KNOWN.find(({ key }) => lever.id === key || lever.id.startsWith(`${key}:`));
  const title = known?.title ?? lever.kind;
  const key = `lever-${lever.id.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
  const { cost } = lever;
  const field = {
    ...{ key: 'cost', label: 'What it costs the council', meaning: known?.costsCouncil ?? '' },
    inputs: spreadInputs(LEVER_LIMIT),
    read: (one: Lever): RateFigure | null =>
      one.cost && { values: [one.cost.low, one.cost.mid, one.cost.high], source: one.source },
    write: (one: Lever, given: RateFigure): Lever => ({
      ...one,
      cost: {
        ...sourcedOf(given).value,
        unit: one.cost?.unit ?? '£',
        basis: given.source ? 'published' : 'assumed',
      },
      source: given.source,
    }),
  };
  const line = registerLine(field, field.read(lever));
  const isAssumed = cost?.basis === 'assumed';
  return {
    ...{ key, part: 'levers', title },
    lines: [
      cost
        ? { ...line, ...(isAssumed ? { standing: 'assumed' as const } : {}) }
        : { ...line, value: 'not known, or by what is built', standing: 'not known' as const },
    ],
    edit: {
      kind: 'lever',
      section: { key, title, groups: [{ key, title: null, fields: [field] }] },
      lever,
    },
  };
}

/** The lever that a draft of its cost says. */
export function readLeverDraft(
  draft: RateDraft,
  section: FiguresSection<Lever>,
  lever: Lever,
): FiguresRead<Lever> {
  return readFiguresDraft(draft, { section, card: lever, problemsOf: leverProblems });
}

const LEVER_LIMIT = { low: 0, high: 1e9, unit: '£' };

function leverProblems({ cost }: Lever): RateProblem[] {
  if (!cost) return [];
  const { low, mid, high } = cost;
  if (mid < low) return [{ place: 'cost.mid', text: `Cost, mid: write at least the low figure, ${low}.` }];
  if (high < mid) return [{ place: 'cost.high', text: `Cost, high: write at least the mid figure, ${mid}.` }];
  return [];
}
