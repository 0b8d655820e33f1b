import type { NextDig } from '../view-store.ts';

/**
 * What premises that are chosen for a plan or a dig are called: "Hollowbeck", "Cluster of 743 premises, Millfield", "List of
 * 12 premises". `ward`: the name of the chosen one; `whom`: how many they are.
 */
export function nextName({ by, wardCode, cluster }: NextDig, ward: string | null, whom: string): string {
  if (by === 'ward') return ward || (wardCode ?? '');
  if (by === 'cluster') return cluster ? `Cluster of ${whom}, ${wardsText(cluster.wards)}` : '';
  return `${by === 'shape' ? 'Shape' : 'List'} of ${whom}`;
}

function wardsText([first, ...others]: readonly string[]): string {
  if (others.length < 2) return [first, ...others].join(' and ');
  return `${first} and ${others.length} more wards`;
}
