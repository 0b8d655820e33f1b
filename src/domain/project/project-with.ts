import type { LayerRecord } from '../coverage/layer.ts';
import { operatorNames } from '../coverage/operator-names.ts';
import { technologyLabel } from '../coverage/technology.ts';
import type { CoordinateChoice } from '../geo/coordinate-choice.ts';
import { recipeNames } from '../not-spots/resolve-recipe.ts';
import type { FileIssue, FileReport } from '../tables/file-report.ts';
import { layersOf, offeredLayers, type ReadRecord } from './dataset-record.ts';
import {
  type ColumnRoles,
  type DatasetRecord,
  type DatasetReports,
  isBackdrop,
  type LiveList,
  type Project,
  type Recipe,
  type Role,
} from './project.ts';

/** The report of a file whose data is loaded already, maybe under another name: none of its rows count again. */
export function alreadyLoaded(report: FileReport, known: DatasetRecord): FileReport {
  const message = `${report.fileName}: the same data is loaded already as ${known.fileName}. It is counted once.`;
  const issue: FileIssue = {
    code: 'ALREADY_LOADED',
    outcome: 'left-out',
    message,
    count: report.rowsRead,
    examples: [],
  };
  return { ...report, rowsUsed: 0, rowsLeftOut: report.rowsRead, issues: [issue] };
}

/** The project with files added; data that is there already is not added again. Wards and premises given anew take the place of earlier ones, which stay as areas or tables; of several premises given together the finest is counted. */
export function projectWith(project: Project, reads: readonly ReadRecord[]): Project {
  let next = project;
  for (const { dataset: read, layers, areaName } of finestLast(reads)) {
    if (next.datasets.some((known) => known.contentId === read.contentId)) continue;
    const dataset = inPlaceOf(next.datasets, read);
    next = {
      ...next,
      name: nameAfter(next, dataset, areaName),
      datasets: [...next.datasets.map((earlier) => steppedBack(earlier, dataset.role)), dataset],
      layers: [...next.layers, ...withUniqueKeys(layers, next.layers)],
    };
  }
  return withUsableRecipes(next);
}

/** What a project of real files is called until one of them names its authority. */
export const UNNAMED_AREA = 'Your area';

/** Wards name the area; until some do, any other file that lies in one authority and is no mere background. */
function nameAfter({ name, fictional }: Project, { role }: DatasetRecord, areaName: string | null): string {
  if (!areaName || fictional || isBackdrop(role) || role === 'table') return name;
  return role === 'wards' || name === UNNAMED_AREA ? areaName : name;
}

/** The project without a file and the layers made of it. Where another layer took its extent from the file, that is assumed again. */
export function projectWithout(project: Project, contentId: string): Project {
  const { need, ...rest } = project;
  return withUsableRecipes({
    ...rest,
    ...(need && need.contentId !== contentId ? { need } : {}),
    datasets: project.datasets
      .filter((dataset) => dataset.contentId !== contentId)
      .map((dataset) => (dataset.liveList?.contentId === contentId ? countedWhole(dataset) : dataset)),
    layers: project.layers
      .filter((layer) => layer.contentId !== contentId)
      .map((layer) =>
        layer.extent.kind === 'areas' && layer.extent.contentId === contentId
          ? { ...layer, extent: { kind: 'assumed' } }
          : layer,
      ),
  });
}

/** The project without one layer; its file stays. */
export function projectWithoutLayer(project: Project, layerId: string): Project {
  return withUsableRecipes({ ...project, layers: project.layers.filter((layer) => layer.id !== layerId) });
}

/** The project with a file in another role; its layers are made anew. */
export function projectWithRole(project: Project, contentId: string, role: Role): Project {
  return withDataset(project, contentId, ({ supersededBy: _no, ...dataset }) => ({
    ...dataset,
    role,
    unit: role === 'premises' ? (dataset.unit ?? 'premises') : dataset.unit,
  }));
}

