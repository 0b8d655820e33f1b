/**
 * Each project's last snapshot a second time, as a file beside the contents: what is left when the database will not open
 * again. `text`: JSON of { record, work }; `readCopy` reads it.
 */
export interface SecondCopies {
  put(id: string, text: string): Promise<void>;
  list(): Promise<readonly SecondCopy[]>;
  remove(id: string): Promise<void>;
}

export interface SecondCopy {
  readonly id: string;
  /** null where the browser cannot read it. */
  readonly text: string | null;
}

/** null where the browser has no file system of its own. */
export async function secondCopies(): Promise<SecondCopies | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('projects', { create: true });
    return inFolder(folder);
  } catch {
    return null;
  }
}

function inFolder(folder: FileSystemDirectoryHandle): SecondCopies {
  return {
    async put(id, text) {
      const handle = await folder.getFileHandle(`${id}.json`, { create: true });
      const writable = await handle.createWritable();
      try {
        await writable.write(text);
        await writable.close();
      } catch (error) {
        await writable.abort().catch(() => undefined);
        throw error;
      }
    },
    async list() {
      const copies: SecondCopy[] = [];
      for await (const name of folder.keys()) {
        // One that was still being written has another name.
        if (!name.endsWith('.json')) continue;
        const text = await textOf(folder, name).catch(() => null);
        if (text !== '') copies.push({ id: name.replace(/\.json$/, ''), text });
      }
      return copies;
    },
    async remove(id) {
      await folder.removeEntry(`${id}.json`).catch(() => undefined);
    },
  };
}

async function textOf(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  return (await (await folder.getFileHandle(name)).getFile()).text();
}
