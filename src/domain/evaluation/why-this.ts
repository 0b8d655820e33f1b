import type { Spread } from '../cost/rate-card.ts';
import { rangeAcross } from '../cost/spread.ts';
import { unitNote } from '../dig/unit-note.ts';
import { unitWord } from '../not-spots/headline.ts';
import { BUILT_INTERVENTIONS } from '../plan/intervention.ts';
import type { RadioMiss } from '../plan/radio-design.ts';
import { type Lacks, lacksOfDifference, lackWords, mayTurn } from '../project/lacks.ts';
import { atOnceWords } from './at-once-words.ts';
import type { Evaluated } from './evaluation.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import type { Judged } from './judge-built.ts';
import { GIGABIT_MEGABITS } from './service-speeds.ts';

/** "Why this and not that": whole sentences from the numbers, the plainest first. Mid figures, with their ranges where they are money. */
export function whyThis(judged: ReadonlyMap<Evaluated['kind'], Judged>, input: EvaluationInput): string[] {
  const built = BUILT_INTERVENTIONS.flatMap((kind) => {
    const own = judged.get(kind);
    return own ? [{ name: NAMES[kind], own }] : [];
  });
  const ofUnit = unitNote(input.unit);
  const sentences = [
    ...built.flatMap(({ name, own }) => [servedFor(name, own, input), ...lifted(name, own, input)]),
    ...(ofUnit ? [ofUnit] : []),
  ];
  const [radio, dig] = [judged.get('rooftop radio'), judged.get('dig')];
  if (radio && dig && radio.served > 0 && dig.served > 0)
    sentences.push(
      ...cheaper(radio, dig, input),
      ...leadInsToAll(radio, dig, judged.get('hybrid')),
      ...gigabit(radio, dig, input),
      ...sooner(radio, dig),
      ...works(radio, dig),
      ...worst(radio, dig, input),
      ...gaps(radio, dig),
    );
  if (radio && radio.served > 0) sentences.push(...shared(radio), ...missed(input));
  const hybrid = judged.get('hybrid');
  if (hybrid && radio && dig) sentences.push(...between(hybrid, { radio, dig }, input));
  const leave = judged.get('leave as it is');
  if (leave && leave.asked > 0)
    sentences.push(
      `Leaving it as it is costs nothing and leaves all ${count(leave.asked)} ${unitWord(input.unit, leave.asked)} as they are.`,
    );
  return sentences;
}

const NAMES = { 'rooftop radio': 'Rooftop radio', dig: 'Digging', hybrid: 'The hybrid' } as const;

type Input = Pick<EvaluationInput, 'unit' | 'rates' | 'plan' | 'recipeInForce'>;

function servedFor(name: string, { served, asked, costs }: Judged, { unit }: Input): string {
  if (served === 0) return `${name} serves none of the ${count(asked)} ${unitWord(unit, asked)} asked for.`;
  const each = {
    low: costs.capital.low / served,
    mid: costs.capital.mid / served,
    high: costs.capital.high / served,
  };
  return `${name} serves ${count(served)} of the ${count(asked)} ${unitWord(unit, asked)} asked for and costs ${atLeast(money(costs.capital), costs)} to build: ${atLeast(`£${count(Math.round(each.mid / 100))}`, costs)} for each ${unitWord(unit, 1)} served.`;
}

/** Which costs less over the whole term, and whether that holds however dear things are. */
function cheaper(radio: Judged, dig: Judged, { rates }: Input): string[] {
  const [one, other] = [radio.costs.whole, dig.costs.whole];
  const less = one.mid <= other.mid ? 'Rooftop radio' : 'Digging';
  const [cheap, dear] = one.mid <= other.mid ? [one, other] : [other, one];
  if (cheap.mid === dear.mid) return [];
  const [cheapCosts, dearCosts] = one.mid <= other.mid ? [radio.costs, dig.costs] : [dig.costs, radio.costs];
  const lacks = lacksOfDifference(lacksOf(dearCosts), lacksOf(cheapCosts));
  const sure = mayTurn(1, lacks)
    ? 'What is not known of it may turn that round.'
    : cheap.high < dear.low
      ? 'That holds even if all of it is dear and all of the other cheap.'
      : 'The ranges overlap, so that may turn round.';
  const notAlike =
    radio.served === dig.served
      ? ''
      : ` They do not serve as many: ${count(radio.served)} by radio, ${count(dig.served)} by digging.`;
  return [
    `Built and run for ${count(rates.termYears.value)} years, ${less === 'Digging' ? 'digging' : 'rooftop radio'} costs ${lackWords(`£${count(wholePounds(dear.mid - cheap.mid))}`, lacks)} less: ${atLeast(money(cheap), cheapCosts)} against ${atLeast(money(dear), dearCosts)}. ${sure}${notAlike}`,
  ];
}

