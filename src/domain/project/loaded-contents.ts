import { sameTable } from '../tables/same-table.ts';
import type { SourceTable } from '../tables/source-table.ts';
import { DerivedValues } from './derived-values.ts';

/** The contents of loaded files, by id, with what was derived from them: what is forgotten takes along what was made of it. */
export class LoadedContents {
  /** Worked out of the contents, whoever did. */
  readonly derived = new DerivedValues();
  private readonly contents = new Map<string, SourceTable>();
  private readonly readAnew = new Map<string, SourceTable>();

  put(contentId: string, table: SourceTable): void {
    this.contents.set(contentId, table);
  }

  has(contentId: string): boolean {
    return this.contents.has(contentId);
  }

  /** A content that holds the same as `table`, under whatever name it came; null where none does. */
  contentLike(table: SourceTable): string | null {
    for (const [contentId, known] of this.contents) if (sameTable(known, table)) return contentId;
    return null;
  }

  /** Every content loaded, as its file was read. */
  loaded(): readonly (readonly [string, SourceTable])[] {
    return [...this.contents];
  }

  /** The table in use. Throws where the content was never put. */
  table(contentId: string): SourceTable {
    return this.readAnew.get(contentId) ?? this.tableAsRead(contentId);
  }

  /** The table as its file was read, whatever a person said of its coordinates since. Throws where it was never put. */
  tableAsRead(contentId: string): SourceTable {
    const table = this.contents.get(contentId);
    if (!table) throw new Error(`The data of "${contentId}" is not loaded.`);
    return table;
  }

  /**
   * Uses `table`, the same content with its coordinates read anew, from now on; null: the content as it was put. What was
   * derived from the other is forgotten. True where that is a change.
   */
  readAs(contentId: string, table: SourceTable | null): boolean {
    if ((this.readAnew.get(contentId) ?? null) === table) return false;
    if (table) this.readAnew.set(contentId, table);
    else this.readAnew.delete(contentId);
    this.derived.forget(new Set([contentId]));
    return true;
  }

  /** Forgets these contents and everything derived from any of them. */
  forget(contentIds: ReadonlySet<string>): void {
    for (const contentId of contentIds) {
      this.contents.delete(contentId);
      this.readAnew.delete(contentId);
    }
    this.derived.forget(contentIds);
  }
}
