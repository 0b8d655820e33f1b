/** A content, or a choice, that something is made of. */
export interface MadeOf {
  readonly contentId?: string;
  readonly choice: unknown;
}

/** Values worked out of contents, each under a key that names as JSON the ids of the contents it was made of. */
export class DerivedValues {
  private readonly values = new Map<string, unknown>();

  /** What `keep` kept; undefined where it was not, or is forgotten. */
  known<T>(key: string): T | undefined {
    return this.values.get(key) as T | undefined;
  }

  keep(key: string, value: unknown): void {
    this.values.set(key, value);
  }

  /** The value of a key, made where it is not there. */
  once<T>(key: string, make: () => T): T {
    if (!this.values.has(key)) this.values.set(key, make());
    return this.values.get(key) as T;
  }

  /** Forgets what was made of any of these contents. */
  forget(contentIds: ReadonlySet<string>): void {
    for (const key of this.values.keys()) {
      const named = key.match(/"contentId":"([^"]*)"/g) ?? [];
      if (named.some((part) => contentIds.has(part.slice(13, -1)))) this.values.delete(key);
    }
  }

  /** What `keepMade` keeps as `what`, where it was made of just this; undefined where it was not, or of contents since forgotten. */
  made<T>(what: string, madeOf: readonly MadeOf[]): T | undefined {
    return this.known(madeKey(what, madeOf));
  }

  /** Keeps what another made of contents, one of each `what`, until one of these is forgotten or read anew. */
  keepMade(what: string, madeOf: readonly MadeOf[], value: unknown): void {
    for (const key of this.values.keys()) if (key.startsWith(`made ${what} `)) this.values.delete(key);
    this.keep(madeKey(what, madeOf), value);
  }
}

function madeKey(what: string, madeOf: readonly MadeOf[]): string {
  return `made ${what} ${JSON.stringify(madeOf)}`;
}
