/** Asks the person for files, by the browser's own dialog. Calls nothing where none is chosen. */
export function pickFiles(
  kinds: { readonly accept?: string; readonly multiple?: boolean },
  take: (files: readonly File[]) => void,
): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = kinds.accept ?? '';
  input.multiple = kinds.multiple ?? false;
  input.onchange = () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) take(files);
  };
  input.click();
}
