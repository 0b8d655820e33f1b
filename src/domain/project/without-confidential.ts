import type { RateCard } from '../cost/rate-card.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { DigDesign } from '../dig/dig-design.ts';
import { parseRecipe } from '../not-spots/parse-recipe.ts';
import { RecipeError, type RecipeNode } from '../not-spots/recipe.ts';
import { layersNamed } from '../not-spots/resolve-recipe.ts';
import { madeOfParts } from '../plan/made-of.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanCard } from '../plan/plan-card.ts';
import type { RooftopSite } from '../radio/rooftop-site.ts';
import type { FileIssue } from '../tables/file-report.ts';
import { hiddenNames, mentions } from './hidden-names.ts';
import { type DatasetRecord, isOfStreets, type Project, type Recipe } from './project.ts';
import { withUsableRecipes } from './with-usable-recipes.ts';

/** Something that stays behind, and why. Names what is confidential: for its owner's eyes, never for what leaves. */
export interface LeftOut {
  readonly kind:
    | 'file'
    | 'layer'
    | 'recipe'
    | 'need'
    | 'extent'
    | 'live-list'
    | 'release'
    | 'plan'
    | 'site'
    | 'device'
    | 'design'
    | 'answer'
    | 'designs'
    | 'rates'
    | 'plan card'
    | 'assumption'
    | 'note'
    | 'name'
    | 'view';
  readonly name: string;
  readonly why: string;
}

/** A project without what is confidential, and what that left out. */
export interface Shared {
  readonly project: Project;
  readonly leftOut: readonly LeftOut[];
  /** Names that must not leave: of the files and layers left out, and of operators that only these name. */
  readonly hidden: readonly string[];
}

/**
 * The project without what is marked confidential and what depends on it:
 * - files marked, and files of which a marked layer is made (their rows hold that layer); all layers made of them;
 * - an extent, need or list of live postcodes taken from such a file: the extent is then assumed, the rest is none;
 * - an earlier release that stepped back for such a file stays uncounted;
 * - the person's own recipes that name such a layer or operator; the ready ones are offered anew by what remains;
 * - designs of plans that are made of such a file; the whole plan where it names premises, streets, fibre points or roofs
 *   that are in one;
 * - rooftop sites that are rows of such a file;
 * - digs where such a file is of premises, streets, fibre points, ducts or restrictions, or is what their answer is made of;
 * - notes of reports, assumptions, plans, sites, devices, digs and cards whose words mention what is hidden, and a name of the
 *   project that does.
 * The same project where nothing is confidential.
 */
export function withoutConfidential(project: Project): Shared {
  const gone = confidentialFiles(project);
  if (gone.size === 0) return { project, leftOut: [], hidden: [] };
  const datasets = project.datasets.filter(({ contentId }) => !gone.has(contentId));
  const layers = project.layers.filter(({ contentId }) => !gone.has(contentId));
  const hidden = hiddenNames(project, { datasets, layers });
  const leftOut: LeftOut[] = [...filesLeftOut(project, gone), ...layersLeftOut(project, gone)];
  const put = (kind: LeftOut['kind'], name: string, why: string) => void leftOut.push({ kind, name, why });
  const { need, radio, rates, planCard, ...rest } = project;
  const keepsNeed = need !== undefined && !gone.has(need.contentId);
  if (need && !keepsNeed) put('need', need.column, 'it is a column of a file that is left out');
  const silent =
    <Item>(kind: LeftOut['kind'], name: (item: Item) => string) =>
    (item: Item) => {
      const isOpen = !mentions(item, hidden);
      if (!isOpen) put(kind, name(item), 'it mentions what is confidential');
      return isOpen;
    };
  const isNameOpen = !namesHidden(project.name, [...hidden, ...fileStems(project, gone)]);
  if (!isNameOpen) put('name', project.name, `it mentions what is confidential; it leaves as “${NAMELESS}”`);
  const devices = project.devices.filter(silent('device', ({ name }) => name));
  const kept: Project = {
    ...rest,
    name: isNameOpen ? project.name : NAMELESS,
    ...(keepsNeed ? { need } : {}),
    datasets: datasets.map((dataset) => openDataset(dataset, { gone, hidden, put })),
    layers: layers.map((layer) => openLayer(layer, gone, put)),
    assumptions: project.assumptions.filter(silent('assumption', ({ text }) => text)),
    plans: project.plans
      .flatMap((plan) => openPlan(plan, project, gone, put))
      .filter(silent('plan', ({ name }) => name)),
    sites: project.sites.filter(
      (site) => isOfOpenFile(site, gone, put) && silent<RooftopSite>('site', ({ name }) => name)(site),
    ),
    devices,
    designs: project.designs.filter(
      (design) =>
        isDugInOpen(design, project, gone, put) && silent<DigDesign>('design', ({ name }) => name)(design),
    ),
    ...(rates && silent<RateCard>('rates', ({ name }) => name)(rates) ? { rates } : {}),
    ...(planCard && silent<PlanCard>('plan card', ({ name }) => name)(planCard) ? { planCard } : {}),
    ...(radio && devices.some(({ id }) => id === radio.deviceId) ? { radio } : {}),
    recipes: project.recipes.filter((recipe) => isOpenRecipe(recipe, project, { layers, hidden, put })),
  };
  return { project: withSomeRecipe(kept), leftOut, hidden };
}

