import { technologyLabel } from '../coverage/technology.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { analysisOfUse } from '../not-spots/analysis-of-use.ts';
import { parseRecipe } from '../not-spots/parse-recipe.ts';
import type { Tally } from '../not-spots/tally.ts';
import { countAt, type PlaceCount } from '../not-spots/ward-rows.ts';
import { wordsOfUse } from '../premises/words-of-use.ts';
import type { Project } from '../project/project.ts';
import { type FigureQuestion, placeNumber, usesAsked } from './figure-question.ts';

/** A figure's number at its place, and what stands against it: units = value + others + not known, low, mid and high apart. */
export interface FigureCount {
  readonly place: number;
  readonly units: number;
  /** The number asked for. */
  readonly value: PlaceCount;
  /** How the tally behind it counts it at every place; null for plain units. */
  readonly tally: Tally | null;
  /** "not-spots", "covered by Gigabit lines", … */
  readonly label: string;
  /** What the units are called that are not counted, though known; '' where there are none by definition. */
  readonly othersLabel: string;
  /** The others where a tally of their own counts them; null where they are what is left. */
  readonly others: number | null;
  /** Units at each place. */
  readonly unitsAt: Float64Array;
  /** The words after the number: "premises", "homes". */
  readonly what: string;
}

/** The numbers behind a question; null where there are none such in the analysis. */
export function figureCount(
  question: FigureQuestion,
  analysis: Analysis,
  project: Project,
): FigureCount | null {
  const place = placeNumber(question.place, analysis.wardCodes);
  if (place < 0) return null;
  const unitsAt = unitsOf(question, analysis);
  if (!unitsAt) return null;
  const units = unitsAt[place];
  const base = { place, units, unitsAt, what: whatOf(question, analysis) };
  const exact = (value: number): PlaceCount => ({ low: value, mid: value, high: value, notKnown: 0 });
  if (question.kind === 'units')
    return { ...base, value: exact(units), tally: null, label: base.what, othersLabel: '', others: null };
  const counted = countedBy(question, analysis, project);
  if (!counted) return null;
  const at = countAt(counted.tally, place);
  const { tally, label, othersLabel } = counted;
  switch (question.kind) {
    case 'not-known':
    case 'layer-not-known':
      return {
        ...base,
        value: exact(at.notKnown),
        tally,
        label: 'not known',
        othersLabel: `${label} or ${othersLabel}`,
        others: null,
      };
    case 'no-not-spots':
    case 'not-covered': {
      const known = units - at.notKnown;
      const value = {
        low: known - at.high,
        mid: known - at.mid,
        high: known - at.low,
        notKnown: at.notKnown,
      };
      return { ...base, value, tally, label: othersLabel, othersLabel: label, others: at.mid };
    }
    default:
      return { ...base, value: at, tally, label, ...othersAt(counted, units - at.mid - at.notKnown, place) };
  }
}

/** The opposite's own count where it is the whole rest, as it is for every plain lack; else the rest. */
function othersAt(
  { othersAt, othersLabel }: Counted,
  rest: number,
  place: number,
): Pick<FigureCount, 'others' | 'othersLabel'> {
  const own = othersAt?.[place];
  if (own !== undefined && Math.abs(own - rest) < 1e-6 * Math.max(1, rest))
    return { others: own, othersLabel };
  return { others: null, othersLabel: othersAt ? 'that are no not-spots' : othersLabel };
}

interface Counted {
  readonly tally: Tally;
  readonly label: string;
  readonly othersLabel: string;
  readonly othersAt: Float64Array | null;
}

function countedBy(question: FigureQuestion, analysis: Analysis, project: Project): Counted | null {
  if ('layerId' in question) {
    const layer = project.layers.find(({ id }) => id === question.layerId);
    const found = analysis.layers.find(({ layerId }) => layerId === question.layerId);
    if (!layer || !found) return null;
    return {
      tally: found.covered,
      label: `covered by ${layer.name}`,
      othersLabel: `not covered by ${layer.name}`,
      othersAt: null,
    };
  }
  if (question.kind === 'operators') {
    const found = analysis.operators.find(({ technology }) => technology === question.technology);
    const tally = found?.atLeast[question.atLeast - 1];
    if (!found || !tally) return null;
    const label = technologyLabel(question.technology);
    const number = question.atLeast === 1 ? 'one operator' : `${question.atLeast} operators`;
    return {
      tally,
      label: `covered by ${label} of at least ${number}`,
      othersLabel: `covered by ${label} of fewer`,
      othersAt: null,
    };
  }
  const uses = usesAsked(question);
  if (uses) {
    const tally = analysisOfUse(analysis, uses)?.notSpots;
    return tally ? { tally, label: 'not-spots', othersLabel: 'that are no not-spots', othersAt: null } : null;
  }
  return { tally: analysis.notSpots, label: 'not-spots', ...othersOfRecipe(analysis, project) };
}

/** A recipe that asks for one plain lack has its opposite counted by itself: what does not lack it. */
function othersOfRecipe(analysis: Analysis, project: Project): Pick<Counted, 'othersLabel' | 'othersAt'> {
  const plain = { othersLabel: 'that are no not-spots', othersAt: null };
  const node = parseRecipe(analysis.recipeText);
  if (node.kind !== 'not' || node.node.kind !== 'at-least') return plain;
  const { name, count } = node.node;
  const joint = analysis.operators.find(({ technology }) => technology === name);
  const label = technologyLabel(name);
  if (joint) {
    const needed = count === 'all' ? joint.atLeast.length : count;
    const tally = joint.atLeast[needed - 1];
    const from = needed === 1 ? '' : ` from at least ${needed} operators`;
    return tally ? { othersLabel: `with ${label}${from}`, othersAt: tally.mid } : plain;
  }
  const own = project.layers.filter((layer) => layer.technology === name || layer.key === name);
  const tally =
    own.length === 1 && count === 1 ? analysis.layers.find(({ layerId }) => layerId === own[0].id) : null;
  return tally ? { othersLabel: `covered by ${own[0].name}`, othersAt: tally.covered.mid } : plain;
}

function unitsOf(question: FigureQuestion, analysis: Analysis): Float64Array | null {
  const uses = usesAsked(question);
  return uses ? (analysisOfUse(analysis, uses)?.units ?? null) : analysis.units;
}

function whatOf(question: FigureQuestion, { unit, byUse }: Analysis): string {
  const uses = usesAsked(question);
  if (!uses) return unit;
  // Homes and flats together are all homes.
  const apart = uses.includes('flat') ? [] : (byUse?.uses ?? []);
  const words = uses.map((use) => wordsOfUse(use, apart)).join(' or ');
  return unit === 'premises' ? words : `${unit} of ${words}`;
}
