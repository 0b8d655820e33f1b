import type { Basemap } from '../domain/project/basemap.ts';
import type { Project } from '../domain/project/project.ts';
import type { Role } from '../domain/project/role.ts';

/** Who is to be named on the map itself, each once: the publishers of what it draws, and what the licences of all files ask for. The basemap file's own words are plain text. Files
 * that name nobody are counted: a file's name is no source. */
export function mapSources(
  project: Project,
  basemap: Pick<Basemap, 'fileName' | 'attribution'> | null,
): string {
  const base = basemap ? [basemap.attribution || basemap.fileName] : [];
  if (project.fictional) return ['Fictional data', ...base].join(' · ');
  const drawn = project.datasets.filter(({ role }) => DRAWN.has(role));
  const named = drawn.flatMap(({ source }) => source.attribution ?? source.publisher ?? []);
  const asked = project.datasets.flatMap(({ source }) => source.attribution ?? []);
  const unnamed = drawn.filter(({ source }) => !source.attribution && !source.publisher).length;
  const rest = unnamed === 0 ? [] : [`${unnamed} ${unnamed === 1 ? 'file' : 'files'} of unknown source`];
  return [...new Set([...named, ...asked, ...base, ...rest])].join(' · ');
}

const DRAWN: ReadonlySet<Role> = new Set([
  'context',
  'heights',
  'buildings',
  'trees',
  'streets',
  'fibre points',
  'ducts',
  'wards',
  'coverage',
]);
