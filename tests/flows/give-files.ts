import type { Page } from 'playwright';

/** A file as text. */
export interface NamedFile {
  name: string;
  text: string;
}

/** Chooses files in the drop zone's field, all at once. */
export async function chooseFiles(page: Page, files: readonly (NamedFile | string)[]): Promise<void> {
  const field = page.locator('input[type="file"]');
  if (files.every((file) => typeof file === 'string')) await field.setInputFiles(files);
  else {
    await field.setInputFiles(
      files
        .filter((file) => typeof file !== 'string')
        .map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) })),
    );
  }
}

/** Drops files on the window with the events a real drop sends. */
export async function dropFiles(page: Page, files: readonly NamedFile[]): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, files as NamedFile[]);
}
