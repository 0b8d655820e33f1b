import type { DatasetRecord } from '../domain/project/project.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { contentHash, type KeptContent, readContent, writeContent } from '../formats/content-pack.ts';
import type { ContentFiles } from '../storage/content-files.ts';
import type { KeptContentName } from '../storage/kept-records.ts';

/** A content that could not be had again, and why. */
export interface ContentLost extends KeptContentName {
  readonly why: 'missing' | 'damaged';
}

export interface KeptContentsOptions {
  readonly workbench: Workbench;
  /** A file's report as it was read, kept with its content. */
  readonly reports: Map<string, FileReport>;
  readonly files: () => Promise<ContentFiles>;
  /** What was derived from a content of that name is forgotten. */
  readonly forget: (contentIds: readonly string[]) => void;
}

/** Packs contents into the browser's store and brings them back, those that only undo names when they are first needed. */
export class KeptContents {
  private readonly options: KeptContentsOptions;
  private readonly hashes = new Map<string, string>();
  private readonly later = new Map<string, string>();
  private readonly lost = new Map<string, string>();

  constructor(options: KeptContentsOptions) {
    this.options = options;
  }

  /** Names that are taken, loaded or not. */
  has(contentId: string): boolean {
    return this.later.has(contentId);
  }

  /** The content packed. Throws where it is not loaded. */
  async pack(contentId: string): Promise<{ readonly hash: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
    const { workbench, reports } = this.options;
    const table = workbench.tableAsRead(contentId);
    const bytes = writeContent({ table, report: reports.get(contentId) ?? null });
    const hash = await contentHash(bytes);
    this.hashes.set(contentId, hash);
    return { hash, bytes };
  }

  /** The hash of a content, worked out where it is not known yet. Throws where it is not loaded. */
  async hashOf(contentId: string): Promise<string> {
    const known = this.hashes.get(contentId) ?? this.later.get(contentId) ?? this.lost.get(contentId);
    return known ?? (await this.pack(contentId)).hash;
  }

  /** Contents that were asked for and are not here: known by their hash alone. */
  lostContents(): readonly KeptContentName[] {
    return [...this.lost].map(([contentId, hash]) => ({ contentId, hash }));
  }

  /** Notes that a content of that name and hash is to be had from nowhere. */
  lose({ contentId, hash }: KeptContentName): void {
    this.lost.set(contentId, hash);
  }

  /** Puts a content in the store, whole or not at all. Throws QuotaExceededError where the browser is full. */
  async keep(contentId: string): Promise<KeptContentName> {
    const lost = this.lost.get(contentId);
    // The name is kept, so that the data is taken in its place when it is given again.
    if (lost !== undefined) return { contentId, hash: lost };
    const files = await this.options.files();
    const known = this.hashes.get(contentId) ?? this.later.get(contentId);
    if (known !== undefined && (await files.has(known))) return { contentId, hash: known };
    const { hash, bytes } = await this.pack(contentId);
    await files.put(hash, bytes);
    return { contentId, hash };
  }

  /** Brings a content into the workbench; null where that worked. */
  async restore(name: KeptContentName): Promise<ContentLost | null> {
    const { workbench } = this.options;
    if (workbench.has(name.contentId) && this.hashes.get(name.contentId) === name.hash) return null;
    const bytes = await (await this.options.files()).get(name.hash);
    const isWhole = bytes !== null && (await contentHash(bytes)) === name.hash;
    if (isWhole) this.put(name, bytes);
    else this.lose(name);
    return isWhole ? null : { ...name, why: bytes ? 'damaged' : 'missing' };
  }

  /** Finds a content by its hash, wherever it lies: among what is loaded, else in the store. False where nowhere. */
  async find({ hash, rows }: { readonly hash: string; readonly rows: number }): Promise<boolean> {
    for (const [contentId, table] of this.options.workbench.loaded()) {
      if (table.rows !== rows || (await this.hashOf(contentId)) !== hash) continue;
      const report = this.options.reports.get(contentId) ?? null;
      if (contentId !== hash) this.take({ contentId: hash, hash }, { table, report });
      return true;
    }
    const name = { contentId: hash, hash };
    return (await this.restore(name).catch(() => name)) === null;
  }

  /** Takes a table that was just read in the place of a lost content, if it is that; gives its hash and whose place it took. */
  async takeIfLost(
    table: SourceTable,
    report: FileReport | null,
  ): Promise<{ readonly hash: string; readonly contentIds: readonly string[] } | null> {
    if (this.lost.size === 0) return null;
    const hash = await contentHash(writeContent({ table, report }));
    const contentIds = [...this.lost].filter(([, lost]) => lost === hash).map(([contentId]) => contentId);
    for (const contentId of contentIds) this.take({ contentId, hash }, { table, report });
    return { hash, contentIds };
  }

  /** Takes packed bytes that were checked against their hash. */
  put({ contentId, hash }: KeptContentName, bytes: Uint8Array<ArrayBuffer>): void {
    this.take({ contentId, hash }, readContent(bytes));
  }

  private take({ contentId, hash }: KeptContentName, { table, report }: KeptContent): void {
    const { workbench, reports, forget } = this.options;
    if (workbench.has(contentId)) forget([contentId]);
    workbench.put(contentId, table);
    if (report) reports.set(contentId, report);
    this.hashes.set(contentId, hash);
    this.later.delete(contentId);
    this.lost.delete(contentId);
  }

  /** Contents that only steps of undo name: brought when a project names them. */
  restoreLater(names: readonly KeptContentName[]): void {
    for (const { contentId, hash } of names) {
      if (this.hashes.get(contentId) !== hash || !this.options.workbench.has(contentId))
        this.later.set(contentId, hash);
    }
  }

  /** Brings what a project names and is not loaded. */
  async bring(datasets: readonly Pick<DatasetRecord, 'contentId'>[]): Promise<void> {
    for (const { contentId } of datasets) {
      const hash = this.later.get(contentId);
      if (hash === undefined || this.options.workbench.has(contentId)) continue;
      await this.restore({ contentId, hash });
    }
  }

  forget(contentIds: readonly string[]): void {
    for (const contentId of contentIds) {
      const hash = this.hashes.get(contentId);
      this.hashes.delete(contentId);
      // A step of undo may name it again: it is brought from the store then.
      if (hash !== undefined) this.later.set(contentId, hash);
    }
  }
}
