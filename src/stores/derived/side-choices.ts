import {
  type CountSide,
  type CountSides,
  type SideName,
  swappedSides,
} from '../../domain/before-after/count-side.ts';
import { inForceOf } from '../../domain/before-after/release-in-stead.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { askedLayers } from '../../domain/not-spots/asked-layers.ts';
import {
  currentRecipe,
  type DatasetRecord,
  type Project,
  type Recipe,
} from '../../domain/project/project.ts';
import { releaseDate } from '../../domain/releases/release-date.ts';
import { whyNotReleases } from '../../domain/releases/why-not-releases.ts';
import { readRecipe, recipeLabel } from './recipe-reading.ts';
import type { SidesKind, SidesView } from './sides-text.ts';

/** Something to choose: its value and what a person reads. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The project's definitions, and those the sides have beside them. Values are recipe texts. */
export function recipeOptions(project: Project, sides: CountSides): Choice[] {
  const offered = project.recipes.map((recipe) => ({
    value: recipe.text,
    label: recipeLabel(recipe, project.layers),
  }));
  const own = [sides.before.recipeText, sides.after.recipeText]
    .filter((text, i, all) => all.indexOf(text) === i && offered.every(({ value }) => value !== text))
    .map((text) => ({ value: text, label: recipeLabel({ id: '', name: text, text }, project.layers) }));
  return [...offered, ...own];
}

/** Layers that can be left out, the names as the Not-spots page has them. */
export function layerOptions(project: Project): Choice[] {
  return project.layers.map(({ id, name }) => ({ value: id, label: name }));
}

/** Files of which an earlier release is loaded beside the one in force. Values are content ids of the earlier. */
export function releaseOptions(project: Project): Choice[] {
  return project.datasets.flatMap((earlier): Choice[] => {
    const later = inForceOf(project, earlier);
    if (!later) return [];
    return [{ value: earlier.contentId, label: `${nameOf(earlier)} and ${nameOf(later)}` }];
  });
}

/** Why there are no releases to choose, and what to do. */
export function noReleasesText({ datasets }: Project): string {
  const why = whyNotReleases(datasets);
  return `Releases: drop in two releases of one file to compare them.${why ? ` ${why}` : ''}`;
}

/** What a release is called: its file, with the date where the name does not say it. */
export function nameOf(dataset: DatasetRecord): string {
  const date = releaseDate(dataset);
  const isSaid = date === null || dataset.fileName.replaceAll(/\D/g, '').includes(date.replaceAll(/\D/g, ''));
  return isSaid ? dataset.fileName : `${dataset.fileName} (${date})`;
}

/** The view with another kind of comparison: what the earlier kind chose is taken back, but for the definition. */
export function withKind(view: SidesView, kind: SidesKind, project: Project): SidesView {
  const { before, after } = view.sides;
  const plain = (recipeText: string): CountSide => ({ recipeText, withoutLayers: [], releases: [] });
  if (kind === 'definitions') {
    const other = project.recipes.find(({ text }) => text !== before.recipeText)?.text;
    const next = after.recipeText === before.recipeText ? (other ?? after.recipeText) : after.recipeText;
    return { ...view, kind, sides: { before: plain(before.recipeText), after: plain(next) } };
  }
  const recipe = currentRecipe(project).text;
  if (kind === 'layers') {
    const all = new Set(project.layers.map(({ id }) => id));
    const layer =
      leaveableLayer(project, recipe, askedIn(recipe, project) ?? all) ??
      leaveableLayer(project, recipe, all);
    const without = { ...plain(recipe), withoutLayers: layer === undefined ? [] : [layer.id] };
    return { ...view, kind, sides: { before: plain(recipe), after: without } };
  }
  const [release] = releaseOptions(project);
  const earlier = { ...plain(recipe), releases: release ? [release.value] : [] };
  return { ...view, kind, sides: { before: earlier, after: plain(recipe) } };
}

/** The side that leaves layers out, or counts the earlier release; where none does, the one that would by itself. */
export function changedSide({ kind, sides }: SidesView): SideName {
  const list = (side: CountSide) => (kind === 'layers' ? side.withoutLayers : side.releases);
  if (list(sides.before).length > 0) return 'before';
  return list(sides.after).length > 0 || kind === 'layers' ? 'after' : 'before';
}

/** The view with one side changed. */
export function withSide(view: SidesView, name: SideName, change: Partial<CountSide>): SidesView {
  return { ...view, sides: { ...view.sides, [name]: { ...view.sides[name], ...change } } };
}

/** The view with both sides counting by one definition. */
export function withRecipe(view: SidesView, recipeText: string): SidesView {
  return withSide(withSide(view, 'before', { recipeText }), 'after', { recipeText });
}

/** The view with its sides the other way about. */
export function swappedView(view: SidesView): SidesView {
  return { ...view, sides: swappedSides(view.sides) };
}

/** What leaving layers out does not change, and what would. */
export interface LeftOutNote {
  readonly text: string;
  /** What to press, and the view that then stands; null where nothing would change the count. */
  readonly remedy: { readonly label: string; readonly view: SidesView } | null;
}

/** Said where none of the layers left out is asked for, so that the two sides are the same; null elsewhere. */
export function leftOutNote(view: SidesView, project: Project): LeftOutNote | null {
  const changed = changedSide(view);
  const { recipeText, withoutLayers } = view.sides[changed];
  if (view.kind !== 'layers' || withoutLayers.length === 0) return null;
  const asked = askedIn(recipeText, project);
  if (asked === null || withoutLayers.some((id) => asked.has(id))) return null;
  const names = project.layers.filter(({ id }) => withoutLayers.includes(id)).map(({ name }) => name);
  const text = `This definition does not ask for ${names.join(' or ')}: left out or not, the count is the same.`;
  const useful = leaveableLayer(project, recipeText, asked);
  if (useful) {
    const left = withSide(view, changed, { withoutLayers: [useful.id] });
    return { text, remedy: { label: `Leave out ${useful.name} instead`, view: left } };
  }
  const other = project.recipes.find((recipe) =>
    withoutLayers.every((id) => isLeaveable(id, recipe, project)),
  );
  if (!other) return { text, remedy: null };
  const label = `Compare by “${recipeLabel(other, project.layers)}” instead`;
  return { text, remedy: { label, view: withRecipe(view, other.text) } };
}

function isLeaveable(layerId: string, { text }: Recipe, project: Project): boolean {
  return (
    askedIn(text, project)?.has(layerId) === true &&
    readRecipe(
      text,
      project.layers.filter(({ id }) => id !== layerId),
    ).ok
  );
}

/** Ids of the layers that a definition asks for; null where it cannot be read. */
function askedIn(recipeText: string, { layers }: Project): ReadonlySet<string> | null {
  return readRecipe(recipeText, layers).ok ? askedLayers(recipeText, layers) : null;
}

/** The last of some layers without which the definition can still be read: mostly one operator of several. */
function leaveableLayer(
  project: Project,
  recipe: string,
  among: ReadonlySet<string>,
): LayerRecord | undefined {
  return project.layers.findLast(({ id }) => {
    if (!among.has(id)) return false;
    return readRecipe(
      recipe,
      project.layers.filter((layer) => layer.id !== id),
    ).ok;
  });
}
