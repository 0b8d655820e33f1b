import { hasBit } from '../coverage/bitset.ts';
import type { LayerRecord, Technology } from '../coverage/layer.ts';
import { technologyDefinition, technologyLabel } from '../coverage/technology.ts';
import { unitWord } from '../not-spots/headline.ts';
import type { Unit } from '../premises/premises-table.ts';
import { formulaNumber } from '../project/formula-number.ts';
import { type Built, pointKey } from './built-together.ts';
import type { EvaluationCoverage } from './evaluation-input.ts';
import { type AskedRows, recipeGround } from './recipe-ground.ts';

/** Who of the premises asked can get fixed wireless before anything is built, whoever offers it; counts are of units. */
export interface WirelessAlready {
  readonly asked: number;
  readonly has: number;
  /** Of which no layer says whether. */
  readonly notKnown: number;
  /** By place asked, how many of it have it. */
  readonly byPlace: readonly number[];
  /** What the layers that say so mean by it, as sentences. */
  readonly meaning: string;
  /** Why it cannot be said at all; null: it can. */
  readonly why: string | null;
}

/**
 * Asks the layers of rooftop radio and of fixed wireless access, each premises once however many of them reach it. Shares of
 * areas say nothing of single premises and are not asked where another layer is.
 */
export function wirelessAlready(
  coverage: EvaluationCoverage,
  asked: AskedRows,
  units: readonly number[],
): WirelessAlready {
  const all = units.reduce((sum, one) => sum + one, 0);
  const ofWireless = coverage.layers.filter(({ technology }) => WIRELESS.includes(technology));
  const ofPremises = ofWireless.filter(({ id }) => coverage.answers.get(id)?.kind !== 'share');
  const layers = ofPremises.length > 0 ? ofPremises : ofWireless;
  const unsaid = (why: string): WirelessAlready => ({
    asked: all,
    has: 0,
    notKnown: all,
    byPlace: [],
    meaning: '',
    why,
  });
  if (layers.length === 0) return unsaid('No layer of rooftop radio or of fixed wireless access is loaded.');
  const named = WIRELESS.filter((name) => layers.some(({ technology }) => technology === name));
  const text = named.map((name) => `no ${name}`).join(' and ');
  const lacks = recipeGround(
    { id: 'wireless', name: 'No fixed wireless', text },
    { ...coverage, layers },
    asked,
  );
  if (lacks.why !== null) return unsaid(lacks.why);
  const isNotKnown = (at: number): boolean => hasBit(lacks.notKnown, at);
  const hasIt = (at: number): boolean => !isNotKnown(at) && !hasBit(lacks.notSpot, at);
  const unitsWhere = (is: (at: number) => boolean, from = 0, to = units.length): number => {
    let sum = 0;
    for (let at = from; at < to; at++) if (is(at)) sum += units[at];
    return sum;
  };
  const notKnown = unitsWhere(isNotKnown);
  if (all > 0 && notKnown === all)
    return unsaid('The layers of fixed wireless that are loaded say nothing of any of these premises.');
  return {
    asked: all,
    has: unitsWhere(hasIt),
    notKnown,
    byPlace: asked.starts.slice(1).map((end, place) => unitsWhere(hasIt, asked.starts[place], end)),
    meaning: named.map((name) => meaningOf(name, layers)).join(' '),
    why: null,
  };
}

/** How many of those that are built for have it already; each once. `keys`: points of the places asked, in their order. */
export function servedWithWireless(
  { fibre, radio }: Pick<Built, 'fibre' | 'radio'>,
  { byPlace }: WirelessAlready,
  keys: readonly string[],
): number {
  const served = new Set([...fibre, ...radio.map(({ place }) => place)].map(pointKey));
  return byPlace.reduce((sum, units, place) => (served.has(keys[place]) ? sum + units : sum), 0);
}

/** "12 of the 743 premises asked for can get fixed wireless already; for 30 it is not known." and what that means. */
export function wirelessWords({ asked, has, notKnown, meaning }: WirelessAlready, unit: Unit): string {
  const open = notKnown > 0 ? `; for ${formulaNumber(notKnown)} it is not known` : '';
  return `${formulaNumber(has)} of the ${formulaNumber(asked)} ${unitWord(unit, asked)} asked for can get fixed wireless already${open}. ${meaning}`;
}

/** The technologies of product.md that are fixed wireless, as layers name them. */
const WIRELESS: readonly Technology[] = ['radio', 'fwa'];

function meaningOf(name: Technology, layers: readonly LayerRecord[]): string {
  const label = technologyLabel(name);
  const speeds = layers.flatMap(({ technology, atLeast, codes }) =>
    technology === name && typeof atLeast === 'number' && !codes ? [atLeast] : [],
  );
  const least =
    speeds.length > 0
      ? `from ${formulaNumber(Math.min(...speeds))} on, in the unit of its file`
      : name === 'fwa'
        ? `${technologyDefinition('decent')}`
        : 'no speed is stated for it';
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${least}.`;
}
