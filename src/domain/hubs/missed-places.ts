import type { RadioMiss, RadioMissed } from '../plan/radio-design.ts';
import type { HubInput } from './hub-input.ts';
import { ANSWERS, type JudgedRoofs, REACHED, type RoofAnswer } from './judged-roofs.ts';
import type { UsableRoofs } from './usable-roofs.ts';

/**
 * Why nobody serves each of some places, in their order. Who is reached by a roof that may be used is in the way of its own number;
 * who only a barred roof reaches is behind the one that would serve most of those missed. Where heights are not known nothing is said of
 * what stands in the line.
 * @param given `isServed` by place
 */
export function missedPlaces(
  { places }: Pick<HubInput, 'places'>,
  { roofs, isUnknown }: JudgedRoofs,
  given: {
    readonly usable: UsableRoofs;
    readonly isServed: (place: number) => boolean;
    readonly lookAt: LookAt;
  },
): RadioMissed[] {
  const { barredBy, hasWay } = given.usable;
  const missed = [...places.keys()].filter((place) => !given.isServed(place));
  const reaching = missed.map((place) =>
    [...roofs.keys()].filter((i) => roofs[i].answers[place] === REACHED),
  );
  const unitsBehind = new Float64Array(roofs.length);
  for (const [i, place] of missed.entries())
    for (const roof of reaching[i])
      if (barredBy[roof] !== null && hasWay[roof]) unitsBehind[roof] += places[place].units;
  return missed.map((place, i): RadioMissed => {
    const barred = reaching[i].filter((roof) => barredBy[roof] !== null && hasWay[roof]);
    const open = reaching[i].filter((roof) => barredBy[roof] === null);
    const first = barred.reduce(
      (best, roof) => (best < 0 || unitsBehind[roof] > unitsBehind[best] ? roof : best),
      -1,
    );
    const built = open.map((roof) => given.lookAt(roof, place)).filter((looks) => looks !== null);
    const reason = open.some((roof) => hasWay[roof])
      ? built.length === 0
        ? 'no hub is on a roof that reaches it'
        : built.includes(true)
          ? 'every sector that reaches it is full'
          : 'no sector is left to look that way'
      : barred.length > 0
        ? 'only a barred roof reaches it'
        : reaching[i].length > 0
          ? 'the roofs that reach it have no way to fibre'
          : isUnknown[place] === 1
            ? 'heights are not known'
            : whyNotReached(roofs.map(({ answers }) => answers[place]));
    if (first < 0) return { ...places[place], reason };
    const { id, name } = roofs[first].roof;
    return { ...places[place], reason, behind: { roof: id, roofName: name, barrier: barredBy[first] ?? '' } };
  });
}

/** Whether a sector of the hub on a judged roof looks at a place that it reaches; null: it carries no hub. */
export type LookAt = (roof: number, place: number) => boolean | null;

function whyNotReached(codes: readonly number[]): RadioMiss {
  const said = ANSWERS[codes.reduce((most, code) => Math.max(most, code), 0)];
  return said === 'reached' ? 'every sector that reaches it is full' : WHY[said];
}

const WHY: Readonly<Record<Exclude<RoofAnswer, 'reached'>, RadioMiss>> = {
  'beyond the radius': 'no roof near',
  blocked: 'no roof sees it',
  'too weak': 'too weak in the rain reckoned with',
  'slower than asked': 'slower than asked',
  'not known': 'heights are not known',
};
