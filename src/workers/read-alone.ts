import { proxy, type Remote, wrap } from 'comlink';
import { loadGrid } from '../domain/geo/british-national-grid.ts';
import { FileRefused } from '../domain/tables/file-report.ts';
import type { InputFile, ReadOptions } from '../formats/byte-source.ts';
import type { ReadTable } from '../formats/read-table.ts';
import type { FileReading, ReadAnswer } from './file-reading.ts';

/** The name of a worker that reads one file, by which the compute worker's script knows what it is. */
export const READER_NAME = 'reader';

/** Files of this size on are read alone: smaller ones leave little behind. */
export const ALONE_BYTES = 8_000_000;

/**
 * Reads a file in a worker of its own, as readFile does. Reading rows of text makes a heap grow by 65 MB that is then
 * empty, which the browser takes back only when the worker ends. It runs the script that `self` runs.
 */
export function readAlone(file: InputFile, options: ReadOptions): Promise<readonly ReadTable[]> {
  const worker = new Worker(self.location.href, { type: 'module', name: READER_NAME });
  return readOver(worker, () => worker.terminate(), { file, options });
}

/** The same over any endpoint that serves FileReading; the tests give it a channel. */
export async function readOver(
  endpoint: Worker | MessagePort,
  terminate: () => void,
  { file, options }: { readonly file: InputFile; readonly options: ReadOptions },
): Promise<readonly ReadTable[]> {
  const { signal } = options;
  const reading: Remote<FileReading> = wrap<FileReading>(endpoint);
  let stop: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
    endpoint.addEventListener('error', () => reject(new Error(`Reading ${file.name} stopped by itself.`)));
  });
  try {
    signal.throwIfAborted();
    const read = reading.read(file, proxy(options.onProgress)) as Promise<ReadAnswer>;
    // What follows works with places, as it would after readFile.
    const [answer] = await Promise.all([Promise.race([read, ended]), loadGrid()]);
    if ('refused' in answer) throw new FileRefused(answer.refused);
    return answer.tables;
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
    terminate();
  }
}
