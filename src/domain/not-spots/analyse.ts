import { capitalised } from '../capitalised.ts';
import type { Bitset } from '../coverage/bitset.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { CrispAnswers, LayerAnswers } from '../coverage/layer-answers.ts';
import { operatorNames } from '../coverage/operator-names.ts';
import { technologyLabel } from '../coverage/technology.ts';
import type { AreaTable } from '../geo/area-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { PremisesUses } from '../premises/premises-use.ts';
import type { Analysis, AnalysisNote, JoinReport, LayerTally, OperatorTally } from './analysis.ts';
import { isCoarserThanWards } from './coarse-shares.ts';
import { countByUse } from './count-by-use.ts';
import { countCrisp } from './count-crisp.ts';
import { countGraded, gradedRows, gradedTruth } from './count-graded.ts';
import { countShares, ROW_NO, ROW_NOT_KNOWN, ROW_YES, type ShareCount } from './count-shares.ts';
import { type CrispTruth, crispTruth } from './crisp-truth.ts';
import { asideWords, type LayerAside, layersAside } from './layers-aside.ts';
import { parseRecipe } from './parse-recipe.ts';
import type { RecipeNode } from './recipe.ts';
import { recipeWords } from './recipe-words.ts';
import { layersNamed, type ResolvedNames, resolveRecipe } from './resolve-recipe.ts';
import { type Tally, tallyRows, tallyUnits } from './tally.ts';
import type { WardMembership } from './ward-membership.ts';

/** What is counted: premises with their ward and every layer's answers already worked out. */
export interface AnalyseInput {
  readonly premises: PremisesTable;
  readonly wards: AreaTable;
  readonly membership: WardMembership;
  readonly layers: readonly LayerRecord[];
  /** By layer id. */
  readonly answers: ReadonlyMap<string, LayerAnswers>;
  readonly recipeText: string;
  /** What was noticed while the answers were worked out. */
  readonly notes: readonly AnalysisNote[];
  /** Counts that do not depend on the recipe, from an earlier call on the same answers. */
  readonly layerTallies?: LayerTallies;
  /** What each premises is used for, where a column tells. */
  readonly uses?: PremisesUses | null;
  readonly joins?: readonly JoinReport[];
}

/** Counts per layer and operator, which no recipe changes. */
export interface LayerTallies {
  readonly units: Float64Array;
  readonly rowsAt: Float64Array;
  readonly layers: readonly LayerTally[];
  readonly operators: readonly OperatorTally[];
}

/**
 * Counts per ward, outside and in total: units, each layer, and the recipe's not-spots. Throws RecipeError where the
 * recipe cannot be read or names what is not loaded. This is where a not-spot is decided.
 */
export function analyse(input: AnalyseInput): Analysis {
  const node = parseRecipe(input.recipeText);
  const aside = layersAside(input.layers, input.answers, input.premises.count);
  const names = resolveRecipe(node, input.layers, idsOf(aside));
  const tallies = input.layerTallies ?? tallyLayers(input);
  const counter = counterOf(node, names, input);
  const counted = counter.withRows();
  const used = new Set([...names.values()].flat().flatMap((group) => group.layers.map((layer) => layer.id)));
  const coarse = input.layers.filter((layer) => {
    const answer = input.answers.get(layer.id);
    return answer?.kind === 'share' && isCoarserThanWards(answer, input.premises, input.membership.wardOf);
  });
  return {
    recipeText: input.recipeText,
    recipeWords: recipeWords(node),
    unit: input.premises.unit,
    wardCodes: input.wards.codes,
    wardNames: input.wards.names,
    ...tallies,
    notSpots: counted.tally,
    rowState: counted.state,
    rowChance: counted.chance,
    rows: input.premises.count,
    notes: [
      ...input.notes,
      ...shareNotes(coarse, used, input),
      ...rangeNotes(names),
      ...asideNotes(aside, used),
    ],
    ranksWards: !coarse.some((layer) => used.has(layer.id)),
    joins: input.joins ?? [],
    byUse: input.uses ? countByUse(input.uses, input, counter.at) : null,
  };
}

/** Counts of every layer and of the number of operators per technology. */
export function tallyLayers(input: Omit<AnalyseInput, 'recipeText'>): LayerTallies {
  const layers = input.layers.map((layer): LayerTally => {
    const names: ResolvedNames = new Map([[layer.key, [{ label: layer.name, layers: [layer] }]]]);
    const node: RecipeNode = { kind: 'at-least', name: layer.key, count: 1, place: 0 };
    const fromShares = input.answers.get(layer.id)?.kind === 'share';
    return { layerId: layer.id, key: layer.key, covered: countAtWards(node, names, input), fromShares };
  });
  return {
    rowsAt: tallyRows(input.membership.wardOf, input.wards.codes.length),
    units: tallyUnits(input.premises, input.membership.wardOf, input.wards.codes.length),
    layers,
    operators: operatorTallies(input),
  };
}

function operatorTallies(input: Omit<AnalyseInput, 'recipeText'>): OperatorTally[] {
  const technologies = [...new Set(input.layers.map((layer) => layer.technology))];
  const aside = idsOf(layersAside(input.layers, input.answers, input.premises.count));
  return technologies.flatMap((technology) => {
    const mine = layersNamed(technology, input.layers);
    const operators = operatorNames(mine);
    if (operators.length < 2) return [];
    const names = resolveRecipe(
      { kind: 'at-least', name: technology, count: 1, place: 0 },
      input.layers,
      aside,
    );
    const atLeast = operators.map((_, i): Tally => {
      return countAtWards({ kind: 'at-least', name: technology, count: i + 1, place: 0 }, names, input);
    });
    return [{ technology, operators, atLeast }];
  });
}

