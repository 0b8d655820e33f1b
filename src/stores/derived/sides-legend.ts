import { changeClasses } from '../../domain/before-after/change-classes.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { percent } from '../../domain/not-spots/headline.ts';
import { wardClasses } from '../../domain/not-spots/ward-classes.ts';
import type { BothCounts } from './before-after-text.ts';
import { stepOf } from './change-marks.ts';
import type { ChangeStep } from './change-step.ts';
import { numberOf } from './count-text.ts';
import type { SidesLook } from './sides-text.ts';

/** One class of the maps: how it looks, what it means, how many wards have it. */
export interface SidesLegendEntry {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly pattern: 'solid' | 'dots' | 'hatch' | 'rings';
  readonly token: string;
  /** The not-spots' hatch over it, this many pixels apart; absent: none. */
  readonly hatchPixels?: number;
  /** Level lines over it: fewer not-spots. */
  readonly hasLines?: boolean;
}

/** What the maps' colours mean: the same five steps on both sides, or the steps of the change. */
export function sidesLegend(counts: BothCounts, look: SidesLook): SidesLegendEntry[] {
  return look === 'difference' ? changeEntries(counts) : classEntries(counts);
}

/** What the dots mean where the difference is drawn. */
export function changeDots({ comparison }: BothCounts): SidesLegendEntry[] {
  const total = comparison.units.length - 1;
  const { moves, unit } = comparison;
  const entry = (id: string, label: string, units: number, look: Partial<SidesLegendEntry>) => ({
    id,
    label,
    note: numberOf(units, unit === 'premises' ? 'premises' : unit.slice(0, -1), unit),
    pattern: 'solid' as const,
    token: '--not-spot',
    ...look,
  });
  return [
    entry('became', 'became a not-spot', moves.became[total] + moves.becameKnown[total], {}),
    entry('ceased', 'ceased to be one', moves.ceased[total] + moves.ceasedKnown[total], {
      token: '--change-less-3',
    }),
    entry('stayed', 'a not-spot on both sides', moves.stayed[total], {
      pattern: 'rings',
      token: '--not-spot',
    }),
    ...(moves.expected[total] > 0
      ? [
          entry('expected', 'more or less likely to be one: fainter, the less', moves.expected[total], {
            token: '--premises-share',
          }),
        ]
      : []),
  ];
}

function classEntries({ before, after }: BothCounts): SidesLegendEntry[] {
  const { edges, classes } = wardClasses(before, after);
  const later = wardClasses(after, before).classes;
  const note = (wanted: (typeof classes)[number]): string => {
    const among = (list: typeof classes): number => list.filter((one) => one === wanted).length;
    return `${among(classes)} → ${among(later)} wards`;
  };
  const steps = ([5, 4, 3, 2, 1] as const).map(
    (step): SidesLegendEntry => ({
      id: `wards ${step}`,
      label:
        step === 1 ? `up to ${percent(edges[1])}` : `${percent(edges[step - 1])} to ${percent(edges[step])}`,
      note: note(step),
      pattern: 'solid',
      token: `--class-${step}`,
      hatchPixels: 10 - step,
    }),
  );
  const ranks = ({ ranksWards }: Analysis): boolean => ranksWards;
  const none = [before, after].every(ranks) ? 'no not-spots' : 'none, or not ranked';
  return [
    ...steps,
    { id: 'wards 0', label: none, note: note(0), pattern: 'solid', token: '--class-0' },
    {
      id: 'wards not-known',
      label: 'mostly not known',
      note: note('not-known'),
      pattern: 'dots',
      token: '--class-not-known',
    },
  ];
}

function changeEntries({ comparison }: BothCounts): SidesLegendEntry[] {
  const { edges, classes } = changeClasses(comparison);
  const among = (step: string): string => {
    return numberOf(classes.filter((one) => stepOf(one) === step).length, 'ward');
  };
  const span = (size: number): string => {
    const upper = points(edges[size - 1]);
    return size === 1 ? `up to ${upper}` : `${points(edges[size - 2], false)} to ${upper}`;
  };
  const entry = (step: ChangeStep, size: number, word: string): SidesLegendEntry => ({
    id: `change ${step}`,
    label: `${span(size)} ${word}`,
    note: among(step),
    pattern: 'solid',
    token: `--change-${step}`,
    ...(word === 'more' ? { hatchPixels: 9 - size } : { hasLines: true }),
  });
  return [
    entry('more-3', 3, 'more'),
    entry('more-2', 2, 'more'),
    entry('more-1', 1, 'more'),
    { id: 'change same', label: 'no change', note: among('same'), pattern: 'solid', token: '--class-0' },
    entry('less-1', 1, 'fewer'),
    entry('less-2', 2, 'fewer'),
    entry('less-3', 3, 'fewer'),
    {
      id: 'change not-known',
      label: 'mostly not known',
      note: among('not-known'),
      pattern: 'dots',
      token: '--class-not-known',
    },
  ];
}

/** "5 points", "0.2 points": shares of a ward's units, in percentage points. */
function points(share: number, withWord = true): string {
  const value = Number((share * 100).toFixed(2));
  return withWord ? `${value} ${value === 1 ? 'point' : 'points'}` : String(value);
}
