import type { BillOfQuantities } from '../../domain/cost/bill.ts';
import type { Spread } from '../../domain/cost/rate-card.ts';
import { HOW_RANGES_ADD, mapSpread } from '../../domain/cost/spread.ts';
import { unitWord } from '../../domain/not-spots/headline.ts';
import { numberOf } from './count-text.ts';
import { metresOf, sumText, worksText } from './dig-headline.ts';
import { poundsBand } from './pounds-text.ts';
import { streetDaysNote } from './street-days-note.ts';
import { unitsText } from './units-text.ts';

/** A line of what works take and disturb. */
export interface WorksLine {
  readonly name: string;
  /** "12.4 days"; "not known". */
  readonly value: string;
  /** "8.1–20.3"; null where there is none. */
  readonly band: string | null;
  /** What it is of, and what of it is not known. */
  readonly note: string;
}

/** What a route's works take and disturb, beyond its price: days, hours in traffic, chambers, carbon, each premises. */
export function worksLines(bill: BillOfQuantities): readonly WorksLine[] {
  const { days, streetDays, streets, chambers, carbonKilograms, metresWithoutRate, pencePerPassed } = bill;
  const without = metresWithoutRate > 0 ? `; not known for ${metresOf(metresWithoutRate)}` : '';
  const dug = streets.filter(({ street, days: own }) => street !== null && own.high > 0).length;
  const atLeast = (line: { readonly value: string; readonly band: string | null }) => ({
    ...line,
    value: worksText(line.value, bill),
  });
  const lines: (WorksLine | null)[] = [
    {
      name: 'Digging',
      ...atLeast(spreadWords(days, 'day')),
      note: `of one gang; lead-ins, and cables in ducts and on poles, take none of them${without}`,
    },
    {
      name: 'Streets up',
      ...atLeast(spreadWords(streetDays, 'street-day')),
      note: bill.nameless
        ? streetDaysNote(bill)
        : `in ${numberOf(dug, 'street')}: each street’s days made whole, added`,
    },
    trafficLine(bill.trafficSensitive),
    chambers.high > 0
      ? {
          name: 'Chambers',
          ...spreadWords(chambers, 'chamber'),
          note: 'metres of trench ÷ metres between them',
        }
      : null,
    {
      name: 'Carbon',
      ...atLeast(carbonWords(carbonKilograms)),
      note: `of what is dug by the metre, and of lead-ins, however those are dug; cable and chambers are not counted${without}`,
    },
    pencePerPassed && {
      name: `For each ${unitWord(bill.premises.unit, 1)} passed`,
      value: sumText(pencePerPassed.mid, bill),
      band: poundsBand(pencePerPassed),
      note: `capital without connections ÷ ${unitsText(bill.premises.passed, bill.premises.unit)} passed, ${bill.premises.passedRule}`,
    },
  ];
  return lines.filter((line) => line !== null);
}

/** How the ranges of a bill add, in words. */
export const RANGES_NOTE = HOW_RANGES_ADD;

function trafficLine({
  hours,
  streetsWithHours,
  streetsWithoutHours,
}: BillOfQuantities['trafficSensitive']): WorksLine {
  const name = 'In traffic-sensitive hours';
  const more =
    streetsWithoutHours > 0 ? `; hours of ${numberOf(streetsWithoutHours, 'street')} not known` : '';
  if (streetsWithHours > 0)
    return {
      name,
      ...spreadWords(hours, 'hour'),
      note: `if works go on all day, in ${numberOf(streetsWithHours, 'street')} of stated hours${more}`,
    };
  return {
    name,
    value: 'not known',
    band: null,
    note:
      streetsWithoutHours > 0
        ? `${numberOf(streetsWithoutHours, 'street')} of the route ${streetsWithoutHours === 1 ? 'is' : 'are'} traffic-sensitive at hours that are not stated`
        : 'no loaded restriction calls a street of the route traffic-sensitive',
  };
}

/** Tonnes from ten on, as the headline has them. */
function carbonWords(kilograms: Spread) {
  if (kilograms.mid < 10_000) return spreadWords(kilograms, 'kg CO₂e', 'kg CO₂e');
  return spreadWords(
    mapSpread(kilograms, (one) => one / 1000),
    't CO₂e',
    't CO₂e',
  );
}

function spreadWords(
  { low, mid, high }: Spread,
  one: string,
  many?: string,
): { readonly value: string; readonly band: string | null } {
  const number = (value: number): string => NUMBER.format(round(value));
  const unit = many ?? (round(mid) === 1 ? one : `${one}s`);
  return {
    value: `${number(mid)} ${unit}`,
    band: number(low) === number(high) ? null : `${number(low)}–${number(high)}`,
  };
}

/** One decimal below a hundred, whole above. */
function round(value: number): number {
  return value < 100 ? Math.round(value * 10) / 10 : Math.round(value);
}

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
