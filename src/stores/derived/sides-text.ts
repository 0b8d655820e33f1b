import type { CountSide, CountSides } from '../../domain/before-after/count-side.ts';
import { releaseNames } from '../../domain/before-after/release-names.ts';
import { currentRecipe, type Project } from '../../domain/project/project.ts';

/** How the two counts stand on the map. */
export type SidesLook = (typeof SIDES_LOOKS)[number];

export const SIDES_LOOKS = ['swipe', 'beside', 'difference'] as const;

/** In what the two sides differ. */
export type SidesKind = (typeof SIDES_KINDS)[number];

export const SIDES_KINDS = ['definitions', 'layers', 'releases'] as const;

/** What is compared, and how it is shown. */
export interface SidesView {
  readonly look: SidesLook;
  readonly kind: SidesKind;
  readonly sides: CountSides;
}

/** A view as it was read, and what of it the loaded data could not follow, in words; '' where all of it was. */
export interface SidesRead {
  readonly view: SidesView;
  readonly fault: string;
}

/**
 * The view as one line of text for the address: look/kind/before/after, each side its recipe, then "~-" and the key of a
 * layer left out, "~+" and the name of a release (ids of contents are of one session). Recipes and names hold neither "/"
 * nor "~".
 */
export function formatSides({ look, kind, sides }: SidesView, project: Project): string {
  const names = releaseNames(project);
  const sideText = ({ recipeText, withoutLayers, releases }: CountSide): string => {
    const keys = withoutLayers.map((id) => project.layers.find((layer) => layer.id === id)?.key ?? id);
    const files = releases.flatMap((id) => names.get(id) ?? []);
    return [recipeText, ...keys.map((key) => `-${key}`), ...files.map((name) => `+${name}`)].join('~');
  };
  return [look, kind, sideText(sides.before), sideText(sides.after)].join('/');
}

/** Reads what `formatSides` wrote against the loaded data; where it makes no sense, two definitions to begin with. */
export function readSides(text: string | null, project: Project): SidesRead {
  if (text === null) return { view: firstView(project), fault: '' };
  const [look, kind, ...sides] = text.split('/');
  const isLook = (word: string): word is SidesLook => (SIDES_LOOKS as readonly string[]).includes(word);
  const isKind = (word: string): word is SidesKind => (SIDES_KINDS as readonly string[]).includes(word);
  if (!isLook(look) || !isKind(kind) || sides.length !== 2)
    return { view: firstView(project), fault: 'The comparison in the address could not be read.' };
  const missing: string[] = [];
  const [before, after] = sides.map((side) => readSide(side, project, missing));
  const fault =
    missing.length === 0
      ? ''
      : `The comparison in the address names what is not loaded and was left out: ${missing.join(', ')}.`;
  return { view: { look, kind, sides: { before, after } }, fault };
}

function readSide(text: string, project: Project, missing: string[]): CountSide {
  const [recipeText, ...rest] = text.split('~');
  const withoutLayers: string[] = [];
  const releases: string[] = [];
  const idByName = new Map([...releaseNames(project)].map(([id, fileName]) => [fileName, id]));
  for (const part of rest) {
    const name = part.slice(1);
    const layer = project.layers.find(({ key }) => key === name);
    const release = idByName.get(name);
    if (part.startsWith('-') && layer) withoutLayers.push(layer.id);
    else if (part.startsWith('+') && release !== undefined) releases.push(release);
    else missing.push(`“${name}”`);
  }
  return { recipeText, withoutLayers, releases };
}

/** The definition in force against the next one the project offers. */
function firstView(project: Project): SidesView {
  const before = currentRecipe(project).text;
  const after = project.recipes.find(({ text }) => text !== before)?.text ?? before;
  const side = (recipeText: string): CountSide => ({ recipeText, withoutLayers: [], releases: [] });
  return { look: 'swipe', kind: 'definitions', sides: { before: side(before), after: side(after) } };
}
