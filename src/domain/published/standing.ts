import { changeOfAuthority } from './changed-authorities.ts';
import type { PublishedFigure, PublishedTable } from './published-table.ts';

/** Where an authority stands among those of a table. */
export interface Standing {
  readonly figure: PublishedFigure;
  /** 1 is the highest share. Authorities of one printed share have one rank. */
  readonly rank: number;
  /** Authorities with the same printed share, itself included. */
  readonly sharing: number;
  readonly of: number;
  /** Those with the nearest shares, the nearest first; of equals the lower code. */
  readonly peers: readonly PublishedFigure[];
}

/** How the authorities of a table are spread. No mean: percentages of unequal authorities are not averaged. */
export interface Spread {
  readonly of: number;
  readonly lowest: PublishedFigure;
  readonly highest: PublishedFigure;
  /** Shares that a quarter, half and three quarters of the authorities do not exceed (linear between neighbours). */
  readonly quartiles: readonly [number, number, number];
}

/** The spread of one group of authorities that codes tell apart. */
export interface GroupSpread extends Spread {
  readonly group: string;
  /** Whether the authority asked about is one of them, and which place it has there. */
  readonly own: { readonly rank: number; readonly sharing: number } | null;
}

/** The share of the United Kingdom (or of the countries named), or why there is none. */
export type WiderShare =
  | { readonly kind: 'published'; readonly figures: readonly PublishedFigure[] }
  | {
      readonly kind: 'counted';
      readonly percent: number;
      readonly units: number;
      readonly authorities: number;
    }
  | { readonly kind: 'none'; readonly why: string };

/** Where `code` stands in the table; null where the table has no figure of it. */
export function standingOf({ figures }: PublishedTable, code: string, peers = 5): Standing | null {
  const figure = figures.find((one) => one.code === code);
  if (!figure) return null;
  const { rank, sharing } = placeAmong(figures, figure);
  const others = figures.filter((one) => one !== figure);
  const distance = (one: PublishedFigure): number => Math.abs(one.percent - figure.percent);
  const nearest = others.toSorted(
    (one, other) => distance(one) - distance(other) || (one.code < other.code ? -1 : 1),
  );
  return { figure, rank, sharing, of: figures.length, peers: nearest.slice(0, peers) };
}

/** The spread of all authorities of a table. Throws RangeError for a table without figures. */
export function spreadOf({ figures }: Pick<PublishedTable, 'figures'>): Spread {
  if (figures.length === 0) throw new RangeError('A table without figures has no spread.');
  const sorted = figures.toSorted(
    (one, other) => one.percent - other.percent || (one.code < other.code ? -1 : 1),
  );
  const values = sorted.map(({ percent }) => percent);
  return {
    of: figures.length,
    lowest: sorted[0],
    highest: sorted[sorted.length - 1],
    quartiles: [quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)],
  };
}

/** The spread by nation, and London's boroughs: all that an authority's code tells. English regions it does not. */
export function spreadByGroup({ figures }: PublishedTable, code: string | null): GroupSpread[] {
  return GROUPS.flatMap(({ group, pattern }): GroupSpread[] => {
    const members = figures.filter((one) => pattern.test(one.code));
    if (members.length === 0) return [];
    const own = members.find((one) => one.code === code);
    return [{ group, ...spreadOf({ figures: members }), own: own ? placeAmong(members, own) : null }];
  });
}

/**
 * The share of the United Kingdom: as the table has it, else counted from shares and premises where it gives both for
 * every authority, else none. Percentages are never averaged.
 */
export function widerShare({ figures, wider }: PublishedTable): WiderShare {
  if (wider.length > 0) return { kind: 'published', figures: wider };
  if (figures.length > 0 && figures.every(({ units }) => units !== null)) {
    const units = figures.reduce((sum, one) => sum + (one.units ?? 0), 0);
    const covered = figures.reduce((sum, one) => sum + ((one.units ?? 0) * one.percent) / 100, 0);
    return { kind: 'counted', percent: (100 * covered) / units, units, authorities: figures.length };
  }
  return {
    kind: 'none',
    why: 'The table has no row for the United Kingdom and no counts of premises. An average of percentages of unequal authorities would be wrong, so none is shown.',
  };
}

/** Authorities of a table whose codes have ended since its date or before it. */
export function changedSince({ figures }: PublishedTable): {
  readonly figure: PublishedFigure;
  readonly until: string;
  readonly became: string;
}[] {
  return figures.flatMap((figure) => {
    const change = changeOfAuthority(figure.code);
    return change ? [{ figure, until: change.until, became: change.became }] : [];
  });
}

const GROUPS: readonly { readonly group: string; readonly pattern: RegExp }[] = [
  { group: 'England', pattern: /^E/ },
  { group: 'London boroughs', pattern: /^E09/ },
  { group: 'Wales', pattern: /^W/ },
  { group: 'Scotland', pattern: /^S/ },
  { group: 'Northern Ireland', pattern: /^N/ },
];

function placeAmong(
  figures: readonly PublishedFigure[],
  { percent }: PublishedFigure,
): { rank: number; sharing: number } {
  let rank = 1;
  let sharing = 0;
  for (const one of figures) {
    if (one.percent > percent) rank++;
    else if (one.percent === percent) sharing++;
  }
  return { rank, sharing };
}

/** Linear between the two nearest of ascending values (Hyndman and Fan 1996, definition 7). */
function quantile(values: readonly number[], part: number): number {
  const at = part * (values.length - 1);
  const below = Math.floor(at);
  const above = Math.min(values.length - 1, below + 1);
  return values[below] + (at - below) * (values[above] - values[below]);
}
