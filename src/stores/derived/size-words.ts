import { numberOf } from './count-text.ts';

/** "1.6 MB", "640 kB"; decimal, as file managers say it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1e3) return numberOf(bytes, 'byte');
  if (bytes < 999_500) return `${Math.round(bytes / 1e3)} kB`;
  return bytes < 999_950_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