/** What a project is called whose own name stays behind. */
const NAMELESS = 'Untitled';

/** Whether a name speaks of what is hidden, however its words are joined: "gigabit-acme" in "Gigabit Acme, north". */
function namesHidden(name: string, hidden: readonly string[]): boolean {
  return mentions(spaced(name), hidden.map(spaced));
}

/** Names of the files left out without their endings; but for a word that only says what is in such a file. */
function fileStems({ datasets }: Project, gone: ReadonlySet<string>): string[] {
  return datasets
    .filter(({ contentId }) => gone.has(contentId))
    .map(({ fileName }) => spaced(fileName.replace(/(?:\.[a-z]\w{0,9})+$/i, '')))
    .filter(
      (stem) => stem.length > 1 && !/^(?:wards|areas|coverage|premises|records|shares|data)$/.test(stem),
    );
}

function spaced(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_.–-]+/g, ' ')
    .trim();
}

type Put = (kind: LeftOut['kind'], name: string, why: string) => void;

/** Content ids of the files that stay behind. */
function confidentialFiles({ datasets, layers }: Project): Set<string> {
  return new Set(
    [...datasets, ...layers].filter(({ confidential }) => confidential).map(({ contentId }) => contentId),
  );
}

function filesLeftOut({ datasets, layers }: Project, gone: ReadonlySet<string>): LeftOut[] {
  return datasets
    .filter(({ contentId }) => gone.has(contentId))
    .map(({ contentId, fileName: name, confidential }) => {
      const marked = layers.find((layer) => layer.contentId === contentId && layer.confidential);
      const why = confidential
        ? 'it is marked confidential'
        : `its rows hold ${marked?.name}, which is marked confidential`;
      return { kind: 'file', name, why };
    });
}

function layersLeftOut({ layers }: Project, gone: ReadonlySet<string>): LeftOut[] {
  return layers
    .filter(({ contentId }) => gone.has(contentId))
    .map(({ name, confidential }) => ({
      kind: 'layer',
      name,
      why: confidential ? 'it is marked confidential' : 'it is made of a file that is left out',
    }));
}

function openDataset(
  dataset: DatasetRecord,
  { gone, hidden, put }: { gone: ReadonlySet<string>; hidden: readonly string[]; put: Put },
): DatasetRecord {
  const { liveList, supersededBy, reportAsRead, ...rest } = dataset;
  const isOpen = (issue: FileIssue): boolean => !mentions(issue, hidden);
  const losesList = liveList !== undefined && gone.has(liveList.contentId);
  if (losesList)
    put(
      'live-list',
      dataset.fileName,
      'its postcodes were sorted by a file that is left out; all of them count',
    );
  const losesLater = supersededBy !== undefined && gone.has(supersededBy);
  if (losesLater)
    put('release', dataset.fileName, 'the later release in force is left out; this one stays uncounted');
  const issues = dataset.report.issues.filter(isOpen);
  for (const _ of dataset.report.issues.slice(issues.length))
    put('note', `a note on ${dataset.fileName}`, 'it mentions what is confidential');
  return {
    ...rest,
    ...(liveList && !losesList ? { liveList } : {}),
    ...(supersededBy !== undefined && !losesLater ? { supersededBy } : {}),
    report: { ...dataset.report, issues },
    ...(reportAsRead
      ? { reportAsRead: { ...reportAsRead, issues: reportAsRead.issues.filter(isOpen) } }
      : {}),
  };
}

