import type { DatasetRecord } from '../domain/project/project.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import { contentHash, readContent, writeContent } from '../formats/content-pack.ts';
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
    return this.hashes.get(contentId) ?? this.later.get(contentId) ?? (await this.pack(contentId)).hash;
  }

  /** Puts a content in the store, whole or not at all. Throws QuotaExceededError where the browser is full. */
  async keep(contentId: string): Promise<KeptContentName> {
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
    if (!bytes) return { ...name, why: 'missing' };
    if ((await contentHash(bytes)) !== name.hash) return { ...name, why: 'damaged' };
    this.put(name, bytes);
    return null;
  }

  /** Takes packed bytes that were checked against their hash. */
  put({ contentId, hash }: KeptContentName, bytes: Uint8Array<ArrayBuffer>): void {
    const { workbench, reports, forget } = this.options;
    const { table, report } = readContent(bytes);
    if (workbench.has(contentId)) forget([contentId]);
    workbench.put(contentId, table);
    if (report) reports.set(contentId, report);
    this.hashes.set(contentId, hash);
    this.later.delete(contentId);
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