/** What lead-ins to all come to, which radio has no like of, and whether that turns the answer round. */
function leadInsToAll(radio: Judged, dig: Judged, hybrid: Judged | undefined): string[] {
  const { units } = dig.leadIns;
  const [whole, other] = [dig.costs.whole.mid, radio.costs.whole.mid];
  const taken = ifTaken(dig);
  if (units === 0 || wholePounds(taken) === wholePounds(whole)) return [];
  const was = whole < other ? 'cheaper' : 'dearer';
  const is = taken < other ? 'cheaper' : 'dearer';
  const turned = was === is ? `still be the ${is}` : `be the ${is}, not the ${was}`;
  return [
    `Lead-ins to all ${count(units)} are in digging’s cost, whoever takes the service; radios are bought for those alone who take it. Dug only to those who take it, digging would come to ${atLeast(`£${count(wholePounds(taken))}`, dig.costs)}, built and run, and ${turned}${radio.served === dig.served ? '' : ' of the two, which do not serve as many'}.${
      hybrid && hybrid.leadIns.units > 0 && hybrid.built.hubs.length > 0
        ? ` The hybrid would then come to ${atLeast(`£${count(wholePounds(ifTaken(hybrid)))}`, hybrid.costs)}.`
        : ''
    } Designs stay as they are.`,
  ];
}

/** Built and run, with lead-ins to those alone who take the service. */
function ifTaken({ costs, leadIns }: Judged): number {
  return costs.whole.mid - leadIns.pence + leadIns.takenPence;
}

/** How many get what the definition in force asks for. */
function lifted(name: string, { byRecipe, served, gigabit: fast }: Judged, input: Input): string[] {
  const own = byRecipe.find(({ recipeId, why }) => why === null && recipeId === input.recipeInForce);
  if (served === 0 || !own || own.notSpots === 0) return [];
  return [
    `${name} lifts ${count(own.lifted)} of the ${count(own.notSpots)} not-spots of “${own.name}”; ${count(fast)} of the ${count(served)} it serves ${fast === 1 ? 'counts' : 'count'} as gigabit.`,
  ];
}

function gigabit(radio: Judged, dig: Judged, { unit }: Input): string[] {
  const { served, gigabit: fast } = radio;
  if (fast === served) return [];
  const rest = served - fast;
  if (fast === 0)
    return [
      `None of the ${count(served)} that radio serves counts as gigabit: their links carry less than ${count(GIGABIT_MEGABITS)} Mbit/s. All ${count(dig.served)} that digging serves count.`,
    ];
  return [
    `Of the ${count(served)} that radio serves, ${count(fast)} ${fast === 1 ? 'counts' : 'count'} as gigabit; the links of the other ${count(rest)} ${unitWord(unit, rest)} carry less than ${count(GIGABIT_MEGABITS)} Mbit/s. All ${count(dig.served)} that digging serves count.`,
  ];
}

/** What is left of radio's rates when all draw at once. */
function shared({ atOnce }: Judged): string[] {
  return atOnce && atOnce.slow > 0 ? [atOnceWords(atOnce)] : [];
}

function sooner(radio: Judged, dig: Judged): string[] {
  const sentence = (when: 'first' | 'last', words: string): string[] => {
    const [one, other] = [radio.weeks[when], dig.weeks[when]];
    if (!one || !other) return [];
    const [a, b] = [asSaid(one.mid), asSaid(other.mid)];
    if (a === b) return [`Both bring ${words} in ${weeks(a)}.`];
    // What rounding alone sets apart is not sooner.
    if (Math.abs(one.mid - other.mid) < (Math.max(a, b) < 10 ? 0.1 : 1))
      return [`Both bring ${words} in about ${weeks(Math.round((one.mid + other.mid) / 2))}.`];
    return [
      `${a < b ? 'Radio' : 'Digging'} brings ${words} sooner: in ${weeks(Math.min(a, b))} against ${count(Math.max(a, b))}.`,
    ];
  };
  return [...sentence('first', 'the first service'), ...sentence('last', 'the last service')];
}

function works(radio: Judged, dig: Judged): string[] {
  const [one, other] = [radio.costs.trench.streetDays.mid, dig.costs.trench.streetDays.mid];
  if (one === 0 && other === 0) return [];
  return [`Digging has streets up for ${days(other)}, radio for ${one === 0 ? 'none' : days(one)}.`];
}

function worst(radio: Judged, dig: Judged, { unit }: Input): string[] {
  const said = ([name, { failures, served }]: readonly [string, Judged]): string => {
    const [first] = failures;
    return first
      ? `With ${name}, ${count(first.units)} of ${count(served)} ${unitWord(unit, served)} lose the service if ${first.name} (${first.kind}) fails`
      : `With ${name}, nothing takes more than one with it`;
  };
  const [one, other] = [radio.failures[0], dig.failures[0]];
  const isSame =
    one && other && one.id === other.id && one.units === other.units && radio.served === dig.served;
  if (!isSame) return [`${said(['radio', radio])}. ${said(['digging', dig])}.`];
  const hub = radio.failures.find(({ kind }) => kind === 'hub');
  return [
    `${said(['either', radio])}.${hub ? ` Of radio’s hubs, ${hub.name} takes most with it: ${count(hub.units)}.` : ''}`,
  ];
}

