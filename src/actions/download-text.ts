/** Hands text or bytes to the browser as a file. The name is made safe: letters, digits, '-', '_' and one '.' before its ending. */
export function downloadText(text: string | Uint8Array | Blob, fileName: string, type: string): string {
  const safe = safeFileName(fileName);
  const url = URL.createObjectURL(new Blob([text as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = safe;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return safe;
}

/** "water.gpkg: foul sewer.txt" becomes "water-gpkg-foul-sewer.txt". */
export function safeFileName(name: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1] ?? 'txt';
  const stem = name
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 120);
  return `${stem || 'file'}.${ending}`;
}
