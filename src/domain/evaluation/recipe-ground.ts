import { type Bitset, emptyBits, fullBits, hasBit, setBit } from '../coverage/bitset.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { CrispAnswers, LayerAnswers } from '../coverage/layer-answers.ts';
import { gradedTruth } from '../not-spots/count-graded.ts';
import { crispTruth } from '../not-spots/crisp-truth.ts';
import { layersAside } from '../not-spots/layers-aside.ts';
import { parseRecipe } from '../not-spots/parse-recipe.ts';
import { RecipeError, type RecipeNode } from '../not-spots/recipe.ts';
import { type LayerGroup, type ResolvedNames, resolveRecipe } from '../not-spots/resolve-recipe.ts';
import type { AskedPlace, EvaluationCoverage } from './evaluation-input.ts';

/** What is delivered to a place: fibre, or a link of so many Mbit/s at least. */
export const DELIVERIES = ['fibre', 1000, 300, 100, 30, 10, 0] as const;

export type Delivery = (typeof DELIVERIES)[number];

/** What a rate reaches. */
export function deliveryOf(megabitsPerSecond: number): Delivery {
  return DELIVERIES.find((one) => one !== 'fibre' && megabitsPerSecond >= one) ?? 0;
}

/** A definition over the rows of the places asked, in their order. */
export interface RecipeGround {
  readonly recipeId: string;
  readonly name: string;
  /** Why it cannot be said of single premises; null: it can, and all else is of it. */
  readonly why: string | null;
  /** As it is: each row surely or perhaps a not-spot, or not known. */
  readonly notSpot: Bitset;
  readonly notKnown: Bitset;
  /** Whether a row is surely no not-spot once this is delivered to it. */
  readonly isLiftedBy: (delivery: Delivery, row: number) => boolean;
}

/** Rows of places, one after the other: `starts[place]` to `starts[place + 1]`. */
export interface AskedRows {
  readonly rows: readonly number[];
  readonly starts: readonly number[];
}

/** The rows of all places in one list, those of a place together: of place p from `starts[p]` to before `starts[p + 1]`. */
export function askedRows(places: readonly AskedPlace[]): AskedRows {
  const starts = [0];
  for (const { rows } of places) starts.push((starts.at(-1) ?? 0) + rows.length);
  return { rows: places.flatMap(({ rows }) => rows), starts };
}

/**
 * A definition as it is and as it would be. Who is served gets one more supplier of what the service reaches: where a
 * definition asks for a technology, or for a layer of it that is of no one company. Layers of other companies stay as they
 * are. Fibre is full fibre and all that is slower; a link is rooftop radio and what its rate reaches.
 */
export function recipeGround(
  { id, name, text }: { readonly id: string; readonly name: string; readonly text: string },
  { layers, answers, rows: all }: EvaluationCoverage,
  { rows }: AskedRows,
): RecipeGround {
  const said = { recipeId: id, name };
  try {
    const node = parseRecipe(text);
    const aside = new Set(layersAside(layers, answers, all).map(({ layer }) => layer.id));
    const names = resolveRecipe(node, layers, aside);
    const asked = [...names.values()].flat().flatMap((group) => group.layers);
    const share = asked.find((layer) => answers.get(layer.id)?.kind === 'share');
    if (share)
      return {
        ...said,
        ...unsaid(`${share.name} gives shares of areas, which say nothing of single premises.`),
      };
    const own = new Map(
      asked.map((layer): [string, CrispAnswers] => [layer.id, gathered(answers.get(layer.id), rows)]),
    );
    const before = truthOf(node, names, own, rows.length);
    const after = new Map<Delivery, Truth>();
    return {
      ...said,
      why: null,
      notSpot: before.notSpot,
      notKnown: before.notKnown,
      isLiftedBy: (delivery, row) => {
        let truth = after.get(delivery);
        if (!truth) {
          truth = truthOf(node, withSupplier(names, delivery), withDelivery(own, rows.length), rows.length);
          after.set(delivery, truth);
        }
        return !hasBit(truth.notSpot, row) && !hasBit(truth.notKnown, row);
      },
    };
  } catch (error) {
    if (!(error instanceof RecipeError)) throw error;
    return { ...said, ...unsaid(error.message) };
  }
}

