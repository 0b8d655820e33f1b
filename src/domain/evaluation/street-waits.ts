import type { Spread } from '../cost/rate-card.ts';
import type { TrenchPiece } from '../cost/trench-piece.ts';
import { isInForce } from '../plan/is-in-force.ts';
import type { PlanCard, PlanItem } from '../plan/plan-card.ts';
import { consentToDig } from '../plan/street-consents.ts';
import type { Built } from './built-together.ts';
import type { WeeksGiven } from './weeks-given.ts';

/** What stretches of a trench wait for beside the permits. */
export interface StreetWaits {
  /** Week before which a piece must not be dug, of a level; 0: none. @param design weeks of design, before anything is asked for */
  readonly notBefore: (piece: TrenchPiece, level: keyof Spread, design: number) => number;
  /** What is asked for, the longest first, and how many pieces wait for it. */
  readonly what: readonly { readonly name: string; readonly count: number; readonly weeks: Spread }[];
  /** Streets dug with others, the latest first, and the week at which these begin. */
  readonly shared: readonly {
    readonly street: string;
    readonly promoter: string | null;
    /** ISO date. */
    readonly begins: string;
    readonly week: number;
  }[];
  readonly items: readonly PlanItem[];
}

/** Consents and crossings are asked for when the design is done; works of others begin on their own day. */
export function streetWaits(
  { pieces, barriers }: Pick<Built, 'pieces' | 'barriers'>,
  {
    card: { items },
    day,
    sharedWith,
  }: Pick<WeeksGiven, 'day' | 'sharedWith'> & { readonly card: Pick<PlanCard, 'items'> },
): StreetWaits {
  const consents = new Map(
    barriers.flatMap((barrier) => {
      const consent = isInForce(barrier, day) ? consentToDig(barrier) : null;
      return consent ? [[barrier.id, { name: consent.name, item: consent.weeks }] as const] : [];
    }),
  );
  const asksOf = ({ crossing, kind, barriers: ids }: TrenchPiece): readonly Asked[] => [
    ...(crossing !== 'none' && crossing !== 'street' && kind !== 'duct' && kind !== 'pole route'
      ? [CROSSING]
      : []),
    ...ids.flatMap((id) => consents.get(id) ?? []),
  ];
  const beginsIn = ({ street, method }: TrenchPiece): number => {
    const begins = street !== null && method !== null ? sharedWith.get(street)?.begins : null;
    return begins ? Math.max(0, weeksBetween(day, begins)) : 0;
  };
  const counts = new Map<PlanItem, { readonly name: string; count: number; readonly weeks: Spread }>();
  const shared = new Map<string, StreetWaits['shared'][number]>();
  for (const piece of pieces) {
    for (const item of new Set(asksOf(piece).map((one) => one.item))) {
      const name = asksOf(piece).find((one) => one.item === item)?.name ?? '';
      const known = counts.get(item) ?? { name, count: 0, weeks: items[item].value };
      known.count++;
      counts.set(item, known);
    }
    const works = piece.street !== null && piece.method !== null ? sharedWith.get(piece.street) : undefined;
    if (piece.street !== null && works?.begins)
      shared.set(piece.street, {
        street: piece.streetName ?? piece.street,
        promoter: works.promoter,
        begins: works.begins,
        week: beginsIn(piece),
      });
  }
  return {
    notBefore: (piece, level, design) =>
      Math.max(beginsIn(piece), ...asksOf(piece).map(({ item }) => design + items[item].value[level])),
    what: [...counts.values()].sort((one, other) => other.weeks.mid - one.weeks.mid),
    shared: [...shared.values()].sort((one, other) => other.week - one.week),
    items: [...counts.keys()],
  };
}

interface Asked {
  readonly name: string;
  readonly item: PlanItem;
}

const CROSSING: Asked = { name: 'agreement for a crossing', item: 'weeksForCrossing' };

function weeksBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / (7 * 86_400_000);
}
