import { blackspotsOf } from '../coverage/blackspots.ts';
import { lengthMetres } from '../ground/cut-line.ts';
import { Random } from '../ground/random.ts';
import type { TownPlan } from '../plan/town-plan.ts';
import { zoneHolds } from '../plan/zones.ts';
import { isOnFoot, isRing } from './street-attributes.ts';
import { keyOf } from './street-links.ts';
import type { StreetPiece } from './street-pieces.ts';
import { StreetRoutes } from './street-routes.ts';

/** A row of the table of restrictions. Invented, as is who owns it. */
export interface StreetRestriction {
  /** Id of the street. */
  readonly street: string;
  readonly kind:
    | 'section 58'
    | 'traffic-sensitive'
    | 'lane rental'
    | 'permit'
    | 'wayleave'
    | 'level crossing'
    | 'bridge';
  /** ISO dates; blank: open-ended. */
  readonly from: string;
  readonly until: string;
  readonly hours: string;
  readonly owner: string;
  readonly source: string;
}

export interface StreetRestrictions {
  readonly table: readonly StreetRestriction[];
  /** What the streets' own file says of recent works, by street: the last day they protect it, "no", or blank: the table says, or nobody. */
  readonly protectedUntil: ReadonlyMap<string, string>;
}

/** Who may dig where and when: some of it kept with the streets, some as a table by street. */
export function restrictionsOf(
  plan: TownPlan,
  pieces: readonly StreetPiece[],
  { authority, seed }: { readonly authority: string; readonly seed: string },
): StreetRestrictions {
  const council = `${authority} Borough Council`;
  const streets = new Map<string, StreetPiece>();
  for (const piece of pieces) if (!streets.has(piece.id)) streets.set(piece.id, piece);
  const table: StreetRestriction[] = [];
  const add = (
    street: string,
    kind: StreetRestriction['kind'],
    owner: string,
    rest: Partial<Pick<StreetRestriction, 'from' | 'until' | 'hours' | 'source'>>,
  ) =>
    table.push({ street, kind, from: '', until: '', hours: '', owner, source: 'Street register', ...rest });
  const protectedUntil = new Map<string, string>();
  const works = recentWorks(plan, streets, untouchedStreets(plan, pieces), seed);
  const closed = onlyWayIn(plan, pieces, seed);
  if (closed !== null) works.set(closed, { from: day(2025, 7, 1), until: day(2030, 6, 30), isListed: true });
  for (const [id, piece] of streets) {
    const { from, until, isListed } = works.get(id) ?? {};
    if (isListed)
      add(id, 'section 58', council, {
        from,
        until,
        source: 'Notices of restriction after substantial works',
      });
    // The register is kept for the council's streets; of paths and private streets it says nothing.
    else if (until !== undefined) protectedUntil.set(id, until);
    else protectedUntil.set(id, isOnFoot(piece) || piece.character === 'business' ? '' : 'no');
  }
  const random = new Random(`${seed} private streets`);
  for (const [id, piece] of streets) {
    const { class: kind, isBuiltUp, settlement, over, meetsRails, name } = piece;
    const place = plan.settlements[settlement];
    if (kind === 'motorway') continue;
    if (over.length > 0)
      add(id, 'bridge', ownerOfBridge(piece, council), { source: 'Register of structures' });
    if (meetsRails) add(id, 'level crossing', RAILWAY, { source: 'Register of level crossings' });
    if (over.length > 0 || meetsRails) continue;
    if (isBuiltUp && place.kind === 'town' && (kind === 'A road' || kind === 'B road'))
      add(id, 'permit', council, { from: '2015-04-01', source: 'Permit scheme' });
    if (isRing(piece, plan))
      add(id, 'lane rental', council, {
        from: '2025-01-01',
        hours: '06:30-22:00',
        source: 'Lane rental scheme',
      });
    if (isBuiltUp && place.kind === 'village' && place.premises > 500 && name === 'Main Street')
      add(id, 'traffic-sensitive', council, { hours: '08:15-09:15 and 15:00-16:00' });
    const isPrivate = piece.character === 'business' || (piece.character === 'modern' && random.chance(0.08));
    if (isPrivate && kind === 'local street')
      add(id, 'wayleave', piece.character === 'business' ? 'Park estate company' : `Residents of ${name}`, {
        source: 'List of private streets',
      });
  }
  return { table, protectedUntil };
}

