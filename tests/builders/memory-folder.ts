/** A folder of a browser's private file system, in memory: as much of it as the storage room uses. */
export class MemoryFolder {
  readonly folders = new Map<string, MemoryFolder>();
  readonly files = new Map<string, string>();

  async getDirectoryHandle(name: string, options: { create?: boolean } = {}): Promise<MemoryFolder> {
    const folder = this.folders.get(name) ?? (options.create ? new MemoryFolder() : null);
    if (!folder) throw notFound();
    this.folders.set(name, folder);
    return folder;
  }

  async getFileHandle(name: string, options: { create?: boolean } = {}) {
    if (!this.files.has(name)) {
      if (!options.create) throw notFound();
      this.files.set(name, '');
    }
    return {
      getFile: async () => new File([this.files.get(name) ?? ''], name),
      createWritable: async () => {
        let written = '';
        return {
          write: async (text: string) => {
            written += text;
          },
          close: async () => void this.files.set(name, written),
          abort: async () => undefined,
        };
      },
    };
  }

  async *keys(): AsyncGenerator<string> {
    yield* [...this.folders.keys(), ...this.files.keys()];
  }

  async removeEntry(name: string, options: { recursive?: boolean } = {}): Promise<void> {
    const isEmpty = (folder: MemoryFolder): boolean => folder.folders.size + folder.files.size === 0;
    const folder = this.folders.get(name);
    if (folder && !options.recursive && !isEmpty(folder))
      throw new DOMException('Not empty.', 'InvalidModificationError');
    if (!this.folders.delete(name) && !this.files.delete(name)) throw notFound();
  }
}

function notFound(): DOMException {
  return new DOMException('There is none.', 'NotFoundError');
}
