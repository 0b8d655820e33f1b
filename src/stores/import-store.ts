import { createStore } from 'zustand/vanilla';
import type { Role } from '../domain/project/role.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { FileReport } from '../domain/tables/file-report.ts';

/** What became of one dropped file. */
export interface ImportedFile {
  readonly report: FileReport;
  /** null: refused. */
  readonly contentId: string | null;
  readonly role: Role | null;
  /** Why it was given that role, in one sentence. */
  readonly why: string;
  /** Its data was missing and is in its place again: no step was taken for it. */
  readonly isBack?: true;
}

/** The drop now being read, or the last one read. */
export interface ImportState {
  readonly status: 'idle' | 'reading' | 'done' | 'cancelled' | 'failed';
  readonly step:
    | (WorkStep & { readonly fileName: string; readonly file: number; readonly files: number })
    | null;
  readonly files: readonly ImportedFile[];
  readonly problem: string | null;
  readonly cancel: (() => void) | null;
}

export function createImportStore() {
  return createStore<ImportState>()(() => ({
    status: 'idle',
    step: null,
    files: [],
    problem: null,
    cancel: null,
  }));
}

export type ImportStore = ReturnType<typeof createImportStore>;