/** The project with another column (or none) for a meaning. */
export function projectWithColumnRole(
  project: Project,
  contentId: string,
  which: keyof ColumnRoles,
  column: string | undefined,
): Project {
  return withDataset(project, contentId, (dataset) => {
    const roles: Record<string, string> = { ...dataset.roles };
    if (column === undefined) delete roles[which];
    else roles[which] = column;
    return { ...dataset, roles };
  });
}

/** The project with one more of the layers that a file offers (`offeredLayers`); the same project where it has it or offers no such. */
export function projectWithOfferedLayer(project: Project, contentId: string, layerId: string): Project {
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  const layer = dataset && offeredLayers(dataset).find((candidate) => candidate.id === layerId);
  if (!layer || project.layers.some((known) => known.id === layerId)) return project;
  return withUsableRecipes({
    ...project,
    layers: [...project.layers, ...withUniqueKeys([layer], project.layers)],
  });
}

/** The project with postcodes that are not in a list of live ones left out of a dataset; undefined: none is. */
export function projectWithLiveList(
  project: Project,
  contentId: string,
  liveList: LiveList | undefined,
): Project {
  const datasets = project.datasets.map((dataset) => {
    if (dataset.contentId !== contentId) return dataset;
    return liveList ? { ...dataset, liveList } : countedWhole(dataset);
  });
  return { ...project, datasets };
}

function countedWhole({ liveList: _earlier, ...dataset }: DatasetRecord): DatasetRecord {
  return dataset;
}

/** The project with a file's coordinates read in another way; undefined: as the file names them or its numbers show. */
export function projectWithCoordinates(
  project: Project,
  contentId: string,
  coordinates: CoordinateChoice | undefined,
): Project {
  const datasets = project.datasets.map((dataset) => {
    if (dataset.contentId !== contentId) return dataset;
    const { coordinates: _before, ...rest } = dataset;
    return coordinates === undefined ? rest : { ...rest, coordinates };
  });
  return { ...project, datasets };
}

/** The project with a file's reports in its present role. */
export function projectWithReport(project: Project, contentId: string, reports: DatasetReports): Project {
  const { report, reportAsRead } = reports;
  const datasets = project.datasets.map((dataset): DatasetRecord => {
    if (dataset.contentId !== contentId) return dataset;
    const { reportAsRead: _before, ...rest } = dataset;
    return { ...rest, report, ...(reportAsRead && reportAsRead !== report ? { reportAsRead } : {}) };
  });
  return { ...project, datasets };
}

/** The recipes with which these layers can be asked, the most telling first. */
export function recipesFor(layers: readonly LayerRecord[]): Recipe[] {
  const has = (name: string): boolean => layers.some((layer) => layer.technology === name);
  const recipes: Recipe[] = [];
  const add = (id: string, name: string, text: string): void => void recipes.push({ id, name, text });
  if (has('gigabit') && has('5g')) add('double', 'Double not-spot', 'no gigabit and no 5g');
  if (has('gigabit')) add('no-gigabit', 'No gigabit', 'no gigabit');
  if (has('superfast')) add('no-superfast', 'No superfast', 'no superfast');
  for (const name of ['5g', '4g']) {
    const label = technologyLabel(name);
    const several = operatorNames(layers.filter((layer) => layer.technology === name)).length > 1;
    if (has(name)) add(`no-${name}`, `No ${label} from any operator (total not-spot)`, `no ${name}`);
    if (!several) continue;
    const partial = `${label}, but not from all operators (partial not-spot)`;
    add(`partial-${name}`, partial, `${name} and ${name} < all operators`);
    add(`not-all-${name}`, `${label} missing from some operator`, `${name} < all operators`);
  }
  if (has('gigabit') && has('radio'))
    add('no-gigabit-no-radio', 'Neither gigabit nor rooftop radio', 'no gigabit and no radio');
  if (recipes.length === 0)
    for (const name of recipeNames(layers).slice(0, 1)) add(`no-${name}`, `No ${name}`, `no ${name}`);
  return recipes;
}

