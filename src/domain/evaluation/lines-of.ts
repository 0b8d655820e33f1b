import type { Spread } from '../cost/rate-card.ts';
import { TRENCH_WORDS } from '../cost/rate-words.ts';
import { exactly, mapSpread } from '../cost/spread.ts';
import { unitWord } from '../not-spots/headline.ts';
import type { PlanItem } from '../plan/plan-card.ts';
import { formulaNumber } from '../project/formula-number.ts';
import { atOnceWords } from './at-once-words.ts';
import type { EvaluatedLine, LineKey } from './evaluation.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import type { Judged } from './judge-built.ts';
import { type LineMade, lineOf, notKnownLine } from './line-figure.ts';
import { isConsent } from './met-barriers.ts';
import { moneyLines } from './money-lines.ts';
import { GIGABIT_MEGABITS, SPEED_SOURCE, USABLE_MEGABITS } from './service-speeds.ts';
import { wirelessWords } from './wireless-already.ts';

/** Every line of a card, in the order of LINE_KEYS. */
export function linesOf(judged: Judged, input: EvaluationInput): EvaluatedLine[] {
  const line = (key: LineKey, made: LineMade): EvaluatedLine => lineOf(key, made, input);
  const { costs, funding } = moneyLines(judged, input);
  return [
    ...servedLines(judged, input, line),
    ...costs,
    ...timeLines(judged, line),
    ...harmLines(judged, input, line),
    ...funding,
  ];
}

type ToLine = (key: LineKey, made: LineMade) => EvaluatedLine;

function servedLines(
  { built, asked, served, usable, gigabit, atOnce, takeUpPercent, connected, overfull, wireless }: Judged,
  { unit, card, plan }: EvaluationInput,
  line: ToLine,
): EvaluatedLine[] {
  const fibre = built.fibre.reduce((sum, { units }) => sum + units, 0);
  const of = { unit, denominator: asked };
  const notes = built.radio.length > 0 ? [SHARED_RATE] : [];
  const radio = formulaNumber(served - fibre);
  const count = `${formulaNumber(fibre)} by fibre and ${radio} by radio alone`;
  const isGathered = takeUpPercent.mid !== plan.question.takeUpPercent;
  return [
    line('served', {
      ...of,
      value: exactly(served),
      definition: `Of the ${formulaNumber(asked)} ${unitWord(unit, asked)} asked for, those that fibre or a hub reaches, each once: ${count} = ${formulaNumber(served)}.`,
    }),
    line('usable', {
      ...of,
      value: usable,
      notes,
      sources: [SPEED_SOURCE],
      definition: `Of the ${formulaNumber(asked)} asked for, those that fibre reaches, or a link that carries ${USABLE_MEGABITS} Mbit/s or more to one alone in the rain reckoned with: ${formulaNumber(usable.mid)}.${atOnce ? ` ${atOnceWords(atOnce)} The low figure, ${formulaNumber(usable.low)}, is of that.` : ''}`,
    }),
    line('gigabit', {
      ...of,
      value: exactly(gigabit),
      notes,
      sources: [SPEED_SOURCE],
      definition: `Of the ${formulaNumber(asked)} asked for, those that fibre reaches, or a link of ${formulaNumber(GIGABIT_MEGABITS)} Mbit/s or more in the rain reckoned with. A slower link is rooftop radio and no gigabit.`,
    }),
    line('left', {
      ...of,
      value: exactly(asked - served),
      definition: `Asked for and not served: ${formulaNumber(asked)} − ${formulaNumber(served)}.`,
    }),
    line('connected', {
      unit,
      denominator: served > 0 ? served : asked,
      value: connected,
      items: isGathered ? ['percentMoreTakeUpByAggregation'] : [],
      notes: ['How many take the service is assumed.'],
      definition: `${formulaNumber(takeUpPercent.mid)} % of the ${formulaNumber(served)} served, to whole ${unit}${isGathered ? `: ${formulaNumber(plan.question.takeUpPercent)} % asked, and what gathered demand adds (${formulaNumber(card.items.percentMoreTakeUpByAggregation.value.mid)} points). Connections and radios of all these are in building and running, so that more customers may cost more` : ''}.${overfull ? ` ${overfull}` : ''}`,
    }),
    wireless.why === null
      ? line('wireless already', {
          unit,
          denominator: wireless.asked,
          // Whoever is not known of may have it.
          value: { ...exactly(wireless.has), high: wireless.has + wireless.notKnown },
          basis: 'measured',
          notKnown: wireless.notKnown,
          definition: `${wirelessWords(wireless, unit)} Of the ${formulaNumber(served)} served, ${formulaNumber(wireless.served)} can. Each counts once, whoever offers it.`,
        })
      : notKnownLine('wireless already', wireless.why),
  ];
}

const SHARED_RATE =
  'The rate of a link is what it carries when nobody else of its sector uses it: those of a sector share it.';

