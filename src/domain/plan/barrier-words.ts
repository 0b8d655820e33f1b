import { dateWords } from '../project/date-words.ts';
import type { Barrier, BarrierKind } from './barrier.ts';
import { isInForce } from './is-in-force.ts';

/**
 * What restricts works on a day (ISO), each said once, in the order given: "Protected from road works until 12 May 2028
 * (closed to digging)". The same on the screen and in files. '': nothing that is known.
 */
export function restrictionWords(barriers: readonly Barrier[], day: string): string {
  const words = barriers
    .filter((barrier) => isInForce(barrier, day))
    .map((barrier) => `${barrierTitle(barrier)}${barrier.effect.forbids ? ' (closed to digging)' : ''}`);
  return [...new Set(words)].join('; ');
}

/** What a barrier is, what it crosses, when it holds: "Crosses a railway", "Lane rental, dates not known, 07:00–19:00". */
export function barrierTitle(barrier: Barrier): string {
  const { kind, crosses, hours } = barrier;
  const what = kind === 'crossing' && crosses ? `Crosses ${CROSSED[crosses] ?? crosses}` : TITLES[kind];
  const dates = datesOf(barrier);
  return [dates.startsWith('until') ? `${what} ${dates}` : [what, dates].filter(Boolean).join(', '), hours]
    .filter(Boolean)
    .join(', ');
}

/** Who is to be spoken to, and what for: "the railway’s owner must agree to the crossing". */
export function barrierOwner({ kind, owner, effect }: Barrier): string {
  if (owner === '') return 'who decides is not known';
  if (effect.forbids) return `${owner} can lift it`;
  const part = PARTS_OF_OWNERS[kind] ?? 'decides';
  return `${owner} ${/ and /.test(owner) ? forSeveral(part) : part}`;
}

/** "decide", "are to be asked": of owners that are more than one. */
function forSeveral(part: string): string {
  return part.replace(/^(\w+)(?= |$)/, (verb) => (verb === 'is' ? 'are' : verb.replace(/s$/, '')));
}

/** What has no dates of its own lasts until somebody changes it. */
function datesOf({ kind, from, until }: Barrier): string {
  const parts = [
    from === null ? '' : `from ${dateWords(from)}`,
    until === null ? '' : `until ${dateWords(until)}`,
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(' ');
  return LASTING.has(kind) ? '' : 'dates not known';
}

const LASTING: ReadonlySet<BarrierKind> = new Set([
  'crossing',
  'permit',
  'wayleave',
  'planning prior approval',
  'listed building or conservation area',
  'business rates',
  'traffic-sensitive street',
  'no power',
  'spectrum',
  'missing demand',
]);

const TITLES: Readonly<Record<BarrierKind, string>> = {
  wayleave: 'Wayleave needed',
  'planning prior approval': 'Prior approval needed',
  'listed building or conservation area': 'Conservation area or listed building',
  'business rates': 'Business rates',
  'road-works restriction': 'Protected from road works',
  'lane rental': 'Lane rental',
  permit: 'Permit needed',
  'traffic-sensitive street': 'Traffic-sensitive',
  crossing: 'Crosses what is not a street',
  'no power': 'No power',
  spectrum: 'Spectrum',
  'missing demand': 'Too little demand: a gap is left to fund',
};

const CROSSED: Readonly<Record<string, string>> = {
  bridge: 'a bridge',
  tram: 'a tramway',
  'level crossing': 'a level crossing',
  railway: 'a railway',
  water: 'water',
  motorway: 'a motorway',
};

const PARTS_OF_OWNERS: Partial<Record<BarrierKind, string>> = {
  wayleave: 'must grant it',
  'listed building or conservation area': 'is to be asked',
  'lane rental': 'charges for each day',
  permit: 'grants it',
  'traffic-sensitive street': 'says at which hours works may be',
  crossing: 'must agree to the crossing',
  'missing demand': 'bring more, or less is built',
};
