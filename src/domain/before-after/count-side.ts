/** One of two counts of the same premises: what is asked, and of which data. Layers and files go by their ids in the project. */
export interface CountSide {
  /** Text in the recipe language. */
  readonly recipeText: string;
  /** Ids of layers that are left out. */
  readonly withoutLayers: readonly string[];
  /** Content ids of files that stepped back for a later release and count here in its stead. */
  readonly releases: readonly string[];
}

/** Two counts to be set against each other. */
export interface CountSides {
  readonly before: CountSide;
  readonly after: CountSide;
}

/** Names one side to a person: "before" or "after". */
export type SideName = keyof CountSides;

/** Whether two sides ask the same of the same data: then they differ by nothing, whatever their bounds. */
export function isSameSide(one: CountSide, other: CountSide): boolean {
  return sideKey(one) === sideKey(other);
}

/** The sides the other way about. */
export function swappedSides({ before, after }: CountSides): CountSides {
  return { before: after, after: before };
}

/** Two sides are the same where their keys are: spaces, capitals and the order of lists say nothing. */
export function sideKey({ recipeText, withoutLayers, releases }: CountSide): string {
  const recipe = recipeText.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return JSON.stringify([recipe, [...new Set(withoutLayers)].sort(), [...new Set(releases)].sort()]);
}
