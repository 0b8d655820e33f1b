/** What designs were made of, as one text: a fingerprint of all that is said, then the contents they were made of. */
export interface MadeOf {
  /**
   * 16 hexadecimal digits of all, a hyphen, and TAG_DIGITS of each of MADE_OF_PARTS; does not depend on what contents are
   * called. Plans of before have the first 16 only.
   */
  readonly said: string;
  /** Content ids, in the order of the project's files. */
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

/** What of it is another now: of MADE_OF_PARTS, then "files". None: which is not known, or nothing is. */
export function madeOfChanges(before: string, now: string): string[] {
  const [one, other] = [madeOfParts(before), madeOfParts(now)];
  const [tags, tagsNow] = [one, other].map(({ said }) => said.split('-')[1] ?? '');
  const isTagged = tags.length === tagsNow.length && tags.length === MADE_OF_PARTS.length * TAG_DIGITS;
  const tag = (text: string, at: number): string => text.slice(at * TAG_DIGITS, (at + 1) * TAG_DIGITS);
  return [
    ...(isTagged ? MADE_OF_PARTS.filter((_, at) => tag(tags, at) !== tag(tagsNow, at)) : []),
    ...(JSON.stringify(one.contents) === JSON.stringify(other.contents) ? [] : ['files']),
  ];
}

function idOf(line: string): string[] {
  try {
    const id: unknown = JSON.parse(line);
    return typeof id === 'string' ? [id] : [];
  } catch {
    return [];
  }
}
