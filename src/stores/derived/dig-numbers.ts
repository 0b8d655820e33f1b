/** Pence of pounds as they are written, "1,500" or "£2,250.50"; null: it is no sum above nothing. */
export function readPounds(text: string): number | null {
  const bare = text.replaceAll(/[£,\s]/g, '');
  if (!/^\d{1,10}(?:\.\d{1,2})?$/.test(bare)) return null;
  const pence = Math.round(Number(bare) * 100);
  return pence > 0 && pence <= MOST_PENCE ? pence : null;
}

/** A whole number within bounds; null: it is none. */
export function readWhole(text: string, least: number, most: number): number | null {
  const bare = text.replaceAll(/[,\s]/g, '');
  if (!/^\d{1,9}$/.test(bare)) return null;
  const number = Number(bare);
  return number >= least && number <= most ? number : null;
}

/** Per cent from 0 to 100; null: it is none. */
export function readShare(text: string): number | null {
  const bare = text.replaceAll(/[%\s]/g, '');
  if (!/^\d{1,3}(?:\.\d{1,2})?$/.test(bare)) return null;
  const number = Number(bare);
  return number <= 100 ? number : null;
}

/** A thousand million pounds. */
const MOST_PENCE = 100_000_000_000;
