import type { TrenchPiece } from '../cost/trench-piece.ts';
import type { Barrier } from '../plan/barrier.ts';
import type { PlanDesign } from '../plan/plan-design.ts';
import type { Hub, RadioPlace } from '../plan/radio-design.ts';
import type { FibrePoint } from '../streets/fibre-point.ts';
import type { AskedPlace } from './evaluation-input.ts';

/** One or several designs as they are built: what is in two of them is built once, and each place is served once. */
export interface Built {
  /** Pieces of trench, each stretch once. */
  readonly pieces: readonly TrenchPiece[];
  readonly roots: readonly FibrePoint[];
  /** Each roof once. */
  readonly hubs: readonly Hub[];
  /** Places asked that fibre reaches. */
  readonly fibre: readonly AskedPlace[];
  /** Places asked that only radio reaches, each by its fastest link. */
  readonly radio: readonly RadioServed[];
  readonly left: readonly AskedPlace[];
  /** Met by trenches and hubs, each once, as the designs say. */
  readonly barriers: readonly Barrier[];
  readonly passedUnits: number;
  readonly notes: readonly string[];
}

/** A place that a hub serves. */
export interface RadioServed {
  readonly place: AskedPlace;
  /** Place in the hubs built. */
  readonly hub: number;
  readonly megabitsPerSecond: number;
  /** Place among that hub's sectors. */
  readonly sector: number;
  /** From its hub; 0 in the hub's own building, which a cable serves. */
  readonly metres: number;
}

/**
 * Puts designs together. Fibre goes before radio, and of two links the faster. Trench is the same where its line, kind and
 * side are; stretches that only overlap are both counted, so that several designs cost too much rather than too little.
 */
export function builtTogether(designs: readonly PlanDesign[], places: readonly AskedPlace[]): Built {
  const trenches = designs.flatMap(({ trench }) => trench ?? []);
  const radios = designs.flatMap(({ radio }) => radio ?? []);
  const hubs = [
    ...firstOf(
      radios.flatMap((radio) => radio.hubs),
      ({ roof }) => roof.id,
    ).values(),
  ];
  const hubAt = new Map(hubs.map(({ roof }, at) => [roof.id, at]));
  const byFibre = new Set(
    trenches.flatMap(({ served }) => served.filter(({ units }) => units > 0).map(pointKey)),
  );
  const byRadio = new Map<string, Omit<RadioServed, 'place'>>();
  for (const radio of radios)
    for (const place of radio.served) {
      const { megabitsPerSecond } = place;
      const had = byRadio.get(pointKey(place));
      if (had && had.megabitsPerSecond >= megabitsPerSecond) continue;
      byRadio.set(pointKey(place), {
        hub: hubOf(place, radio.hubs, hubAt),
        megabitsPerSecond,
        sector: place.sector,
        metres: place.metres,
      });
    }
  const fibre: AskedPlace[] = [];
  const radio: RadioServed[] = [];
  const left: AskedPlace[] = [];
  for (const place of firstOf(places, pointKey).values()) {
    const key = pointKey(place);
    const link = byRadio.get(key);
    if (byFibre.has(key)) fibre.push(place);
    else if (link) radio.push({ place, ...link });
    else left.push(place);
  }
  return {
    pieces: piecesOnce(trenches.map(({ pieces }) => pieces)),
    roots: [
      ...firstOf(
        trenches.flatMap(({ roots }) => roots),
        ({ id }) => id,
      ).values(),
    ],
    hubs,
    fibre,
    radio,
    left,
    barriers: [
      ...firstOf(
        [...trenches, ...radios].flatMap(({ barriers }) => barriers),
        ({ id }) => id,
      ).values(),
    ],
    passedUnits: Math.max(0, ...trenches.map(({ passedUnits }) => passedUnits)),
    notes: [...new Set([...trenches, ...radios].flatMap(({ notes }) => notes))],
  };
}

/** What a point is known by in every part of a plan. */
export function pointKey({ lon, lat }: { readonly lon: number; readonly lat: number }): string {
  return `${lon} ${lat}`;
}

/** Pieces of the first, then those of each other that none before has. */
function piecesOnce(trenches: readonly (readonly TrenchPiece[])[]): readonly TrenchPiece[] {
  if (trenches.length < 2) return trenches[0] ?? [];
  const seen = new Set<string>();
  return trenches.flatMap((pieces) => {
    const own = pieces.filter((piece) => !seen.has(pieceKey(piece)));
    for (const piece of own) seen.add(pieceKey(piece));
    return own;
  });
}

function pieceKey({ kind, side, street, line }: TrenchPiece): string {
  return `${kind} ${side} ${street} ${line.join(' ')}`;
}

function firstOf<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T> {
  const first = new Map<string, T>();
  for (const one of all) {
    const key = keyOf(one);
    if (!first.has(key)) first.set(key, one);
  }
  return first;
}

function hubOf(place: RadioPlace, hubs: readonly Hub[], at: ReadonlyMap<string, number>): number {
  return at.get(hubs[place.hub].roof.id) ?? -1;
}
