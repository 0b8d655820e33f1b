import type { Barrier, BarrierKind } from '../plan/barrier.ts';
import type { Source } from '../project/figure.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { EdgeDraft } from './edge-draft.ts';
import type { LineRestrictions, Restriction } from './line-restrictions.ts';
import type { NamedStreets } from './name-streets.ts';
import type { NetworkFile } from './network-files.ts';
import type { RestrictionKind } from './restriction-kind.ts';
import type { StreetLines } from './street-lines.ts';
import { CROSSINGS, type Crossing } from './street-network.ts';

/** Barriers, and which lie on each edge (see StreetNetwork). */
export interface StreetBarriers {
  readonly barriers: readonly Barrier[];
  readonly barrierStarts: Int32Array;
  readonly barrierIds: Int32Array;
}

/** What restricts edges, as barriers of their street: each said once for a street, whatever number of its lines say it. */
export function* streetBarriers(
  draft: EdgeDraft,
  lines: StreetLines,
  given: {
    readonly named: NamedStreets;
    readonly restrictions: LineRestrictions;
    readonly files: readonly NetworkFile[];
  },
): Generator<WorkStep, StreetBarriers> {
  const { named, restrictions, files } = given;
  const list = new BarrierList();
  const starts = new Int32Array(draft.edgeCount + 1);
  const ids: number[] = [];
  const known: (readonly number[] | undefined)[] = [];
  const ofLine = (line: number, place: string): readonly number[] => {
    known[line] ??= restrictions.ofLine[line].map((one) => list.of(place, one));
    return known[line];
  };
  for (let edge = 0; edge < draft.edgeCount; edge++) {
    if ((edge & 8191) === 0) yield { what: 'Restricting streets', fraction: edge / draft.edgeCount };
    const line = draft.lineOf.values[edge];
    const street = line < 0 ? -1 : named.streetOf[line];
    const place = street < 0 ? '' : named.streets[street].id;
    const own = line < 0 ? [] : [...ofLine(line, place)];
    const crossing = CROSSINGS[draft.crossings.values[edge]];
    if (line >= 0 && OWNERS[crossing] !== undefined)
      own.push(list.crossing(place, crossing, files[lines.files[line]].source));
    for (const id of own.length > 1 ? new Set(own) : own) ids.push(id);
    starts[edge + 1] = ids.length;
  }
  return { barriers: list.barriers, barrierStarts: starts, barrierIds: Int32Array.from(ids) };
}

class BarrierList {
  readonly barriers: Barrier[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly ids = new Set<string>();

  of(place: string, { kind, from, until, hours, owner, source }: Restriction): number {
    const { barrier, owner: usual, forbids } = KINDS[kind];
    return this.once(`${place}: ${kind}`, {
      kind: barrier,
      place,
      owner: owner ?? usual,
      effect: { pounds: null, weeks: null, forbids },
      from,
      until,
      ...(hours === null ? {} : { hours }),
      ...(barrier === 'crossing' ? { crosses: kind } : {}),
      source,
    });
  }

  crossing(place: string, crossing: Crossing, source: Source | null): number {
    return this.once(`${place}: crosses ${crossing}`, {
      kind: 'crossing',
      place,
      owner: OWNERS[crossing] ?? STREET_AUTHORITY,
      effect: { pounds: null, weeks: null, forbids: false },
      from: null,
      until: null,
      crosses: crossing,
      source,
    });
  }

  private once(wanted: string, barrier: Omit<Barrier, 'id'>): number {
    const key = JSON.stringify([wanted, barrier]);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    let id = wanted;
    for (let number = 2; this.ids.has(id); number++) id = `${wanted} (${number})`;
    this.ids.add(id);
    const place = this.barriers.push({ id, ...barrier }) - 1;
    this.byKey.set(key, place);
    return place;
  }
}

const STREET_AUTHORITY = 'the street authority';
const RAILWAY = 'the railway’s owner';

/** What each kind is as a barrier, who can lift it where no file says, and whether it forbids digging while it lasts. */
const KINDS: Record<
  RestrictionKind,
  { readonly barrier: BarrierKind; readonly owner: string; readonly forbids: boolean }
> = {
  'section 58': { barrier: 'road-works restriction', owner: STREET_AUTHORITY, forbids: true },
  'traffic-sensitive': { barrier: 'traffic-sensitive street', owner: STREET_AUTHORITY, forbids: false },
  'lane rental': { barrier: 'lane rental', owner: STREET_AUTHORITY, forbids: false },
  'conservation area': {
    barrier: 'listed building or conservation area',
    owner: 'the local planning authority',
    forbids: false,
  },
  permit: { barrier: 'permit', owner: STREET_AUTHORITY, forbids: false },
  wayleave: { barrier: 'wayleave', owner: 'the street’s owner', forbids: false },
  tram: { barrier: 'crossing', owner: 'the tramway’s owner', forbids: false },
  'level crossing': { barrier: 'crossing', owner: RAILWAY, forbids: false },
  bridge: { barrier: 'crossing', owner: 'the bridge’s owner', forbids: false },
};

/** Who is asked before an edge crosses what is not a street. */
const OWNERS: Partial<Record<Crossing, string>> = {
  bridge: 'the bridge’s owner',
  tram: 'the tramway’s owner',
  'level crossing': RAILWAY,
  railway: RAILWAY,
  water: 'the navigation or drainage authority',
  motorway: 'the motorway’s operator',
};
