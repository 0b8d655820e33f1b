import { count } from '../../domain/not-spots/headline.ts';
import type { Hub, RadioDesign } from '../../domain/plan/radio-design.ts';
import { leastShares } from '../../domain/plan/shared-rates.ts';
import type { Unit } from '../../domain/premises/premises-table.ts';
import { numberOf } from './count-text.ts';
import { metresOf } from './dig-headline.ts';
import { rateOf } from './plan-place-words.ts';
import { unitsText } from './units-text.ts';

/** A hub of a design, ready to print. */
export interface HubLine {
  readonly id: string;
  readonly name: string;
  /** "serves 24 premises in 2 sectors; fibre by trench; at least 90 Mbit/s each if all draw at once" */
  readonly words: string;
  /** "council building, owner willing" */
  readonly standing: string;
  readonly roof: Hub['roof'];
}

/** The hubs of a design, those that serve most first. */
export function hubLines({ hubs, served, unit = 'premises' }: RadioDesign): readonly HubLine[] {
  const shares = leastShares({ hubs, served });
  const units = new Float64Array(hubs.length);
  const cabled = new Float64Array(hubs.length);
  for (const place of served) {
    units[place.hub] += place.units;
    if (place.metres === 0) cabled[place.hub] += place.units;
  }
  const names = new Map(hubs.map(({ roof }) => [roof.id, roof.name]));
  return hubs
    .map((hub, at) => ({
      units: units[at],
      line: lineOf(hub, { units: units[at], cabled: cabled[at], share: shares[at], unit, names }),
    }))
    .sort((one, other) => other.units - one.units)
    .map(({ line }) => line);
}

function lineOf(
  { roof, backhaul, sectors }: Hub,
  {
    units,
    cabled,
    share,
    unit,
    names,
  }: {
    readonly units: number;
    readonly cabled: number;
    readonly share: number | null;
    readonly unit: Unit;
    readonly names: ReadonlyMap<string, string>;
  },
): HubLine {
  const fibre =
    backhaul.kind === 'trench'
      ? 'fibre by trench'
      : `backhaul by radio from ${names.get(backhaul.to) ?? backhaul.to}, ${metresOf(backhaul.metres)}, ${rateOf(backhaul.megabitsPerSecond)}`;
  const indoors = cabled > 0 ? `, ${count(cabled)} of them by a cable indoors` : '';
  const atOnce = share === null ? '' : `; at least ${rateOf(share)} each if all draw at once`;
  return {
    id: roof.id,
    name: roof.name,
    words: `serves ${unitsText(units, unit)} in ${numberOf(sectors.length, 'sector')}${indoors}; ${fibre}${atOnce}`,
    roof,
    standing: [
      roof.kind,
      roof.wayleave === 'not asked' ? 'nobody has asked the owner' : `owner ${roof.wayleave}`,
      roof.hasPower === null ? 'power not known' : roof.hasPower ? '' : 'no power',
    ]
      .filter(Boolean)
      .join(', '),
  };
}
