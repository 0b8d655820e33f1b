import { INTERVENTIONS, type Intervention } from '../plan/intervention.ts';
import type { PlanDesign } from '../plan/plan-design.ts';
import type { WorkStep } from '../project/work-step.ts';
import { pointKey } from './built-together.ts';
import { COST_CATEGORIES } from './cost-categories.ts';
import { type CostVector, spreadOf } from './cost-vector.ts';
import type { Crossover, CrossoverQuestion } from './crossover.ts';
import type { AskedPlace, EvaluationInput } from './evaluation-input.ts';
import { placeCosts, type SharedOver } from './place-costs.ts';
import { varyTogether } from './vary-together.ts';

/** Most samples that are asked for. */
export const MOST_SAMPLES = 100_000;

/** From this confidence on a choice counts as sure. */
export const SURE = 0.9;

/**
 * The cheapest of rooftop radio and dig for each place asked, over the term, each as its share of what it uses
 * (`placeCosts`); of equal ones radio. Confidence: costs of one category vary together between their low, mid and high
 * (`varyTogether`), and it is the share of the samples in which the cheapest at mid is not dearer than the other. Places in
 * the order given, each point once. Samples whole from 1 to 100,000, else RangeError.
 */
export function* findCrossover(
  input: SharedOver & Pick<EvaluationInput, 'madeOf' | 'unit'>,
  { samples, seed }: Pick<CrossoverQuestion, 'samples' | 'seed'>,
): Generator<WorkStep, Crossover> {
  if (!(Number.isInteger(samples) && samples >= 1 && samples <= MOST_SAMPLES))
    throw new RangeError(`Samples are whole from 1 to ${MOST_SAMPLES}, not ${samples}.`);
  yield { what: 'Sharing what radio costs', fraction: 0 };
  const radio = designOf(input, 'rooftop radio');
  const ofRadio = radio ? placeCosts(radio, input) : new Map<string, CostVector>();
  yield { what: 'Sharing what the dig costs', fraction: 0.1 };
  const dig = designOf(input, 'dig');
  const ofDig = dig ? placeCosts(dig, input) : new Map<string, CostVector>();
  yield { what: 'Varying costs together', fraction: 0.2 };
  const draws = varyTogether(samples, seed);
  const places = onceEach(input.places);
  const cheapest = new Uint8Array(places.length).fill(NEITHER);
  const confidence = new Float32Array(places.length).fill(Number.NaN);
  const radioPence = new Float64Array(places.length).fill(Number.NaN);
  const digPence = new Float64Array(places.length).fill(Number.NaN);
  let work = 0;
  for (const [at, place] of places.entries()) {
    const one = ofRadio.get(pointKey(place));
    const other = ofDig.get(pointKey(place));
    if (one) radioPence[at] = spreadOf(one).mid;
    if (other) digPence[at] = spreadOf(other).mid;
    if (!one && !other) continue;
    const isRadio = other === undefined || radioPence[at] <= digPence[at];
    cheapest[at] = isRadio ? RADIO : DIG;
    if (!one || !other) continue;
    confidence[at] = isRadio ? shareCheaper(one, other, draws) : shareCheaper(other, one, draws);
    work += samples;
    if (work < SAMPLES_A_STEP) continue;
    work = 0;
    yield { what: 'Varying costs together', fraction: 0.2 + (0.8 * (at + 1)) / places.length };
  }
  return {
    madeOf: input.madeOf,
    unit: input.unit,
    lon: Float64Array.from(places, ({ lon }) => lon),
    lat: Float64Array.from(places, ({ lat }) => lat),
    units: Float64Array.from(places, ({ units }) => units),
    names: places.map(nameOf),
    cheapest,
    confidence,
    radioPence,
    digPence,
    samples,
    seed,
    totals: totalsOf(places, cheapest, confidence),
    notes: notesOf(input, samples, seed),
  };
}

const RADIO = INTERVENTIONS.indexOf('rooftop radio');
const DIG = INTERVENTIONS.indexOf('dig');
const NEITHER = INTERVENTIONS.indexOf('leave as it is');

/** Some milliseconds' worth. */
const SAMPLES_A_STEP = 400_000;

/** Share of the samples in which `one` is not dearer than `other`. */
function shareCheaper(one: CostVector, other: CostVector, draws: Float64Array): number {
  const categories = COST_CATEGORIES.length;
  let mid = 0;
  const more = new Float64Array(categories);
  const less = new Float64Array(categories);
  for (let category = 0; category < categories; category++) {
    const at = 3 * category;
    mid += other[at + 1] - one[at + 1];
    more[category] = other[at + 2] - other[at + 1] - (one[at + 2] - one[at + 1]);
    less[category] = other[at + 1] - other[at] - (one[at + 1] - one[at]);
  }
  let cheaper = 0;
  const samples = draws.length / categories;
  for (let sample = 0, at = 0; sample < samples; sample++) {
    let over = mid;
    for (let category = 0; category < categories; category++, at++) {
      const draw = draws[at];
      over += draw * (draw > 0 ? more[category] : less[category]);
    }
    if (over >= 0) cheaper++;
  }
  return cheaper / samples;
}

/** null: there is none, or none that can be priced. */
function designOf({ plan, device }: SharedOver, kind: PlanDesign['kind']): PlanDesign | null {
  if (kind === 'rooftop radio' && !device) return null;
  return plan.designs?.outcomes.find((outcome) => outcome.kind === kind)?.design ?? null;
}

function onceEach(places: readonly AskedPlace[]): AskedPlace[] {
  return [...new Map(places.toReversed().map((place) => [pointKey(place), place])).values()].reverse();
}

function nameOf({ ids }: AskedPlace): string {
  const [first = ''] = ids;
  return ids.length > 1 ? `${first} and ${ids.length - 1} more` : first;
}

function totalsOf(
  places: readonly AskedPlace[],
  cheapest: Uint8Array,
  confidence: Float32Array,
): Crossover['totals'] {
  return (['rooftop radio', 'dig', 'leave as it is'] satisfies Intervention[]).map((kind) => {
    let [units, sure] = [0, 0];
    for (const [at, place] of places.entries()) {
      if (INTERVENTIONS[cheapest[at]] !== kind) continue;
      units += place.units;
      if (!(confidence[at] < Math.fround(SURE))) sure += place.units;
    }
    return { kind, units, sure };
  });
}

function notesOf({ plan, rates, device }: SharedOver, samples: number, seed: number): string[] {
  const refused = (plan.designs?.outcomes ?? []).flatMap(({ kind, refused }) =>
    refused !== null && kind !== 'hybrid' ? [`There is no ${kind} to compare: ${refused}`] : [],
  );
  const years = `${rates.termYears.value} years at ${rates.discountPercent.value} % a year`;
  return [
    ...refused,
    ...(device
      ? []
      : ['The radio of this plan is not among the project’s any more, so its price is not known.']),
    `Costs are over ${years}, for each served: all who use a stretch of trench, a hub or a link share it equally.`,
    `Confidence: ${samples.toLocaleString('en-GB')} samples with seed ${seed}. Costs of one kind (${COST_CATEGORIES.join(', ')}) vary together between their low, middle and high figures, likeliest in the middle; that shape, and that the kinds do not hang together, is assumed.`,
    'Each design stays as it is in every sample: it is not made anew at other prices.',
  ];
}
