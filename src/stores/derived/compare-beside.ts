import { percentPoints, tenths } from '../../domain/not-spots/headline.ts';
import type { PublishedBeside } from '../../domain/published/published-beside.ts';
import { unbroken } from './unbroken.ts';

/** A published share beside a counted one, ready to print. */
export interface BesideText {
  /** "87.4 %" */
  readonly counted: string;
  /** "between 86.9 and 87.9 %"; null for an exact count. */
  readonly countedRange: string | null;
  /** "76.8 %" */
  readonly published: string;
  /** "10.6 percentage points more than published" */
  readonly difference: string;
  /** Whether the reasons that can be counted bridge it, as a sentence. */
  readonly verdict: string;
  readonly reasons: readonly {
    readonly kind: string;
    readonly text: string;
    /** "up to +1.1 pp"; null where it cannot be counted. */
    readonly atMost: string | null;
  }[];
}

/** The words of a difference and its reasons. */
export function besideText(beside: PublishedBeside): BesideText {
  const { counted, published, countable, bridged } = beside;
  // Of the numbers as printed, so that a reader who subtracts them gets it.
  const difference = tenths(counted.mid) - published.mid;
  const size = Math.abs(difference);
  const reach = `${signed(countable.down)} to ${signed(countable.up)} percentage points`;
  const hasCountable = countable.down < 0 || countable.up > 0;
  const hasOthers = beside.reasons.some(({ atMost }) => atMost === null);
  return {
    counted: `${percentPoints(counted.mid)} %`,
    countedRange:
      counted.low === counted.high
        ? null
        : unbroken(`between ${percentPoints(counted.low)} and ${percentPoints(counted.high)} %`),
    published: `${published.mid} %`,
    difference:
      size < 0.05
        ? 'The same, to a tenth of a percentage point'
        : `${percentPoints(size)} percentage points ${difference > 0 ? 'more' : 'less'} than published`,
    verdict: verdictWords({ bridged, hasCountable, hasOthers, reach, same: size < 0.05 }),
    reasons: beside.reasons.map(({ kind, text, atMost }) => ({
      kind,
      text,
      atMost: atMost ? `${signed(atMost.down)} to ${signed(atMost.up)} pp` : null,
    })),
  };
}

function verdictWords(given: {
  readonly bridged: boolean;
  readonly hasCountable: boolean;
  readonly hasOthers: boolean;
  readonly reach: string;
  readonly same: boolean;
}): string {
  const { bridged, hasCountable, hasOthers, reach, same } = given;
  if (same) return '';
  if (bridged) return `What can be counted (${reach}) is enough to explain the difference.`;
  const counted = hasCountable
    ? `What can be counted (${reach}) does not explain all of it.`
    : 'Nothing that can be counted explains it.';
  return hasOthers ? `${counted} The reasons without a figure must account for the rest.` : counted;
}

/** "+1.1", "−0.6", "0": one decimal, or the first digit that is not 0. */
function signed(value: number): string {
  const size = Math.abs(value);
  if (size < 0.005) return '0';
  return `${value > 0 ? '+' : '−'}${size < 0.1 ? size.toFixed(2) : percentPoints(size)}`;
}
