import type { DigQuestion } from '../domain/dig/dig-question.ts';
import type { FibrePoint } from '../domain/streets/fibre-point.ts';

/** Where fibre may come from, as a dig or a plan is asked. */
export type RootsAsked = Pick<DigQuestion, 'rootIds' | 'ownRoots'>;

/** An edit of that, and what undo says of it. */
export interface RootEdit {
  readonly label: string;
  readonly edit: Partial<RootsAsked>;
}

/** Puts a fibre point of a person's own at a place in degrees. */
export function withOwnRoot(
  { ownRoots }: RootsAsked,
  { lon, lat, name }: Pick<FibrePoint, 'lon' | 'lat'> & { readonly name?: string },
): RootEdit {
  const number = 1 + Math.max(0, ...ownRoots.map((root) => Number(/^own-(\d+)$/.exec(root.id)?.[1] ?? 0)));
  const root: FibrePoint = {
    id: `own-${number}`,
    name: name?.trim() || `Placed point ${number}`,
    kind: 'other',
    lon: rounded(lon),
    lat: rounded(lat),
    owner: null,
  };
  return { label: `Placed ${root.name}`, edit: { ownRoots: [...ownRoots, root] } };
}

/** Moves a root to a place in degrees. One of a file is replaced by a person's own of the same id. */
export function withMovedRoot(
  { ownRoots }: RootsAsked,
  root: FibrePoint,
  to: { readonly lon: number; readonly lat: number },
): RootEdit {
  const moved = { ...root, lon: rounded(to.lon), lat: rounded(to.lat) };
  const others = ownRoots.filter((one) => one.id !== root.id);
  return { label: `Moved ${root.name}`, edit: { ownRoots: [...others, moved] } };
}

/** Seven digits of a degree are a hundredth of a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
