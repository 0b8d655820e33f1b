import type { Project } from '../domain/project/project.ts';

/** Who is to be named on the map itself: the publishers of what it draws, each once. */
export function mapSources(project: Project): string {
  if (project.fictional) return 'Fictional data';
  const named = project.datasets
    .filter(
      (dataset) => dataset.role === 'context' || dataset.role === 'wards' || dataset.role === 'coverage',
    )
    .map(({ source }) => source.publisher ?? source.title);
  return [...new Set(named)].join(' · ');
}
