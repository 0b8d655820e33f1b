import type { BoroughContent } from '../borough-files.ts';
import { Random } from '../ground/random.ts';
import type { StreetPiece } from '../streets/street-pieces.ts';

/** Works that others will dig a street up for: what a trench could share. Invented. */
export interface PlannedExcavation {
  /** Id of the street. */
  readonly street: string;
  readonly promoter: string;
  readonly works: string;
  /** ISO dates. */
  readonly from: string;
  readonly until: string;
  /** Whether the promoter would let a duct into the trench; blank: nobody has asked. */
  readonly shares: '' | 'yes' | 'no';
}

/** A calendar of the next three years, over streets that may be dug, in the order of their beginning. */
export function plannedExcavationsOf(
  pieces: readonly StreetPiece[],
  protectedStreets: ReadonlySet<string>,
  seed: string,
): PlannedExcavation[] {
  const random = new Random(`${seed} planned excavations`);
  const streets = new Map<string, StreetPiece>();
  for (const piece of pieces) if (piece.isBuiltUp && piece.over.length === 0) streets.set(piece.id, piece);
  const planned: PlannedExcavation[] = [];
  for (const [id, { class: kind }] of streets) {
    const share = kind === 'local street' ? 0.035 : kind === 'B road' || kind === 'minor road' ? 0.12 : 0;
    const draw = random.next();
    const { promoter, works, weeks } = random.pick(PROMOTERS);
    const begins = Date.UTC(2027, random.whole(0, 32), random.whole(1, 28));
    const lasts = random.whole(weeks[0], weeks[1]);
    const asked = random.next();
    if (draw >= share || protectedStreets.has(id)) continue;
    planned.push({
      street: id,
      promoter,
      works,
      from: isoDay(begins),
      until: isoDay(begins + lasts * 7 * DAY),
      shares: asked < 0.45 ? 'yes' : asked < 0.7 ? 'no' : '',
    });
  }
  return planned.toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.street < b.street ? -1 : 1,
  );
}

/** The calendar as a table. */
export function plannedExcavationContent(planned: () => readonly PlannedExcavation[]): BoroughContent {
  return {
    contentId: 'planned-excavations',
    title: 'Planned excavations',
    description:
      'Streets that others will dig up in the next three years, by id, and whether a duct may go in with them.',
    make: () => ({
      fileName: 'planned-excavations.csv',
      columns: ['street', 'promoter', 'works', 'from', 'until', 'shares_trench'],
      rows: planned().map(({ street, promoter, works, from, until, shares }) => ({
        cells: [street, promoter, works, from, until, shares],
        shape: null,
      })),
    }),
  };
}

const DAY = 86_400_000;
const PROMOTERS = [
  { promoter: 'Wrenne Water', works: 'water main renewal', weeks: [2, 9] },
  { promoter: 'Wrenne Water', works: 'sewer repair', weeks: [1, 4] },
  { promoter: 'Midmere Gas', works: 'gas main replacement', weeks: [2, 10] },
  { promoter: 'Midmere Grid', works: 'electricity cable', weeks: [1, 6] },
  { promoter: 'Highways', works: 'resurfacing', weeks: [1, 3] },
] as const;

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
