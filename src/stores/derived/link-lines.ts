import type { LinkEnd } from '../../domain/radio/link-end.ts';
import type { LinkAnswer } from '../../domain/radio/one-link.ts';
import type { SeesAnswer } from '../../domain/radio/sees-answer.ts';
import { linkQuality } from './link-quality.ts';
import type { LinkState } from './rooftop-looks.ts';

/** A link as the map draws it. */
export interface LinkLine {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly state: LinkState;
}

/** The link that is looked at; without an answer it is not reckoned, which is not the same as not known. */
export function oneLinkLine(from: LinkEnd, to: LinkEnd, answer: LinkAnswer | null): LinkLine {
  return {
    from: [from.lon, from.lat],
    to: [to.lon, to.lat],
    state: answer ? linkQuality(answer) : 'not reckoned',
  };
}

/** A line from every site to the place of the premises that sees it best, as the list has its quality; the worst first. */
export function seenLines({ sites }: SeesAnswer): LinkLine[] {
  return sites
    .map(({ link, quality }) => ({
      from: [link.from.lon, link.from.lat] as const,
      to: [link.to.lon, link.to.lat] as const,
      state: quality,
    }))
    .reverse();
}

/** The place so many metres from the first end, in degrees: straight on the map, as links of some kilometres are. */
export function placeAlong(
  { from, to }: Pick<LinkLine, 'from' | 'to'>,
  metres: number,
  lengthMetres: number,
): [number, number] {
  const share = lengthMetres > 0 ? Math.min(1, Math.max(0, metres / lengthMetres)) : 0;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** How far along a link the place nearest to a given one lies, metres from the first end. */
export function metresAlong(
  { from, to }: Pick<LinkLine, 'from' | 'to'>,
  [lon, lat]: readonly [number, number],
  lengthMetres: number,
): number {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const [east, north] = [(to[0] - from[0]) * squeeze, to[1] - from[1]];
  const square = east * east + north * north;
  if (square === 0) return 0;
  const share = ((lon - from[0]) * squeeze * east + (lat - from[1]) * north) / square;
  return Math.min(1, Math.max(0, share)) * lengthMetres;
}
