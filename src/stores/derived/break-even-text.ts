import { capitalised } from '../../domain/capitalised.ts';
import { breakEven, type CheaperWhere } from '../../domain/evaluation/break-even.ts';
import type { BreakEvenInput } from '../../domain/evaluation/evaluation.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { Unit } from '../../domain/premises/premises-table.ts';
import { lackWords } from '../../domain/project/lacks.ts';
import { metresOf } from './dig-headline.ts';
import { poundsText } from './pounds-text.ts';
import { unitsText } from './units-text.ts';

/** Where radio and digging cost the same, in words and as lines to draw. */
export interface BreakEvenText {
  /** "Beyond 410 m of trench (for these 96 premises), or below 9 premises (…), rooftop radio is cheaper." */
  readonly sentence: string;
  /**
   * "As designed, 3,240 m of trench for 96 premises, rooftop radio is cheaper by £120,000, built and run."; at another rate
   * than the plan's, what the same designs would come to at it.
   */
  readonly designs: string;
  /** What a metre of trench is. */
  readonly meaning: string;
  /** For the line's chart: metres that it shows, pence at either end, and where they cross; null: not in sight. */
  readonly chart: {
    readonly metres: number;
    readonly radioPence: number;
    readonly digPence: readonly [number, number];
    readonly cross: number | null;
    /** null: as designed the two do not serve the same, so that their designs are no point of the chart. */
    readonly trenchMetres: number | null;
  };
}

/** The break-even of a plan at some pence a metre of trench. */
export function breakEvenText(input: BreakEvenInput, pencePerMetre: number, unit: Unit): BreakEvenText {
  const { units, trenchMetres, usedMetres, digFixedPence, digPencePerUnit } = input;
  const even = breakEven(input, pencePerMetre);
  const radioPence = input.radioFixedPence + units * input.radioPencePerUnit;
  const digNone = digFixedPence + units * digPencePerUnit;
  const cross = typeof even.metres === 'object' ? even.metres.value : null;
  const designed = servesAlike(input) ? trenchMetres : null;
  const shown = Math.max(
    designed === null && cross !== null ? 0 : trenchMetres * 1.25,
    cross !== null && cross < trenchMetres * 4 ? cross * 1.25 : 0,
    100,
  );
  return {
    sentence: sentenceOf(even, input, unit),
    designs: designsText(even.digMorePence, { input, pencePerMetre, unit }),
    meaning: `Trench is what is dug in and across streets. Lead-ins go with the premises${
      usedMetres > 0
        ? `, and the ${metresOf(usedMetres)} in ducts and on poles that are there cost the same however long the trench is`
        : ''
    }.${lackingWords(input)}`,
    chart: {
      metres: shown,
      radioPence,
      digPence: [digNone, digNone + shown * pencePerMetre],
      cross: cross !== null && cross >= 0 && cross <= shown ? cross : null,
      trenchMetres: designed,
    },
  };
}

/** Both serve the same premises, so that their costs as designed are two answers to one question. */
function servesAlike({ units, served }: BreakEvenInput): boolean {
  return served.dig === units && served.radio === units;
}

function sentenceOf(
  { metres, units: byUnits }: { readonly metres: CheaperWhere; readonly units: CheaperWhere },
  input: BreakEvenInput,
  unit: Unit,
): string {
  const { units, trenchMetres } = input;
  const isAlike = servesAlike(input);
  const forThese = isAlike
    ? `for these ${unitsText(units, unit)}`
    : `for the ${unitsText(units, unit)} that both serve`;
  const forThis = `for this trench of ${metresOf(trenchMetres)}`;
  // A trench that is dug for others too tells nothing of how many of those that both serve it would pay for.
  const withUnits = isAlike ? within(byUnits, units) : null;
  const parts = [
    typeof metres === 'object'
      ? `${metres.kind === 'above' ? 'beyond' : 'below'} ${metresOf(Math.max(0, metres.value))} of trench (${forThese})`
      : null,
    typeof withUnits === 'object' && withUnits !== null
      ? `${withUnits.kind === 'above' ? 'above' : 'below'} ${unitsText(Math.ceil(Math.max(0, withUnits.value)), unit)} (${forThis})`
      : null,
  ].filter((part) => part !== null);
  const said = [
    parts.length === 0 ? '' : `${capitalised(parts.join(', or '))}, rooftop radio is cheaper.`,
    typeof metres === 'string' ? alwaysOrNever(metres, `at any length, ${forThese}`) : '',
    typeof withUnits === 'string'
      ? alwaysOrNever(withUnits, `${forThis}, however many of the ${count(units)} are served`)
      : '',
  ];
  return said.filter(Boolean).join(' ');
}

/** Of numbers up to so many, as none of the designs serves more. */
function within(where: CheaperWhere, most: number): CheaperWhere {
  if (typeof where === 'string' || where.value <= most) return where;
  return where.kind === 'below' ? 'always' : 'never';
}

function designsText(
  digMorePence: number,
  {
    input,
    pencePerMetre,
    unit,
  }: { readonly input: BreakEvenInput; readonly pencePerMetre: number; readonly unit: Unit },
): string {
  const { trenchMetres, served } = input;
  const isTried = pencePerMetre !== input.pencePerMetre;
  const [cheaper, be] = [digMorePence < 0 ? 'digging' : 'rooftop radio', isTried ? 'would be' : 'is'];
  const start = isTried ? `At ${rateWords(pencePerMetre)}, the designs as they are` : 'As designed';
  const { dig = [], radio = [] } = input.lacks ?? {};
  const lacks = { above: dig, below: radio };
  const less = lackWords(poundsText(Math.abs(digMorePence)), lacks, digMorePence < 0);
  const outcome =
    digMorePence === 0
      ? `the two ${isTried ? 'would cost' : 'cost'} the same, built and run`
      : `${cheaper} ${be} cheaper by ${less}, built and run`;
  const trench = `${metresOf(trenchMetres)} of trench`;
  return servesAlike(input)
    ? `${start}, ${trench} for ${unitsText(served.dig, unit)}, ${outcome}.`
    : `${start}, ${outcome}; but they do not serve the same: digging ${unitsText(served.dig, unit)} with ${trench}, radio ${unitsText(served.radio, unit)}.`;
}

/** What is in neither line of the chart, and which way it moves where they cross. */
function lackingWords({ lacks }: BreakEvenInput): string {
  const of = (name: string, all: readonly string[]): string =>
    all.length === 0
      ? ''
      : ` What a part of ${name} costs is not known and counted as nothing: ${name} is dearer than drawn here.`;
  return lacks ? `${of('digging', lacks.dig)}${of('rooftop radio', lacks.radio)}` : '';
}

function alwaysOrNever(where: 'always' | 'never', when: string): string {
  return `${capitalised(when)}, ${where === 'always' ? 'rooftop radio' : 'digging'} is the cheaper.`;
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
