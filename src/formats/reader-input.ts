import type { ByteSource, InputFile, ReadOptions } from './byte-source.ts';

/** What a reader works on. `source` is the file opened (unpacked, decoded); `file` gives its bytes as they are. */
export interface ReaderInput {
  readonly source: ByteSource;
  readonly file: InputFile;
  readonly options: ReadOptions;
}
