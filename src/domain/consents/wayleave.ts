import type { RooftopSite } from '../radio/rooftop-site.ts';
import type { ConsentFinding } from './consent-hint.ts';
import { CODE_2017 } from './rule-sources.ts';

/** Whoever owns the roof must agree, in all four nations. */
export function wayleave({ owner }: Pick<RooftopSite, 'owner'>): ConsentFinding {
  const who = owner === null ? 'not known' : isCouncil(owner) ? 'council' : 'known';
  return {
    rule: 'wayleave',
    kind: 'wayleave',
    title: 'Agreement with the roof’s owner',
    says: 'Under the Electronic Communications Code the occupier of the land confers the right to install and keep apparatus; others with an interest are bound once they agree. A court may impose it.',
    applies: 'yes',
    why: WHY[who](owner ?? ''),
    owner: owner ?? 'Not known: the owner or occupier of the roof',
    weeks: null,
    ruleDate: CODE_2017.date,
    source: CODE_2017,
    assumed: who === 'council' ? 'That an owner called a council is one is taken from its name.' : null,
  };
}

const WHY = {
  known: (owner: string) => `The roof is let by ${owner}.`,
  council: (owner: string) => `The roof is the council’s (${owner}): its own estates team can agree.`,
  'not known': () => 'Who owns the roof is not known. Write it in the site’s details.',
} as const;

/** Whether an owner's name is that of a council. */
export function isCouncil(owner: string): boolean {
  return /\bcouncil\b|\bcyngor\b|\bcity corporation\b|\bcorporation of london\b/i.test(owner);
}
