import { earlierPlan, withEarlierPlans } from './earlier-plan.ts';
import { ProjectRefused } from './project-refused.ts';

/** Version of the form in which projects and changes are written now. */
export const PROJECT_SCHEMA = 4;

/** Turns what version n wrote into what version n + 1 writes. Takes and gives JSON values; changes nothing it is given. */
export interface ProjectMigration {
  readonly project: (json: unknown) => unknown;
  readonly change: (json: unknown) => unknown;
}

/**
 * projectMigrations[n − 1] leads from version n to n + 1.
 * 1 to 2: a project holds rooftop sites and radios, none of which there were.
 * 2 to 3: a project holds digs, none of which there were, and may hold a rate card.
 * 3 to 4: a plan has a question and designs, where it had a selection and barriers; a project may hold a plan card.
 */
export const projectMigrations: readonly ProjectMigration[] = [
  { project: withoutSites, change: (json) => wherever(json, withoutSites) },
  { project: withoutDesigns, change: (json) => wherever(json, withoutDesigns) },
  { project: withEarlierPlans, change: (json) => wherever(json, withEarlierPlans, earlierPlan) },
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

/** A change with every whole project in it brought on, and every plan that it puts into one. */
function wherever(
  json: unknown,
  step: (project: unknown) => unknown,
  ofPlan: (plan: unknown) => unknown = (plan) => plan,
): unknown {
  if (!isObject(json)) return json;
  if (json.list === 'plans' && json.item !== undefined) return { ...json, item: ofPlan(json.item) };
  if (json.kind === 'set-project') return { ...json, project: step(json.project) };
  if (json.kind === 'all' && Array.isArray(json.changes))
    return { ...json, changes: json.changes.map((part) => wherever(part, step, ofPlan)) };
  return json;
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
