import type { DatasetRecord } from '../domain/project/project.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import {
  contentHash,
  isNameOf,
  type KeptContent,
  readContent,
  writeContent,
} from '../formats/content-pack.ts';
import type { ContentFiles } from '../storage/content-files.ts';
import type { KeptContentName } from '../storage/kept-records.ts';

/** A content as `keep` leaves it. */
export interface KeptOne extends KeptContentName {
  /** True where only its name was left: it is not loaded, and the store does not have it any more. */
  readonly isGone: boolean;
}

/** A content that could not be had again, and why. */
export interface ContentLost extends KeptContentName {
  readonly why: 'missing' | 'damaged';
}

export interface KeptContentsOptions {
  readonly workbench: Workbench;
  readonly files: () => Promise<ContentFiles>;
  /** What was derived from a content of that name is forgotten. */
  readonly forget: (contentIds: readonly string[]) => void;
}

/** Packs contents into the browser's store and brings them back, those that only undo names when they are first needed. */
export class KeptContents {
  private readonly options: KeptContentsOptions;
  /** Hashes of what is loaded. */
  private readonly hashes = new Map<string, string>();
  /** Names in form 1 of what is loaded and was kept by an earlier version; it is put anew under that of now. */
  private readonly former = new Map<string, string>();
  /** What reading had reported of these. */
  private readonly formerReports = new Map<string, FileReport>();
  /** Hashes of what a project or a step of undo names and is not loaded, or lies under another's name. */
  private readonly later = new Map<string, string>();
  /** Names of what was asked for and could not be had. */
  private readonly lost = new Set<string>();
  /** Hashes under which something else was found. */
  private readonly damaged = new Set<string>();
  private opening: Promise<ContentFiles> | null = null;

  constructor(options: KeptContentsOptions) {
    this.options = options;
  }

  /**
   * True where a name may be given to a table that is about to be loaded: it stands for no content of the store, or for
   * this very one.
   */
  async mayName(contentId: string, table: SourceTable): Promise<boolean> {
    const named = this.later.get(contentId);
    if (named === undefined) return true;
    const hash = await contentHash(writeContent(table));
    if (hash !== named && !(await isNameOf(named, table, [null]))) return false;
    this.later.delete(contentId);
    this.lost.delete(contentId);
    this.hashes.set(contentId, hash);
    return true;
  }

  /** The content packed. Throws where it is not loaded. */
  async pack(contentId: string): Promise<{ readonly hash: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
    const { workbench } = this.options;
    const table = workbench.tableAsRead(contentId);
    const bytes = writeContent(table);
    const hash = await contentHash(bytes);
    // It may have been let go of, or read again, meanwhile.
    if (workbench.has(contentId) && workbench.tableAsRead(contentId) === table)
      this.hashes.set(contentId, hash);
    return { hash, bytes };
  }

  /** The hash of a content, worked out where it is not known yet. Throws where it is neither loaded nor known. */
  async hashOf(contentId: string): Promise<string> {
    return this.known(contentId) ?? (await this.pack(contentId)).hash;
  }

  /** What reading reported of a content that an earlier version kept, which kept it with the content. */
  formerReport(contentId: string): FileReport | undefined {
    return this.formerReports.get(contentId);
  }

  /** Contents that were asked for and are not here: known by their hash alone. */
  lostContents(): readonly KeptContentName[] {
    return [...this.lost].map((contentId) => ({ contentId, hash: this.later.get(contentId) ?? '' }));
  }

  /** Notes that a content of that name and hash is to be had from nowhere. */
  lose({ contentId, hash }: KeptContentName): void {
    this.later.set(contentId, hash);
    this.lost.add(contentId);
  }

  /**
   * Puts a content in the store, whole or not at all. Throws QuotaExceededError where the browser is full. One that is not
   * loaded and known by its hash is named: there is nothing to put. It is gone where another tab has let go of it; one
   * whose loss was told before is not, as it may be given again.
   */
  async keep(contentId: string): Promise<KeptOne> {
    const known = this.known(contentId);
    if (known !== undefined && !this.options.workbench.has(contentId)) {
      const isGone = !this.lost.has(contentId) && !(await this.mayBeThere(known));
      return { contentId, hash: known, isGone };
    }
    const files = await this.files();
    if (known !== undefined && !this.damaged.has(known) && (await files.has(known)))
      return { contentId, hash: known, isGone: false };
    const { hash, bytes } = await this.pack(contentId);
    // Of the right length and yet not the same: it would be taken for what it should be.
    if (this.damaged.has(hash)) await files.remove(hash);
    await files.put(hash, bytes);
    this.damaged.delete(hash);
    this.former.delete(contentId);
    return { contentId, hash, isGone: false };
  }

