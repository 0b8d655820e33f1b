import * as v from 'valibot';
import type { Change } from '../domain/project/change.ts';
import type { Project } from '../domain/project/project.ts';
import type { Step } from '../domain/project/step.ts';
import { checkJson } from './check-json.ts';
import { datasetSchema, rowFiltersSchema, sourceSchema } from './dataset-schema.ts';
import { deviceSchema } from './device-schema.ts';
import { digSchema } from './dig-schema.ts';
import { layerSchema } from './layer-schema.ts';
import { planCardSchema } from './plan-card-schema.ts';
import { planSchema } from './plan-schema.ts';
import { ProjectRefused } from './project-refused.ts';
import { radioSchema, siteSchema } from './radio-schema.ts';
import { rateCardSchema } from './rate-card-schema.ts';
import { count, entries, text } from './schema-values.ts';

export { PROJECT_SCHEMA } from './project-migrations.ts';

/**
 * A project out of JSON as this version writes it (earlier versions: `migrated` first). Throws ProjectRefused naming the
 * part that is wrong: DAMAGED, or TOO_LARGE beyond 10,000 entries of a list, 1,000,000 items that a file fills,
 * 4,000,000 characters of one text, 100,000,000 in all. Its layers' contents must be among its datasets and the recipe
 * in force among its recipes; other mentions of a content (an extent, a list of live postcodes) may outlive the file.
 */
export function readProject(json: unknown): Project {
  const project = checked(projectSchema, json, 'The project');
  checkReferences(project);
  return project;
}

/** A change out of JSON, nested 60 deep at most; every project in it is checked as `readProject` does. */
export function readChange(json: unknown): Change {
  const change = checked(changeSchema, json, 'The change');
  checkProjects(change);
  return change;
}

/** A step of undo or redo out of JSON. */
export function readStep(json: unknown): Step {
  const step = checked(stepSchema, json, 'The step');
  checkProjects(step.inverse);
  return step;
}

const assumptionsSchema = entries(v.strictObject({ text, source: v.nullable(sourceSchema) }));
const recipeSchema = v.strictObject({ id: text, name: text, text });
const needSchema = v.strictObject({
  contentId: text,
  codeColumn: text,
  column: text,
  where: rowFiltersSchema,
  higherMeansMore: v.boolean(),
});
const viewSchema = v.strictObject({ recipeId: text });

/** The parts of a project; what a pack may hold is these without plans, sites, devices, radio, digs and cards. */
export const projectParts = {
  name: text,
  fictional: v.boolean(),
  datasets: entries(datasetSchema),
  layers: entries(layerSchema),
  recipes: entries(recipeSchema),
  assumptions: assumptionsSchema,
  plans: entries(planSchema),
  sites: entries(siteSchema),
  devices: entries(deviceSchema),
  radio: v.optional(radioSchema),
  designs: entries(digSchema),
  rates: v.optional(rateCardSchema),
  planCard: v.optional(planCardSchema),
  need: v.optional(needSchema),
  view: viewSchema,
};
export const projectSchema = v.strictObject(projectParts);

const lists = {
  datasets: datasetSchema,
  layers: layerSchema,
  recipes: recipeSchema,
  plans: planSchema,
  sites: siteSchema,
  devices: deviceSchema,
  designs: digSchema,
};
const listName = v.picklist(['datasets', 'layers', 'recipes', 'plans', 'sites', 'devices', 'designs']);

function withItem<const Kind extends 'insert' | 'replace'>(kind: Kind) {
  const at = { kind: v.literal(kind), at: count };
  return v.variant('list', [
    v.strictObject({ ...at, list: v.literal('datasets'), item: lists.datasets }),
    v.strictObject({ ...at, list: v.literal('layers'), item: lists.layers }),
    v.strictObject({ ...at, list: v.literal('recipes'), item: lists.recipes }),
    v.strictObject({ ...at, list: v.literal('plans'), item: lists.plans }),
    v.strictObject({ ...at, list: v.literal('sites'), item: lists.sites }),
    v.strictObject({ ...at, list: v.literal('devices'), item: lists.devices }),
    v.strictObject({ ...at, list: v.literal('designs'), item: lists.designs }),
  ]);
}

const changeSchema: v.GenericSchema<unknown, Change> = v.variant('kind', [
  withItem('insert'),
  withItem('replace'),
  v.strictObject({ kind: v.literal('remove'), list: listName, at: count }),
  v.strictObject({ kind: v.literal('set-view'), view: viewSchema }),
  v.strictObject({ kind: v.literal('set-name'), name: text, fictional: v.boolean() }),
  v.strictObject({ kind: v.literal('set-assumptions'), assumptions: assumptionsSchema }),
  v.strictObject({ kind: v.literal('set-need'), need: v.nullable(needSchema) }),
  v.strictObject({ kind: v.literal('set-radio'), radio: v.nullable(radioSchema) }),
  v.strictObject({ kind: v.literal('set-rates'), rates: v.nullable(rateCardSchema) }),
  v.strictObject({ kind: v.literal('set-plan-card'), planCard: v.nullable(planCardSchema) }),
  v.strictObject({ kind: v.literal('set-project'), project: projectSchema }),
  v.strictObject({
    kind: v.literal('all'),
    changes: entries(v.lazy(() => changeSchema)),
  }),
]);

const stepSchema = v.strictObject({ label: text, inverse: changeSchema });

function checked<Output>(schema: v.GenericSchema<unknown, Output>, json: unknown, what: string): Output {
  checkJson(json, what);
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const part = v.getDotPath(issue);
  const where = part ?? 'the whole';
  if (issue.type === 'max_length')
    throw new ProjectRefused('TOO_LARGE', `${what} is too large at ${where} (${issue.message}).`, part);
  throw new ProjectRefused(
    'DAMAGED',
    `${what} is damaged: ${where} is not as expected (${issue.message}).`,
    part,
  );
}

function checkProjects(change: Change): void {
  if (change.kind === 'set-project') checkReferences(change.project);
  if (change.kind === 'all') change.changes.forEach(checkProjects);
}

function checkReferences(project: Project): void {
  const { datasets, layers, recipes, view, sites, devices, radio, designs, plans } = project;
  const contents = new Set(datasets.map(({ contentId }) => contentId));
  if (contents.size !== datasets.length)
    throw damaged('two of its files have the same name within it', 'datasets');
  if (new Set(layers.map(({ id }) => id)).size !== layers.length)
    throw damaged('two of its layers have the same name within it', 'layers');
  for (const [what, list] of [
    ['sites', sites],
    ['devices', devices],
    ['designs', designs],
    ['plans', plans],
  ] as const)
    if (new Set(list.map(({ id }) => id)).size !== list.length)
      throw damaged(`two of its ${what} have the same name within it`, what);
  if (radio && !devices.some(({ id }) => id === radio.deviceId))
    throw damaged('it reckons with a device that it does not hold', 'radio.deviceId');
  const stray = layers.findIndex(({ contentId }) => !contents.has(contentId));
  if (stray >= 0)
    throw damaged('a layer is made of a file that it does not hold', `layers.${stray}.contentId`);
  if (!recipes.some(({ id }) => id === view.recipeId))
    throw damaged('it shows a recipe that it does not hold', 'view.recipeId');
}

function damaged(reason: string, part: string): ProjectRefused {
  return new ProjectRefused('DAMAGED', `The project is damaged: ${reason}.`, part);
}
