import { CLAIM_LIMIT } from '../../domain/plan/check-plan-card.ts';
import type { BenefitClaim, PlanCard } from '../../domain/plan/plan-card.ts';
import { type FigureDraft, type FigureInput, figureDraft, readFigure } from './figure-draft.ts';

/** A claim as it is being written. */
export interface ClaimDraft {
  readonly key: number;
  readonly text: string;
  readonly pounds: FigureDraft;
  /** As the form began. */
  readonly first: FigureDraft;
}

export const CLAIM_INPUT: FigureInput = { label: 'Pounds', limit: CLAIM_LIMIT };

/** A card's claims as their form starts. */
export function claimDrafts({ claims }: PlanCard): ClaimDraft[] {
  return claims.map(({ text, pounds, source }, key) => {
    const draft = figureDraft([pounds], source);
    return { key, text, pounds: draft, first: draft };
  });
}

/** A blank claim beside others. */
export function newClaim(others: readonly ClaimDraft[]): ClaimDraft {
  const blank = figureDraft([null], null);
  return { key: 1 + Math.max(-1, ...others.map(({ key }) => key)), text: '', pounds: blank, first: blank };
}

/** The card with the claims that drafts say; null with what is wrong ("2-text", "2-0") where they say none. */
export function readClaims(
  drafts: readonly ClaimDraft[],
  card: PlanCard,
): { readonly card: PlanCard | null; readonly problems: ReadonlyMap<string, string> } {
  const problems = new Map<string, string>();
  const claims = drafts.map(({ key, text, pounds }): BenefitClaim => {
    if (text.trim() === '') problems.set(`${key}-text`, 'Say what is claimed.');
    const read = readFigure(pounds, [CLAIM_INPUT], [card.claims[key]?.pounds ?? null]);
    const value = read.values[0];
    const problem = read.problems[0] ?? (value === null ? 'Write a number.' : null);
    if (problem) problems.set(`${key}-0`, problem);
    return { text: text.trim(), pounds: value ?? 0, source: pounds.source };
  });
  return { card: problems.size === 0 ? { ...card, claims } : null, problems };
}
