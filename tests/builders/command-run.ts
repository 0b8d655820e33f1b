import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';

/** What a command of the tests works in and says: anew for each test. */
export interface CommandRun {
  /** An empty folder, gone after the test. */
  readonly folder: string;
  /** What went to standard output, and to standard error. */
  readonly printed: string;
  readonly told: string;
}

/** Gives every test of a file a folder of its own, and keeps what it prints from the screen. */
export function useCommandRun(): CommandRun {
  const run = { folder: '', printed: '', told: '' };
  beforeEach(() => {
    Object.assign(run, { folder: mkdtempSync(join(tmpdir(), 'notspot-')), printed: '', told: '' });
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      run.printed += text;
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      run.told += text;
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(run.folder, { recursive: true });
  });
  return run;
}