function withDataset(
  project: Project,
  contentId: string,
  edit: (dataset: DatasetRecord) => DatasetRecord,
): Project {
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset) return project;
  const edited = edit(dataset);
  const others = project.layers.filter((layer) => layer.contentId !== contentId);
  return withUsableRecipes({
    ...project,
    datasets: project.datasets.map((earlier) =>
      earlier === dataset ? edited : steppedBack(earlier, edited.role),
    ),
    layers: [...others, ...withUniqueKeys(layersOf(edited), others)],
  });
}

/** The files in their order, with those of premises changed about so that the coarsest comes first: the last one is counted. */
function finestLast(reads: readonly ReadRecord[]): ReadRecord[] {
  const isPremises = ({ dataset }: ReadRecord): boolean => dataset.role === 'premises';
  const ordered = reads
    .filter(isPremises)
    .toSorted((one, other) => coarseness(other.dataset) - coarseness(one.dataset));
  return reads.map((read) => (isPremises(read) ? (ordered.shift() ?? read) : read));
}

/** 0 for premises one by one, more for rows that stand for more of them. */
function coarseness({ unit, suggestion }: DatasetRecord): number {
  if (unit === 'premises') return 0;
  const at = COARSER.indexOf(suggestion?.codeKind ?? '');
  return at < 0 ? COARSER.length : at + 1;
}

const COARSER = ['UPRN', 'output area', 'postcode', 'LSOA', 'MSOA', 'ward'];

/** Only one file gives the wards, and one the premises. */
function steppedBack(earlier: DatasetRecord, role: Role): DatasetRecord {
  if (earlier.role !== role) return earlier;
  if (role === 'wards') return { ...earlier, role: 'areas' };
  return role === 'premises' ? { ...earlier, role: 'table' } : earlier;
}

/** A file that takes over a role says whose. */
function inPlaceOf(datasets: readonly DatasetRecord[], read: DatasetRecord): DatasetRecord {
  const earlier = datasets.findLast((dataset) => dataset.role === read.role);
  if (!earlier || (read.role !== 'wards' && read.role !== 'premises')) return read;
  const message = `${read.fileName} takes the place of ${earlier.fileName}, which stays loaded but is no longer counted.`;
  const issue: FileIssue = { code: 'TAKES_PLACE', outcome: 'note', message, count: 1, examples: [] };
  return withIssues(read, [...read.report.issues, issue]);
}

/** A file whose report says something else than reading it found. */
export function withIssues(dataset: DatasetRecord, issues: readonly FileIssue[]): DatasetRecord {
  const { report, reportAsRead = report } = dataset;
  return { ...dataset, report: { ...report, issues }, reportAsRead };
}

/** The layers with keys that none of `taken` has. */
export function withUniqueKeys(layers: readonly LayerRecord[], taken: readonly LayerRecord[]): LayerRecord[] {
  const keys = new Set(taken.map((layer) => layer.key));
  return layers.map((layer) => {
    let key = layer.key;
    for (let n = 2; keys.has(key); n++) key = `${layer.key}-${n}`;
    keys.add(key);
    return { ...layer, key };
  });
}

/** Recipes that the layers can answer: the person's own stay, the rest are offered anew; one of them is in force. */
export function withUsableRecipes(project: Project): Project {
  const offered = recipesFor(project.layers);
  const own = project.recipes.filter((recipe) => recipe.id.startsWith('own-'));
  const recipes = [...offered, ...own];
  if (recipes.length === 0) return project;
  const recipeId = recipes.some((recipe) => recipe.id === project.view.recipeId)
    ? project.view.recipeId
    : recipes[0].id;
  return { ...project, recipes, view: { ...project.view, recipeId } };
}
