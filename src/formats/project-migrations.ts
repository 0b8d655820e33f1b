import { ProjectRefused } from './project-refused.ts';

/** Version of the form in which projects and changes are written now. */
export const PROJECT_SCHEMA = 3;

/** Turns what version n wrote into what version n + 1 writes. Takes and gives JSON values; changes nothing it is given. */
export interface ProjectMigration {
  readonly project: (json: unknown) => unknown;
  readonly change: (json: unknown) => unknown;
}

/**
 * projectMigrations[n − 1] leads from version n to n + 1.
 * 1 to 2: a project holds rooftop sites and radios, none of which there were.
 * 2 to 3: a project holds digs, none of which there were, and may hold a rate card.
 */
export const projectMigrations: readonly ProjectMigration[] = [
  { project: withoutSites, change: (json) => wherever(json, withoutSites) },
  { project: withoutDesigns, change: (json) => wherever(json, withoutDesigns) },
];

/**
 * A project or change of an earlier version as this version writes it. Throws ProjectRefused: NEWER for a version that
 * this Notspot does not know yet, DAMAGED for what is no version.
 */
export function migrated(
  json: unknown,
  schema: number,
  what: keyof ProjectMigration,
  migrations: readonly ProjectMigration[] = projectMigrations,
): unknown {
  if (!(Number.isSafeInteger(schema) && schema >= 1))
    throw new ProjectRefused('DAMAGED', 'The work does not say in which version it was written.', 'schema');
  const now = migrations.length + 1;
  if (schema > now)
    throw new ProjectRefused(
      'NEWER',
      `This was made with a newer version of Notspot (form ${schema}; this one reads up to ${now}). Reload to get the new version.`,
      'schema',
    );
  return migrations.slice(schema - 1).reduce((earlier, step) => step[what](earlier), json);
}

function withoutSites(json: unknown): unknown {
  return isObject(json) ? { ...json, sites: [], devices: [] } : json;
}

function withoutDesigns(json: unknown): unknown {
  return isObject(json) ? { ...json, designs: [] } : json;
}

/** A change with every whole project in it brought on. */
function wherever(json: unknown, step: (project: unknown) => unknown): unknown {
  if (!isObject(json)) return json;
  if (json.kind === 'set-project') return { ...json, project: step(json.project) };
  if (json.kind === 'all' && Array.isArray(json.changes))
    return { ...json, changes: json.changes.map((part) => wherever(part, step)) };
  return json;
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
