import type { Plan } from './plan.ts';

/** What designs were made of, as one text: a fingerprint of all that is said, then the contents they were made of. */
export interface MadeOf {
  /**
   * 16 hexadecimal digits of all, a hyphen, TAG_DIGITS of each of MADE_OF_PARTS, a hyphen, and FORM; does not depend on what
   * contents are called. Plans of before have the first 16 only, or no form.
   */
  readonly said: string;
  /** Content ids, as `filesInOrder` has them. */
  readonly contents: readonly string[];
}

/** The one text of it: equal for equal ones. */
export function madeOfText({ said, contents }: MadeOf): string {
  return [said, ...contents.map((contentId) => JSON.stringify(contentId))].join('\n');
}

/** Reads the text; contents that cannot be read are left out, as for an empty text. */
export function madeOfParts(text: string): MadeOf {
  const [said, ...lines] = text.split('\n');
  return { said, contents: lines.flatMap(idOf) };
}

/** The same with its contents called otherwise, as a project's are when it is opened elsewhere. */
export function madeOfRenamed(text: string, rename: (contentId: string) => string): string {
  const { said, contents } = madeOfParts(text);
  return madeOfText({ said, contents: contents.map(rename) });
}

/** What an answer about a plan is made of: its designs or, where it has none, `now`, its fingerprint over the project. */
export function answerMadeOf(plan: Pick<Plan, 'designs'>, now: string): string {
  return plan.designs?.madeOf ?? `without designs ${now}`;
}

/** What designs are made of beside files, as a reader calls it, in the order of the tags. */
export const MADE_OF_PARTS = [
  'what is asked',
  'the rates',
  'what is assumed of roofs, services and funding',
  'the radio',
  'what is said of files',
  'the definition of a not-spot',
] as const;
export const TAG_DIGITS = 4;
/** Of how a fingerprint is made: one of another form equals none, and its parts tell nothing. 2: by `filesInOrder`. */
export const FORM = '2';

/** What of it is another now: of MADE_OF_PARTS, then "files". None: which is not known, or nothing is. */
export function madeOfChanges(before: string, now: string): string[] {
  const [one, other] = [madeOfParts(before), madeOfParts(now)];
  const [[, tags = '', form], [, tagsNow = '', formNow]] = [one, other].map(({ said }) => said.split('-'));
  const isTagged =
    form === formNow && tags.length === tagsNow.length && tags.length === MADE_OF_PARTS.length * TAG_DIGITS;
  const tag = (text: string, at: number): string => text.slice(at * TAG_DIGITS, (at + 1) * TAG_DIGITS);
  const isOfOtherFiles = !sameContents(one, other, isTagged);
  const changed = isTagged ? MADE_OF_PARTS.filter((_, at) => tag(tags, at) !== tag(tagsNow, at)) : [];
  // Of other files other things are said.
  return isOfOtherFiles ? [...changed.filter((part) => part !== 'what is said of files'), 'files'] : changed;
}

/** In their order, unless that was another in an earlier form. */
function sameContents(one: MadeOf, other: MadeOf, isOfOneForm: boolean): boolean {
  const [before, now] = [one, other].map(({ contents }) => (isOfOneForm ? contents : contents.toSorted()));
  return JSON.stringify(before) === JSON.stringify(now);
}

function idOf(line: string): string[] {
  try {
    const id: unknown = JSON.parse(line);
    return typeof id === 'string' ? [id] : [];
  } catch {
    return [];
  }
}