/** What is left to fund of each. */
function gaps(radio: Judged, dig: Judged): string[] {
  const [one, other] = [rangeAcross(radio.funding.gap), rangeAcross(dig.funding.gap)];
  if (radio.eligible === null) return [];
  const left = (gap: Spread, { costs }: Judged): string =>
    gap.high === 0 && costs.lacks.length === 0 ? 'nothing' : atLeast(money(gap), costs);
  return [
    `After the supplier’s share, vouchers and top-up, ${left(one, radio)} of radio is left to fund, and ${left(other, dig)} of digging.`,
  ];
}

/** Why radio does not reach the others. */
function missed({ plan, unit }: Input): string[] {
  const radio = plan.designs?.outcomes.find(({ kind }) => kind === 'rooftop radio')?.design?.radio;
  const reasons = new Map<RadioMiss, number>();
  for (const { reason, units } of radio?.missed ?? [])
    reasons.set(reason, (reasons.get(reason) ?? 0) + units);
  if (reasons.size === 0) return [];
  const all = [...reasons.values()].reduce((sum, units) => sum + units, 0);
  const parts = [...reasons]
    .sort(([, one], [, other]) => other - one)
    .map(([reason, units]) => `${count(units)} because ${BECAUSE[reason]}`);
  return [`Radio leaves out ${count(all)} ${unitWord(unit, all)}: ${parts.join('; ')}.`];
}

const BECAUSE: Readonly<Record<RadioMiss, string>> = {
  'no roof near': 'no roof is near',
  'no roof sees it': 'no roof sees them',
  'too weak in the rain reckoned with': 'the link is too weak in the rain reckoned with',
  'slower than asked': 'the link is slower than asked',
  'every sector that reaches it is full': 'every sector that reaches them is full',
  'no sector is left to look that way': 'no sector is left to look their way',
  'no hub is on a roof that reaches it': 'no hub is on a roof that reaches them',
  'only a barred roof reaches it': 'only a barred roof reaches them',
  'the roofs that reach it have no way to fibre': 'the roofs that reach them have no way to fibre',
  'heights are not known': 'heights are not known',
};

function between(
  hybrid: Judged,
  { radio, dig }: { readonly radio: Judged; readonly dig: Judged },
  { unit, rates }: Input,
): string[] {
  const isBest = hybrid.served >= Math.max(radio.served, dig.served);
  const others = [radio, dig].filter(({ served }) => served === hybrid.served);
  const least = Math.min(...others.map(({ costs }) => costs.whole.mid));
  const cheaperOne = others.find(({ costs }) => costs.whole.mid === least);
  if (!isBest || hybrid.served === 0) return [];
  if (others.length === 0)
    return [
      `Only the hybrid serves ${count(hybrid.served)} ${unitWord(unit, hybrid.served)}: ${count(hybrid.served - Math.max(radio.served, dig.served))} more than either alone.`,
    ];
  const saved = least - hybrid.costs.whole.mid;
  if (hybrid.built.hubs.length === 0)
    return ['The hybrid comes out as the dig alone: no hub pays for itself beside the trench.'];
  if (saved <= 0) return [];
  const other =
    others.length > 1
      ? 'the cheaper of the two that do'
      : `${others[0] === dig ? 'digging' : 'radio'}, the only one of the two that does`;
  return [
    `Fibre for some and radio for the rest serves as many for ${lackWords(`£${count(wholePounds(saved))}`, lacksOfDifference(cheaperOne && lacksOf(cheaperOne.costs), lacksOf(hybrid.costs)))} less than ${other}, built and run for ${count(rates.termYears.value)} years.`,
  ];
}

function weeks(number: number): string {
  return `${count(number)} ${number === 1 ? 'week' : 'weeks'}`;
}

function days(number: number): string {
  return `${count(number)} street-${number === 1 ? 'day' : 'days'}`;
}

/** A sum with what belongs to it and is not known: "at least £92,000 (£61,000 to £140,000)" */
function atLeast(sum: string, costs: Judged['costs']): string {
  return lackWords(sum, lacksOf(costs));
}

function lacksOf({ lacks }: Judged['costs']): Lacks {
  return { above: lacks, below: [] };
}

/** "£92,000 (£61,000 to £140,000)" */
function money({ low, mid, high }: Spread): string {
  const [from, most, to] = [low, mid, high].map((pence) => `£${count(wholePounds(pence))}`);
  return from === to ? most : `${most} (${from} to ${to})`;
}

function wholePounds(pence: number): number {
  return Math.round(pence / 100);
}

/** Weeks as they are written everywhere: to tenths below ten, whole from there on. */
function asSaid(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

function count(value: number): string {
  return ONE_DECIMAL.format(value);
}

const ONE_DECIMAL = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