function idsOf(aside: readonly LayerAside[]): ReadonlySet<string> {
  return new Set(aside.map(({ layer }) => layer.id));
}

/** What is loaded but not asked, because a layer in this count tells the same more finely. */
function asideNotes(aside: readonly LayerAside[], used: ReadonlySet<string>): AnalysisNote[] {
  return aside
    .filter(({ layer, finer }) => used.has(finer.id) && !used.has(layer.id))
    .map((one) => ({ kind: 'layer-aside', text: asideWords(one), count: 1, layerId: one.layer.id }));
}

/** What to know of coverage that comes at two confidences. */
function rangeNotes(names: ResolvedNames): AnalysisNote[] {
  const ranges = [...names.values()].flat().flatMap((group) => group.range ?? []);
  if (ranges.length === 0) return [];
  const technology = technologyLabel(ranges[0].high.technology);
  const text = `${technology} is predicted at high and at very high confidence: counts lie between the two, and the middle takes half of what only the weaker one covers (assumed).`;
  return [{ kind: 'confidence-range', text, count: ranges.length, layerId: ranges[0].high.id }];
}

function countAtWards(
  node: RecipeNode,
  names: ResolvedNames,
  input: Omit<AnalyseInput, 'recipeText'>,
): Tally {
  return counterOf(node, names, input).at(input.membership.wardOf, input.wards.codes.length);
}

interface Counter {
  /** The recipe counted at any places: `wardOf` numbers them from 0 to `wards` − 1, −1 is outside. */
  readonly at: (wardOf: Int32Array, wards: number) => Tally;
  /** Counted at the wards, with the answer of every row. */
  readonly withRows: () => ShareCount;
}

/** Counts one recipe: what it says of each premises is worked out once, at however many places it is counted. */
function counterOf(node: RecipeNode, names: ResolvedNames, input: Omit<AnalyseInput, 'recipeText'>): Counter {
  const { premises, answers, membership, wards } = input;
  const groups = [...names.values()].flat();
  const atWards = <T>(count: (wardOf: Int32Array, wards: number) => T): T =>
    count(membership.wardOf, wards.codes.length);
  if (groups.some((group) => group.layers.some((layer) => answers.get(layer.id)?.kind === 'share'))) {
    const count = (wardOf: Int32Array, places: number): ShareCount =>
      countShares(node, names, answers, premises, wardOf, places);
    return { at: (wardOf, places) => count(wardOf, places).tally, withRows: () => atWards(count) };
  }
  const crisp = answers as ReadonlyMap<string, CrispAnswers>;
  if (groups.some((group) => group.range)) {
    const truth = gradedTruth(node, names, crisp, premises.count);
    const at: Counter['at'] = (wardOf, places) => countGraded(truth, premises, wardOf, places);
    return { at, withRows: () => ({ tally: atWards(at), ...gradedRows(truth, premises.count) }) };
  }
  const truth = crispTruth(node, names, crisp, premises.count);
  const at: Counter['at'] = (wardOf, places) => countCrisp(truth, premises, wardOf, places);
  const withRows = (): ShareCount => ({
    tally: atWards(at),
    state: rowStates(truth, premises.count),
    chance: new Uint8Array(0),
  });
  return { at, withRows };
}

function rowStates({ isTrue, known }: CrispTruth, count: number): Uint8Array {
  const state = new Uint8Array(count).fill(ROW_NO);
  setWhere(state, isTrue, 0, ROW_YES);
  setWhere(state, known, -1, ROW_NOT_KNOWN);
  return state;
}

/** Gives the rows whose bit, turned by `flip` (0 or −1: all bits), is 1 a state. Words of no such bit cost one look. */
function setWhere(state: Uint8Array, bits: Bitset, flip: number, value: number): void {
  for (let w = 0; w < bits.length; w++) {
    for (let left = bits[w] ^ flip; left !== 0; left &= left - 1) {
      const row = (w << 5) + 31 - Math.clz32(left & -left);
      if (row < state.length) state[row] = value;
    }
  }
}

function shareNotes(
  coarse: readonly LayerRecord[],
  used: ReadonlySet<string>,
  input: AnalyseInput,
): AnalysisNote[] {
  const notes: AnalysisNote[] = coarse.map((layer) => ({
    kind: 'coarse-shares',
    text: `${capitalised(technologyLabel(layer.technology))} comes as shares of areas larger than wards: the same share stands for several wards, so it ranks none of them.`,
    count: 1,
    layerId: layer.id,
  }));
  const shares = input.layers.filter((layer) => used.has(layer.id) && layer.shape === 'shares');
  const { unit } = input.premises;
  if (shares.length > 0 && unit !== 'premises') {
    notes.push({
      kind: 'share-unit',
      text: `Published shares are of premises; here they are taken to hold for ${unit}, one like another.`,
      count: shares.length,
      layerId: null,
    });
  }
  if (shares.length > 1) {
    notes.push({
      kind: 'shares-combined',
      text: `${shares.length} share layers are combined: bounds hold whatever the overlap (Fréchet), the middle assumes they are independent.`,
      count: shares.length,
      layerId: null,
    });
  }
  return notes;
}
