import type { Project } from '../../domain/project/project.ts';
import type { Role } from '../../domain/project/role.ts';

/** Something that a duel lacks: what it is for, and what is done without it. */
export interface DuelNeed {
  readonly role: Extract<Role, 'premises' | 'heights' | 'streets' | 'fibre points'>;
  readonly title: string;
  readonly words: string;
}

/** What is lacking before both answers can be made, the first thing first; without premises nothing can be asked. */
export function duelNeeds({ datasets }: Pick<Project, 'datasets'>): readonly DuelNeed[] {
  const has = (wanted: Role): boolean => datasets.some(({ role }) => role === wanted);
  return NEEDS.filter(({ role }) => !has(role));
}

const NEEDS: readonly DuelNeed[] = [
  {
    role: 'premises',
    title: 'Premises',
    words: 'Whom it is to reach: premises or postcodes.',
  },
  {
    role: 'heights',
    title: 'Heights',
    words:
      'Which roof sees which premises: a surface model, or a ground model with buildings. Without, no rooftop radio.',
  },
  {
    role: 'streets',
    title: 'Streets',
    words: 'Where a trench can go: streets as lines. Without, no dig, and no trench to a hub.',
  },
  {
    role: 'fibre points',
    title: 'Fibre points',
    words:
      'Where fibre comes from: exchanges, cabinets, chambers. Without, place one by hand in the plan, under “Change what is asked”.',
  },
];
