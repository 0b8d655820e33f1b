import type { DatasetRecord, Project } from './project.ts';

/** The column of the demo's buildings that says how high they are, and that of their levels. */
const BUILDING_COLUMNS = { height: 'height_m', levels: 'levels' };

/**
 * The demo borough with the files and sites of its heights' pack, and its buildings in their role, so that they stand on the
 * ground. The same project where it has all of them.
 */
export function withDemoHeights(project: Project, heights: Pick<Project, 'datasets' | 'sites'>): Project {
  const known = new Set(project.datasets.map(({ contentId }) => contentId));
  const added = heights.datasets.filter(({ contentId }) => !known.has(contentId));
  const placed = new Set(project.sites.map(({ id }) => id));
  const sites = heights.sites.filter(({ id }) => !placed.has(id));
  const isRaised = project.datasets.every((dataset) => !areFlatBuildings(dataset));
  if (added.length + sites.length === 0 && isRaised) return project;
  return {
    ...project,
    datasets: [
      ...project.datasets.map((dataset) =>
        areFlatBuildings(dataset)
          ? { ...dataset, role: 'buildings' as const, roles: { ...dataset.roles, ...BUILDING_COLUMNS } }
          : dataset,
      ),
      ...added,
    ],
    sites: [...project.sites, ...sites],
  };
}

function areFlatBuildings({ role, columnNames }: DatasetRecord): boolean {
  return (
    role === 'context' && Object.values(BUILDING_COLUMNS).every((column) => columnNames.includes(column))
  );
}
