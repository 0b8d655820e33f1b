/** What designs were made of, as one text: a fingerprint of all that is said, then the contents they were made of. */
export interface MadeOf {
  /** 16 hexadecimal digits; does not depend on what contents are called. */
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

function idOf(line: string): string[] {
  try {
    const id: unknown = JSON.parse(line);
    return typeof id === 'string' ? [id] : [];
  } catch {
    return [];
  }
}
