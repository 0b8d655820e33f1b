import type { Project } from '../../domain/project/project.ts';

/** What a dig lacks first; null: nothing. Fibre points can be placed by hand. */
export function digNeed({ datasets }: Pick<Project, 'datasets'>): 'premises' | 'streets' | null {
  const has = (wanted: string): boolean => datasets.some(({ role }) => role === wanted);
  if (!has('premises')) return 'premises';
  return has('streets') ? null : 'streets';
}
