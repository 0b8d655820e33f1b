import type { FibrePoint } from '../streets/fibre-point.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { DigQuestion } from './dig-question.ts';

/** Where a question lets fibre come from. */
export interface AskedRoots {
  /** Points of the files, with their nodes of the network. */
  readonly ofFiles: readonly { readonly point: FibrePoint; readonly node: number }[];
  /** Points that a person placed or moved: not in the network yet. */
  readonly own: readonly FibrePoint[];
  /** Ids that neither has: their file is gone, or they lie too far from every street. */
  readonly absent: readonly string[];
}

/** The roots of a question, each once, in the order of the question; own ones stand in for those of the same id. */
export function askedRoots(
  { rootIds, ownRoots }: Pick<DigQuestion, 'rootIds' | 'ownRoots'>,
  { fibrePoints, fibreNodes }: Pick<StreetNetwork, 'fibrePoints' | 'fibreNodes'>,
): AskedRoots {
  const own = [...new Map(ownRoots.map((point) => [point.id, point])).values()];
  const replaced = new Set(own.map(({ id }) => id));
  const places = new Map(fibrePoints.map(({ id }, place) => [id, place]));
  const asked = [...new Set(rootIds)].filter((id) => !replaced.has(id));
  return {
    own,
    ofFiles: asked.flatMap((id) => {
      const place = places.get(id);
      return place === undefined ? [] : [{ point: fibrePoints[place], node: fibreNodes[place] }];
    }),
    absent: asked.filter((id) => !places.has(id)),
  };
}
