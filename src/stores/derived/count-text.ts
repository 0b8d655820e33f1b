import { count, percent, unitWord } from '../../domain/not-spots/headline.ts';
import type { PlaceCount } from '../../domain/not-spots/ward-rows.ts';
import type { Unit } from '../../domain/premises/premises-table.ts';

/** A count ready to print. */
export interface CountText {
  /** "1,204"; "About 1,204" where it is an expectation with a band. */
  readonly value: string;
  /** "1,100–1,300"; null for an exact count. */
  readonly band: string | null;
  /** "of 4,870 premises (24.7 %)" */
  readonly of: string;
  /** 0 … 1 of all units: covered or met, and not known; the rest is neither. Zero where there are no units. */
  readonly shares: {
    readonly low: number;
    readonly mid: number;
    readonly high: number;
    readonly notKnown: number;
  };
  /** "212"; null where everything is known. */
  readonly notKnown: string | null;
}

/** A place's count with its denominator, in words and as shares. */
export function countText(at: PlaceCount, units: number, unit: Unit): CountText {
  const share = (value: number): number => (units === 0 ? 0 : value / units);
  return {
    value: at.low === at.high ? count(at.mid) : `About ${count(at.mid)}`,
    band: at.low === at.high ? null : `${count(at.low)}–${count(at.high)}`,
    of: `of ${count(units)} ${unitWord(unit, units)}${units > 0 ? ` (${percent(at.mid / units)})` : ''}`,
    shares: { low: share(at.low), mid: share(at.mid), high: share(at.high), notKnown: share(at.notKnown) },
    notKnown: at.notKnown > 0 ? count(at.notKnown) : null,
  };
}

/** "4,312 rows": a whole number with its noun. */
export function numberOf(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
