import { useEffect, useState } from 'react';

/** What is drawn at once, and how much more with each frame. */
const AT_ONCE = 40;
const WITH_EACH_FRAME = 4;

/**
 * How many of `total` parts of a long list are drawn: some at once, the rest frame by frame, so that the page goes on
 * meanwhile. Begins anew where `of` changes: what the list is of.
 */
export function useGrowing(total: number, of: string): number {
  const [grown, setGrown] = useState({ of, count: AT_ONCE });
  const count = grown.of === of ? grown.count : AT_ONCE;
  useEffect(() => {
    if (count >= total) return;
    const frame = requestAnimationFrame(() => setGrown({ of, count: count + WITH_EACH_FRAME }));
    return () => cancelAnimationFrame(frame);
  }, [count, total, of]);
  return Math.min(count, total);
}
