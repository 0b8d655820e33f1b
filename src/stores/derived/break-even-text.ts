import { breakEven, type CheaperWhere } from '../../domain/evaluation/break-even.ts';
import type { BreakEvenInput } from '../../domain/evaluation/evaluation.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { Unit } from '../../domain/premises/premises-table.ts';
import { metresOf } from './dig-headline.ts';
import { poundsText } from './pounds-text.ts';
import { unitsText } from './units-text.ts';

/** Where radio and digging cost the same, in words and as lines to draw. */
export interface BreakEvenText {
  /** "Beyond 410 m of trench, or below 9 premises, rooftop radio is cheaper." */
  readonly sentence: string;
  /** "As designed, 3,240 m for 96 premises, rooftop radio is cheaper by £120,000." */
  readonly asDesigned: string;
  /** For the line's chart: metres that it shows, pence at either end, and where they cross; null: not in sight. */
  readonly chart: {
    readonly metres: number;
    readonly radioPence: number;
    readonly digPence: readonly [number, number];
    readonly cross: number | null;
    readonly trenchMetres: number;
  };
}

/** The break-even of a plan at some pence a metre of trench. */
export function breakEvenText(input: BreakEvenInput, pencePerMetre: number, unit: Unit): BreakEvenText {
  const { units, trenchMetres, digPencePerUnit, radioFixedPence, radioPencePerUnit } = input;
  const { metres, units: byUnits, cheaper } = breakEven(input, pencePerMetre);
  const radioPence = radioFixedPence + units * radioPencePerUnit;
  const digPence = trenchMetres * pencePerMetre + units * digPencePerUnit;
  const less = poundsText(Math.abs(radioPence - digPence));
  const cross = typeof metres === 'object' ? metres.value : null;
  const shown = Math.max(
    trenchMetres * 1.25,
    cross !== null && cross < trenchMetres * 4 ? cross * 1.25 : 0,
    100,
  );
  return {
    sentence: sentenceOf(metres, byUnits, { trenchMetres, units, unit }),
    asDesigned: `As designed, ${metresOf(trenchMetres)} of trench for ${unitsText(units, unit)}, ${
      cheaper === null
        ? 'the two cost the same'
        : `${cheaper === 'dig' ? 'digging' : 'rooftop radio'} is cheaper by ${less}`
    }, built and run.`,
    chart: {
      metres: shown,
      radioPence,
      digPence: [units * digPencePerUnit, units * digPencePerUnit + shown * pencePerMetre],
      cross: cross !== null && cross >= 0 && cross <= shown ? cross : null,
      trenchMetres,
    },
  };
}

function sentenceOf(
  metres: CheaperWhere,
  byUnits: CheaperWhere,
  {
    trenchMetres,
    units,
    unit,
  }: { readonly trenchMetres: number; readonly units: number; readonly unit: Unit },
): string {
  const forThese = `for these ${unitsText(units, unit)}`;
  const forThis = `for this trench of ${metresOf(trenchMetres)}`;
  const parts = [
    typeof metres === 'object'
      ? `${metres.kind === 'above' ? 'beyond' : 'below'} ${metresOf(Math.max(0, metres.value))} of trench (${forThese})`
      : null,
    typeof byUnits === 'object'
      ? `${byUnits.kind === 'above' ? 'above' : 'below'} ${unitsText(Math.ceil(Math.max(0, byUnits.value)), unit)} (${forThis})`
      : null,
  ].filter((part) => part !== null);
  const said = [
    parts.length === 0 ? '' : `${capital(parts.join(', or '))}, rooftop radio is cheaper.`,
    typeof metres === 'string' ? alwaysOrNever(metres, `at any length, ${forThese}`) : '',
    typeof byUnits === 'string' ? alwaysOrNever(byUnits, `${forThis}, however many are served`) : '',
  ];
  return said.filter(Boolean).join(' ');
}

function alwaysOrNever(where: 'always' | 'never', when: string): string {
  return `${capital(when)}, ${where === 'always' ? 'rooftop radio' : 'digging'} is the cheaper.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Pence a metre that the slider of the rate goes through: least, most and step, round numbers around the plan's own. */
export function rateSteps({ pencePerMetre }: Pick<BreakEvenInput, 'pencePerMetre'>): {
  readonly least: number;
  readonly most: number;
  readonly step: number;
} {
  const most = Math.max(5_000, Math.ceil((pencePerMetre * 3) / 1_000) * 1_000);
  return { least: 0, most, step: 100 };
}

/** "£85 a metre" */
export function rateWords(pencePerMetre: number): string {
  return `£${count(Math.round(pencePerMetre / 100))} a metre`;
}