function openLayer(layer: LayerRecord, gone: ReadonlySet<string>, put: Put): LayerRecord {
  if (layer.extent.kind !== 'areas' || !gone.has(layer.extent.contentId)) return layer;
  put('extent', layer.name, 'how far it speaks was taken from a file that is left out; it is assumed now');
  return { ...layer, extent: { kind: 'assumed' } };
}

/** The plan without what is made of such a file; none where it names what is in one. */
function openPlan(plan: Plan, project: Project, gone: ReadonlySet<string>, put: Put): Plan[] {
  if (namesGone(plan, project, gone)) {
    put('plan', plan.name, 'it names what is in a file that is left out');
    return [];
  }
  const isOpen = !madeOfParts(plan.designs?.madeOf ?? '').contents.some((contentId) => gone.has(contentId));
  if (!isOpen) put('designs', plan.name, 'they are made of a file that is left out');
  return [isOpen ? plan : { ...plan, designs: null }];
}

function namesGone({ question, levers }: Plan, project: Project, gone: ReadonlySet<string>): boolean {
  const { selection, rootIds, blocked, forced, radio } = question;
  const roles = new Set(
    project.datasets.filter(({ contentId }) => gone.has(contentId)).map(({ role }): string => role),
  );
  const byRows = selection.kind === 'cluster' || selection.kind === 'list';
  if (byRows && (roles.has('premises') || gone.has(question.premisesContentId))) return true;
  const places = levers.flatMap((lever) => lever.places ?? []);
  const roofs = [...radio.closedRoofs, ...radio.wayleaves.map(({ roof }) => roof), ...places];
  const isGone = (roof: string): boolean =>
    (roof.startsWith('access:') && roles.has('roof access')) ||
    (roof.startsWith('building:') && roles.has('buildings')) ||
    project.sites.some(({ id, fromContentId }) => roof === `site:${id}` && gone.has(fromContentId ?? ''));
  if (roofs.some(isGone)) return true;
  const ofStreets = project.datasets.some(({ contentId, role }) => gone.has(contentId) && isOfStreets(role));
  return ofStreets && [...rootIds, ...blocked, ...forced, ...places].length > 0;
}

function isDugInOpen(design: DigDesign, project: Project, gone: ReadonlySet<string>, put: Put): boolean {
  const { question, result } = design;
  const isHidden =
    gone.has(question.premisesContentId) ||
    project.datasets.some(
      ({ contentId, role }) => gone.has(contentId) && (role === 'premises' || isOfStreets(role)),
    ) ||
    (result?.madeOf.contents.some((contentId) => gone.has(contentId)) ?? false);
  if (isHidden) put('design', design.name, 'it is made of a file that is left out');
  return !isHidden;
}

function isOfOpenFile({ name, fromContentId }: RooftopSite, gone: ReadonlySet<string>, put: Put): boolean {
  if (fromContentId === null || !gone.has(fromContentId)) return true;
  put('site', name, 'it is a row of a file that is left out');
  return false;
}

function isOpenRecipe(
  recipe: Recipe,
  project: Project,
  { layers, hidden, put }: { layers: readonly LayerRecord[]; hidden: readonly string[]; put: Put },
): boolean {
  const isOpen =
    recipeNamesOf(recipe.text).every(
      (name) => layersNamed(name, layers).length > 0 || layersNamed(name, project.layers).length === 0,
    ) && !mentions([recipe.name, recipe.text], hidden);
  if (!isOpen) put('recipe', recipe.name, 'it names a layer that is left out');
  return isOpen;
}

function recipeNamesOf(text: string): string[] {
  try {
    return namesIn(parseRecipe(text));
  } catch (error) {
    if (error instanceof RecipeError) return [];
    throw error;
  }
}

function namesIn(node: RecipeNode): string[] {
  if (node.kind === 'at-least') return [node.name];
  return node.kind === 'not' ? namesIn(node.node) : node.nodes.flatMap(namesIn);
}

/** Recipes that what remains can answer, or the commonest of all where nothing remains. */
function withSomeRecipe(project: Project): Project {
  const { recipes, ...usable } = withUsableRecipes(project);
  if (recipes.some(({ id }) => id === usable.view.recipeId)) return { ...usable, recipes };
  const some = recipes.length > 0 ? recipes : [{ id: 'no-gigabit', name: 'No gigabit', text: 'no gigabit' }];
  return { ...usable, recipes: some, view: { ...usable.view, recipeId: some[0].id } };
}
