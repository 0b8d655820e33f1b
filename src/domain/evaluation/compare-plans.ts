import { BUILT_INTERVENTIONS } from '../plan/intervention.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanDesign } from '../plan/plan-design.ts';
import { type Lacking, lacksOfDifference, withLacks } from '../project/lacks.ts';
import { type Range, rangeOf } from '../project/range.ts';
import { builtTogether, pointKey } from './built-together.ts';
import type { ComparedPlans, JudgedPlan, ServedHow } from './compared-plans.ts';
import { type EvaluatedLine, LINE_KEYS } from './evaluation.ts';
import type { AskedPlace } from './evaluation-input.ts';
import { headlineDesign } from './headline-design.ts';

/**
 * Holds what two or three plans chose against the first of them: lines with their differences, and how each point is served.
 * One that chose nothing is told by the design of its headline, and a note says so. Points are those that any design of a plan was made for. Throws RangeError for fewer than two plans or more than three.
 */
export function comparePlans(given: readonly JudgedPlan[]): ComparedPlans {
  if (given.length < 2 || given.length > 3)
    throw new RangeError(`Two or three plans can be compared, not ${given.length}.`);
  const plans = given.map(asTold);
  const served = plans.map(({ plan }) => servedBy(plan));
  const points = new Map<string, AskedPlace>();
  for (const own of served) for (const [key, { place }] of own) if (!points.has(key)) points.set(key, place);
  const places = [...points].map(([key, { lon, lat, units, ids }]) => ({
    lon,
    lat,
    units,
    ids,
    served: served.map((own): ServedHow => own.get(key)?.how ?? 'not asked'),
  }));
  const unitsOf = (is: (served: readonly ServedHow[]) => boolean): number =>
    places.reduce((sum, place) => sum + (is(place.served) ? place.units : 0), 0);
  return {
    names: plans.map(({ plan }) => plan.name),
    lines: LINE_KEYS.map((key, at) => {
      const lines = plans.map(({ evaluation }) => evaluation.chosen.lines[at]);
      return { key, lines, differences: lines.map((line) => difference(line, lines[0])) };
    }),
    places,
    gained: plans.map((_, at) => unitsOf((how) => isServed(how[at]) && !isServed(how[0]))),
    lost: plans.map((_, at) => unitsOf((how) => isServed(how[0]) && !isServed(how[at]))),
    notes: [...plans.flatMap(({ plan }, at) => toldByWords(plan, given[at].plan)), ...notesOf(plans, served)],
  };
}

/** A plan with the design of its headline as what is chosen, where nothing is. */
function asTold(judged: JudgedPlan): JudgedPlan {
  const { plan, evaluation } = judged;
  const told = plan.chosen.length > 0 ? undefined : headlineDesign(evaluation.interventions);
  const kind = BUILT_INTERVENTIONS.find((one) => one === told?.kind);
  return told && kind
    ? { plan: { ...plan, chosen: [kind] }, evaluation: { ...evaluation, chosen: told } }
    : judged;
}

function toldByWords({ name, chosen }: Plan, given: Plan): string[] {
  return given.chosen.length > 0 || chosen.length === 0
    ? []
    : [
        `Nothing of “${name}” is chosen to be built: it is compared by its ${chosen[0]}, which serves most, and of as many costs least.`,
      ];
}

function isServed(how: ServedHow): boolean {
  return how === 'fibre' || how === 'radio';
}

interface ServedPlace {
  readonly place: AskedPlace;
  readonly how: ServedHow;
}

/** By point, how what a plan chose serves it. */
function servedBy(plan: Plan): Map<string, ServedPlace> {
  const designs = (plan.designs?.outcomes ?? []).flatMap(({ design }) => design ?? []);
  const chosen = designs.filter(({ kind }) => plan.chosen.includes(kind));
  const { fibre, radio, left } = builtTogether(chosen, placesOf(designs));
  const served = new Map<string, ServedPlace>();
  const put = (place: AskedPlace, how: ServedHow): void => void served.set(pointKey(place), { place, how });
  for (const place of fibre) put(place, 'fibre');
  for (const { place } of radio) put(place, 'radio');
  for (const place of left) put(place, 'none');
  return served;
}

/** Points that designs serve or miss; feet of hubs are none of them. */
function placesOf(designs: readonly PlanDesign[]): AskedPlace[] {
  const all = designs.flatMap(({ trench, radio }) => [
    ...(trench ? [...trench.served, ...trench.missed] : []),
    ...(radio ? [...radio.served, ...radio.missed] : []),
  ]);
  return all
    .filter(({ units }) => units > 0)
    .map(({ ids, units, lon, lat }) => ({ ids, units, lon, lat, rows: [], ward: -1 }));
}

/** Low with low and high with high, for both were reckoned with rates that go up and down together. */
function difference({ figure: one }: EvaluatedLine, { figure: other }: EvaluatedLine): Lacking<Range> | null {
  if (!one || !other || one.value.unit !== other.value.unit) return null;
  const { low, mid, high, unit, basis } = one.value;
  const parts = [low - other.value.low, mid - other.value.mid, high - other.value.high];
  const { above, below } = lacksOfDifference(one.value.lacks, other.value.lacks);
  return withLacks(rangeOf(Math.min(...parts), parts[1], Math.max(...parts), unit, basis), above, below);
}

function notesOf(
  plans: readonly JudgedPlan[],
  served: readonly ReadonlyMap<string, ServedPlace>[],
): string[] {
  const notes: string[] = [];
  const keys = served.map((own) => [...own.keys()].sort().join('\n'));
  if (new Set(keys).size > 1)
    notes.push('These plans are not for the same premises: sums and counts are of each plan’s own.');
  if (new Set(plans.map(({ evaluation }) => evaluation.unit)).size > 1)
    notes.push('They count in different units.');
  for (const { plan, evaluation } of plans) {
    if (plan.designs && plan.designs.madeOf !== evaluation.madeOf)
      notes.push(`${plan.name} was made before something it rests on changed: run it again.`);
    if (evaluation.chosen.refused) notes.push(`${plan.name}: ${evaluation.chosen.refused}`);
  }
  return notes;
}
