/** The name of a job's failure where a part of the app (a script fetched when first needed) did not arrive whole. */
export const PART_MISSING_NAME = 'PartMissing';

export const PART_MISSING_MESSAGE = 'Part of the app could not be loaded. Reload the page, then try again.';

/** A part that is known not to have arrived. */
export class PartMissing extends Error {
  constructor() {
    super(PART_MISSING_MESSAGE);
    this.name = PART_MISSING_NAME;
  }
}

/**
 * Whether an error says that a script did not arrive whole: not found, another file in its place, cut off, or of another
 * release. Browsers give no name to it, so this goes by their words; a script cut off is a SyntaxError of no text of ours.
 */
export function isPartMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === PART_MISSING_NAME) return true;
  // The page's own DOMException may bear that name too, with a code.
  if (error.name === 'SyntaxError')
    return !('code' in error) && !/JSON|regular expression/i.test(error.message);
  return NOT_ARRIVED.test(error.message);
}

/** Chromium, Firefox, WebKit; Vite for a style sheet; React (also as number 306) for a script without its component. */
const NOT_ARRIVED =
  /dynamically imported module|Importing a module script failed|Unable to preload CSS|promise that resolves to: undefined|Minified React error #306/;