const RAILWAY = 'Midmere Railways';

function ownerOfBridge({ over }: StreetPiece, council: string): string {
  if (over.includes('railway')) return RAILWAY;
  return over.includes('motorway') ? 'Motorways authority' : council;
}

interface Works {
  readonly from: string;
  readonly until: string;
  /** Whether the table has it; the others are told with the streets. */
  readonly isListed: boolean;
}

/**
 * Streets that were dug up or resurfaced of late: their protection began between 2022 and 2026 and lasts one, three or five years,
 * so that some is over. The High Street of the largest town is always among them; nobody has dug within an estate or a business
 * park.
 */
function recentWorks(
  plan: TownPlan,
  streets: ReadonlyMap<string, StreetPiece>,
  untouched: ReadonlySet<string>,
  seed: string,
): Map<string, Works> {
  const random = new Random(`${seed} recent works`);
  const works = new Map<string, Works>();
  for (const [id, piece] of streets) {
    const draw = random.next();
    const began = { year: random.whole(2022, 2026), month: random.whole(1, 9) };
    const years = random.pick([1, 3, 3, 5, 5, 5]);
    const isListed = random.chance(0.6);
    const { class: kind, settlement, isBuiltUp, over, meetsRails } = piece;
    if (!isBuiltUp || over.length > 0 || meetsRails || !(kind in SHARES)) continue;
    const isTown = plan.settlements[settlement].kind === 'town';
    const always = settlement === 0 && piece.name === 'High Street';
    if (always) works.set(id, { from: day(2025, 4, 1), until: day(2030, 3, 31), isListed: true });
    else if (untouched.has(id)) continue;
    else if (draw < (SHARES[kind] ?? 0) * (isTown ? 1 : 0.4))
      works.set(id, {
        from: day(began.year, began.month, 1),
        until: dayBefore(began.year + years, began.month),
        isListed,
      });
  }
  return works;
}

/**
 * Of the largest village that the networks passed by, the local street behind which most metres of street hang: its new surface
 * keeps those along it and behind it from a line. null: there is none.
 */
function onlyWayIn(plan: TownPlan, pieces: readonly StreetPiece[], seed: string): string | null {
  const passedBy = new Set(
    blackspotsOf(plan, seed).flatMap(({ reason, centre }) =>
      reason === 'rural edge' ? [keyOf(centre)] : [],
    ),
  );
  const [village] = plan.settlements
    .filter(({ centre }) => passedBy.has(keyOf(centre)))
    .toSorted((one, other) => other.premises - one.premises);
  const own = pieces.filter(
    ({ class: kind, settlement, isBuiltUp }) =>
      settlement === village?.index && kind === 'local street' && isBuiltUp,
  );
  const behind = Array.from(new Set(own.map(({ id }) => id)), (id) => {
    const open = pieces.filter((piece) => piece.id !== id);
    const routes = new StreetRoutes(open.map(({ line }) => line));
    const [main] = routes.components().toSorted((one, other) => other.length - one.length);
    const reached = new Set(main);
    const metres = own
      .filter(({ line }) => !line.some((position) => reached.has(routes.at(position))))
      .reduce((sum, { line }) => sum + lengthMetres(line), 0);
    return { id, metres };
  });
  return behind.toSorted((one, other) => other.metres - one.metres)[0]?.id ?? null;
}

/** Streets that run through an estate or a business park, or up to one. */
function untouchedStreets({ zones }: TownPlan, pieces: readonly StreetPiece[]): Set<string> {
  const within = zones.filter(({ kind }) => kind === 'estate' || kind === 'business park');
  return new Set(
    pieces.flatMap(({ id, line }) => (within.some((zone) => zoneHolds(zone, line[0], 60)) ? [id] : [])),
  );
}

const SHARES: Partial<Record<StreetPiece['class'], number>> = {
  'B road': 0.14,
  'minor road': 0.09,
  'local street': 0.06,
};

function day(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The last day of the month before. */
function dayBefore(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
}