/** Technologies that each delivery brings. */
export function technologiesOf(delivery: Delivery): readonly string[] {
  if (delivery === 'fibre') return ['full-fibre', 'nga', ...SPEEDS.map(({ technology }) => technology)];
  const reached = SPEEDS.filter(({ from }) => delivery >= from).map(({ technology }) => technology);
  return ['radio', ...(delivery >= 10 ? ['fwa'] : []), ...reached];
}

const SPEEDS = [
  { technology: 'gigabit', from: 1000 },
  { technology: 'ultrafast', from: 300 },
  { technology: 'ultrafast-100', from: 100 },
  { technology: 'superfast', from: 30 },
  { technology: 'decent', from: 10 },
] as const;

function unsaid(why: string): Pick<RecipeGround, 'why' | 'notSpot' | 'notKnown' | 'isLiftedBy'> {
  return { why, notSpot: emptyBits(0), notKnown: emptyBits(0), isLiftedBy: () => false };
}

interface Truth {
  readonly notSpot: Bitset;
  readonly notKnown: Bitset;
}

function truthOf(
  node: RecipeNode,
  names: ResolvedNames,
  answers: ReadonlyMap<string, CrispAnswers>,
  count: number,
): Truth {
  const notKnown = fullBits(count);
  if ([...names.values()].flat().some(({ range }) => range)) {
    const { sure, perhaps, known } = gradedTruth(node, names, answers, count);
    for (let w = 0; w < known.length; w++) notKnown[w] &= ~known[w];
    return { notSpot: sure.map((word, w) => word | perhaps[w]), notKnown };
  }
  const { isTrue, known } = crispTruth(node, names, answers, count);
  for (let w = 0; w < known.length; w++) notKnown[w] &= ~known[w];
  return { notSpot: isTrue, notKnown };
}

/** Answers of these rows only, in their order; a layer without answers knows nothing. */
function gathered(answers: LayerAnswers | undefined, rows: readonly number[]): CrispAnswers {
  const [covered, known] = [emptyBits(rows.length), emptyBits(rows.length)];
  if (answers?.kind === 'crisp')
    for (const [at, row] of rows.entries()) {
      if (hasBit(answers.covered, row)) setBit(covered, at);
      if (hasBit(answers.known, row)) setBit(known, at);
    }
  return { kind: 'crisp', covered, known };
}

function withDelivery(
  answers: ReadonlyMap<string, CrispAnswers>,
  count: number,
): ReadonlyMap<string, CrispAnswers> {
  const bits = fullBits(count);
  return new Map([...answers, [SUPPLIER, { kind: 'crisp', covered: bits, known: bits }]]);
}

/** Each name that the delivery answers has one more group, which covers. */
function withSupplier(names: ResolvedNames, delivery: Delivery): ResolvedNames {
  const brought = new Set(technologiesOf(delivery));
  return new Map(
    [...names].map(([name, groups]) => [
      name,
      groups.length > 0 && isAnswered(name, groups, brought) ? [...groups, supplierGroup(groups)] : groups,
    ]),
  );
}

function isAnswered(name: string, groups: readonly LayerGroup[], brought: ReadonlySet<string>): boolean {
  if (brought.has(name.toLowerCase())) return true;
  return groups.every(({ layers }) =>
    layers.every(({ technology, operator }) => operator === null && brought.has(technology)),
  );
}

function supplierGroup([{ layers }]: readonly LayerGroup[]): LayerGroup {
  const layer: LayerRecord = { ...layers[0], id: SUPPLIER, operator: null, confidence: null };
  return { label: 'this plan', layers: [layer] };
}

/** No layer of a project has this id: it is of the plan. */
const SUPPLIER = 'what the plan delivers';