function timeLines(judged: Judged, line: ToLine): EvaluatedLine[] {
  const {
    weeks,
    costs: { trench },
  } = judged;
  const { steps, items, why } = weeks;
  const way = `${steps.join(' ')} What goes on side by side counts once, the longest. Low is everything quick at once, high everything slow. Streets that a restriction closes are gone round, not waited for; works of others in a street that is shared are.`;
  const week = (key: LineKey, value: Spread | null, what: string): EvaluatedLine =>
    value
      ? line(key, {
          value: mapSpread(value, (one) => Math.round(one * 10) / 10),
          unit: 'weeks',
          isOfWorks: true,
          definition: `${what} ${way}`,
          items,
          ...days,
          notes:
            judged.built.hubs.length > 0
              ? ['Wayleaves, planning and power of a roof begin when the design is done.']
              : [],
        })
      : notKnownLine(key, why ?? 'How long it takes is not known.');
  const days = { rates: ratesOf(judged, 'metresPerDay') };
  return [
    week('weeks to first service', weeks.first, 'The nearest to fibre by days of digging, or the first hub.'),
    week('weeks to last service', weeks.last, 'Until the last that takes it is connected.'),
    line('days of road works', {
      ...days,
      value: mapSpread(trench.days, tenth),
      unit: 'days',
      isOfWorks: true,
      lacksAbove: ratesLacking(trench),
      definition: `Metres dug in each surface by each method ÷ the metres that one gang lays in a day, added up. Lead-ins, and cables in ducts and on poles, take none.${sharedWords(weeks)}${withoutRate(trench.metresWithoutRate)}`,
    }),
    line('street-days', {
      ...days,
      value: trench.streetDays,
      unit: 'street-days',
      isOfWorks: true,
      lacksAbove: ratesLacking(trench),
      definition: `Each street’s days of works, begun days counted whole, added up: two streets up on one day are two.${sharedWords(weeks)}${withoutRate(trench.metresWithoutRate)}`,
    }),
  ];
}

function harmLines(judged: Judged, { unit }: EvaluationInput, line: ToLine): EvaluatedLine[] {
  const { barriers, streetsDug, linesDug, costs, built, failures, served } = judged;
  const consents = barriers.filter(isConsent);
  const kinds = [...new Set(consents.map(({ kind }) => kind))].map(
    (kind) => `${consents.filter((one) => one.kind === kind).length} × ${kind}`,
  );
  const parts = [
    ...kinds,
    ...(streetsDug > 0 ? [`${streetsDug} × permit for a street`] : []),
    ...(linesDug > 0
      ? [`permits for ${linesDug} ${linesDug === 1 ? 'line' : 'lines'} without a street’s name`]
      : []),
  ];
  const least = consents.length + streetsDug + Math.min(1, linesDug);
  const radioItems: readonly PlanItem[] = costs.radio
    ? ['kilogramsPerHub', 'kilogramsPerPremisesRadio', 'yearsRadioLasts']
    : [];
  const worst = failures[0];
  return [
    line('consents', {
      value: { low: least, mid: least, high: consents.length + streetsDug + linesDug },
      unit: 'consents',
      isOfWorks: true,
      definition: `What somebody has to agree to, after the levers: ${parts.join(', ') || 'nothing'}. Lines without a name may be one street or one each: low and mid take them for one.`,
      notes: [
        'Every street that is dug needs a permit (assumed: its authority runs a permit scheme).',
        'What rules and files do not tell of a roof is not counted.',
        ...costs.lackSentences,
      ],
    }),
    line('carbon', {
      value: mapSpread(costs.carbonKilograms, tenth),
      unit: 'kg CO₂e',
      isOfWorks: true,
      lacksAbove: ratesLacking(costs.trench),
      rates: ratesOf(judged, 'carbonKilogramsPerMetre'),
      notes: costs.trench.leadIns > 0 ? ['How lead-ins are dug is not known.'] : [],
      items: radioItems,
      definition: `Metres dug × kilograms a metre by surface and method${leadInWords(costs.trench)}${costs.radio ? `, ${built.hubs.length} hubs and ${formulaNumber(costs.radio.units.connected - costs.radio.units.connectedByCable)} radios at premises × kilograms each × ${formulaNumber(costs.radio.timesBought.mid)}, as often as they are bought in the years looked ahead` : ''}. Chambers, cable and the power used in running are not in it: nobody publishes them.${sharedWords(judged.weeks)}${withoutRate(costs.trench.metresWithoutRate)}`,
    }),
    line('points of failure', {
      value: exactly(failures.length),
      unit: 'points',
      isOfWorks: true,
      definition:
        'Fibre points, streets of trench, ducts, pole routes and lead-ins, hubs and backhaul links that take more than one with them when they fail alone. A street counts once, with all whose way to fibre runs through any of it; what lies in no street, each run between junctions.',
      notes: ['What lies beyond the fibre points is not looked at.'],
    }),
    line('behind the worst point', {
      value: exactly(worst?.units ?? 0),
      unit,
      denominator: served > 0 ? served : judged.asked,
      definition: worst
        ? `Of the ${formulaNumber(served)} served, those that lose the service when ${worst.name} (${worst.kind}) fails.`
        : 'No point takes more than one with it.',
    }),
  ];
}

/** What is shared with others is dug once, and counted here as if it were not. */
function sharedWords({ sharedStreets }: Judged['weeks']): string {
  if (sharedStreets === 0) return '';
  return sharedStreets === 1
    ? ' The street that is shared with others is counted whole, as if we dug it alone.'
    : ` The ${sharedStreets} streets that are shared with others are counted whole, as if we dug them alone.`;
}

function leadInWords({ leadIns, leadInMetres }: Judged['costs']['trench']): string {
  return leadIns > 0
    ? `, and ${formulaNumber(Math.round(leadInMetres))} m of ${formulaNumber(leadIns)} lead-ins (in the middle as open cut, from the least to the most of any method)`
    : '';
}

/** One figure of the rates of trench, for what is dug. */
function ratesOf({ rates }: Judged, figure: keyof typeof TRENCH_WORDS): Judged['rates'] {
  return rates.filter(({ label }) => label === TRENCH_WORDS[figure].label);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What works without a rate on the card take is not known. */
function ratesLacking({
  metresWithoutRate,
}: Pick<Judged['costs']['trench'], 'metresWithoutRate'>): readonly string[] {
  return metresWithoutRate > 0 ? ['metres without a rate'] : [];
}

function withoutRate(metres: number): string {
  return metres > 0
    ? ` ${formulaNumber(Math.round(metres))} m have no rate on the card and are not in it.`
    : '';
}
