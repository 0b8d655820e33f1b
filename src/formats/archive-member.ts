import type { InputFile } from './byte-source.ts';

/** One file within an archive. Nothing is unpacked before `bytes` or `asFile` is read. */
export interface ArchiveMember {
  /** Path within the archive, checked: relative, forward slashes, no "..". */
  readonly path: string;
  /** Bytes after unpacking, as the directory says; unpacking throws FileRefused where it finds others. */
  readonly size: number;
  bytes(): Promise<Uint8Array>;
  /** As if it were dropped alone, named "archive.zip: path". `slice` is only there after `asFileInMemory`. */
  asFile(): InputFile;
  asFileInMemory(): Promise<InputFile>;
}
