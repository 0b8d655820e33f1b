import type { ByteSource, InputFile, ReadOptions } from './byte-source.ts';
import type { HeightsAsked } from './heights-asked.ts';

/** What a reader of one format works on. `file` is unpacked. */
export interface HeightsInput {
  readonly source: ByteSource;
  readonly file: InputFile;
  readonly options: ReadOptions;
  readonly asked: CellsAsked;
}

/** Which cells a reader of one format gives. `system` 'later': of a file that names none a person says it before it is used. */
export interface CellsAsked {
  readonly system: HeightsAsked['system'] | 'later';
  readonly box: HeightsAsked['box'];
}
