import type { Mark, MarkKind, MarksState } from '../marks-store.ts';
import { MARK_KINDS, MARK_LOOKS, type MarkLook } from './marks-looks.ts';

/** More marks than this are thinned on the map; the list always has all of them. */
export const MOST_DRAWN = 20_000;

/** Places in `marks` of those that the map draws: all, or evenly spaced ones, and always the chosen one. */
export function marksDrawn({ marks, chosen }: Pick<MarksState, 'marks' | 'chosen'>): readonly number[] {
  if (marks.length <= MOST_DRAWN) return marks.map((_, at) => at);
  const drawn = Array.from({ length: MOST_DRAWN }, (_, i) => Math.floor((i * marks.length) / MOST_DRAWN));
  return chosen === null || drawn.includes(chosen) ? drawn : [...drawn, chosen];
}

/** How many places are marked, and how many of them are drawn, in words. */
export function marksCount(marks: readonly Mark[]): string {
  const all = `${whole(marks.length)} ${marks.length === 1 ? 'place' : 'places'}`;
  return marks.length <= MOST_DRAWN
    ? `${all} on the map`
    : `${all}; the map draws ${whole(MOST_DRAWN)} of them, evenly picked`;
}

/** The kinds among the marks, with their looks and how many there are of each. */
export function marksKey(marks: readonly Mark[]): { kind: MarkKind; look: MarkLook; count: string }[] {
  const counts = new Map<MarkKind, number>();
  for (const { kind } of marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return MARK_KINDS.filter((kind) => counts.has(kind)).map((kind) => ({
    kind,
    look: MARK_LOOKS[kind],
    count: whole(counts.get(kind) ?? 0),
  }));
}

/** West, south, east, north around the marks; null where there are none. */
export function marksBox(marks: readonly Mark[]): [number, number, number, number] | null {
  if (marks.length === 0) return null;
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const { lon, lat } of marks) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function whole(value: number): string {
  return value.toLocaleString('en-GB');
}
