/** Removes what this app noted in localStorage or sessionStorage; what other apps of the origin did stays. */
export function emptyMarks(storage: Storage): void {
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
  for (const name of names) if (/^notspot[.-]/.test(name)) storage.removeItem(name);
}