  /** A store that does not answer may have it. */
  private async mayBeThere(hash: string): Promise<boolean> {
    try {
      return await (await this.files()).has(hash);
    } catch {
      return true;
    }
  }

  /** Brings a content into the workbench; null where that worked. */
  async restore(name: KeptContentName): Promise<ContentLost | null> {
    const { contentId, hash } = name;
    if (this.isLoaded(contentId, hash)) return null;
    const why = await this.bringOne(name);
    if (!why) return null;
    // What else lies under that name is not what is asked for.
    if (this.options.workbench.has(contentId)) this.options.forget([contentId]);
    this.hashes.delete(contentId);
    this.former.delete(contentId);
    this.lose(name);
    return { ...name, why };
  }

  /** Finds a content by its hash, wherever it lies: among what is loaded, else in the store. False where nowhere. */
  async find({ hash, rows }: { readonly hash: string; readonly rows: number }): Promise<boolean> {
    for (const [contentId, table] of this.options.workbench.loaded()) {
      if (table.rows !== rows) continue;
      if (this.former.get(contentId) !== hash && (await this.hashOf(contentId)) !== hash) continue;
      if (contentId !== hash) await this.takeAs(hash, table);
      return true;
    }
    const name = { contentId: hash, hash };
    return (await this.restore(name)) === null;
  }

  /** Takes a table that was just read in the place of a lost content, if it is that; gives its hash and whose place it took. */
  async takeIfLost(
    table: SourceTable,
    report: FileReport | null,
  ): Promise<{ readonly hash: string; readonly contentIds: readonly string[] } | null> {
    if (this.lost.size === 0) return null;
    const hash = await contentHash(writeContent(table));
    const contentIds: string[] = [];
    for (const contentId of this.lost) {
      const named = this.later.get(contentId) ?? '';
      if (named === hash || (await isNameOf(named, table, [report, null]))) contentIds.push(contentId);
    }
    for (const contentId of contentIds) this.take({ contentId, hash }, { table, former: null });
    return { hash, contentIds };
  }

  /** Takes a table in the place of what `name` names, be that in a form of earlier versions; kept it is under its own. */
  async takeAs(name: string, table: SourceTable): Promise<void> {
    const hash = await contentHash(writeContent(table));
    this.take({ contentId: name, hash }, { table, former: null });
  }

  /** Takes a content whose bytes were checked against their hash. */
  take({ contentId, hash }: KeptContentName, { table, former }: KeptContent): void {
    const { workbench, forget } = this.options;
    if (workbench.has(contentId)) forget([contentId]);
    workbench.put(contentId, table);
    if (former) {
      this.hashes.delete(contentId);
      this.former.set(contentId, hash);
      if (former.report) this.formerReports.set(contentId, former.report);
    } else {
      this.hashes.set(contentId, hash);
      this.former.delete(contentId);
    }
    this.later.delete(contentId);
    this.lost.delete(contentId);
  }

  /** Contents that only steps of undo name: brought when a project names them. */
  restoreLater(names: readonly KeptContentName[]): void {
    for (const { contentId, hash } of names)
      if (!this.isLoaded(contentId, hash)) this.later.set(contentId, hash);
  }

  /** Brings what a project names and is not loaded. */
  async bring(datasets: readonly Pick<DatasetRecord, 'contentId'>[]): Promise<void> {
    for (const { contentId } of datasets) {
      const hash = this.later.get(contentId);
      if (hash !== undefined) await this.restore({ contentId, hash });
    }
  }

  forget(contentIds: readonly string[]): void {
    for (const contentId of contentIds) {
      // Under the name of now it may not have been put.
      const hash = this.former.get(contentId) ?? this.hashes.get(contentId);
      this.hashes.delete(contentId);
      this.former.delete(contentId);
      this.formerReports.delete(contentId);
      // A step of undo may name it again: it is brought from the store then.
      if (hash !== undefined) this.later.set(contentId, hash);
    }
  }

  private known(contentId: string): string | undefined {
    return this.later.get(contentId) ?? this.hashes.get(contentId);
  }

  private isLoaded(contentId: string, hash: string): boolean {
    if (!this.options.workbench.has(contentId)) return false;
    return this.hashes.get(contentId) === hash || this.former.get(contentId) === hash;
  }

  private async bringOne(name: KeptContentName): Promise<ContentLost['why'] | null> {
    try {
      const bytes = await (await this.files()).get(name.hash);
      if (!bytes) return 'missing';
      if ((await contentHash(bytes)) === name.hash) {
        this.take(name, readContent(bytes));
        return null;
      }
      this.damaged.add(name.hash);
    } catch {
      // The browser cannot read it, or it is in a form of a newer Notspot.
    }
    return 'damaged';
  }

  /** Opened once; again where that did not work. */
  private files(): Promise<ContentFiles> {
    this.opening ??= this.options.files().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }
}
