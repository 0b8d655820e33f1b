import { capitalised } from '../capitalised.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import { technologyLabel } from '../coverage/technology.ts';
import type { AskedFigure } from '../explain/figure-question.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import type { Tally } from '../not-spots/tally.ts';
import { countAt, type PlaceCount } from '../not-spots/ward-rows.ts';
import { wordsOfUse } from '../premises/words-of-use.ts';
import { type Bounds, type RankRange, rankRanges } from './rank-range.ts';

/** Something by which wards are compared: a count out of the units it is of. */
export interface WardMeasure {
  /** 'not-spots', 'share', 'technology:gigabit', 'use:home' … */
  readonly key: string;
  /** "Share of premises that are not-spots" */
  readonly label: string;
  /** "share" compares the count out of `units`, "count" the count itself. */
  readonly by: 'share' | 'count';
  readonly worst: 'highest' | 'lowest';
  /** Units that the share is out of, by place. */
  readonly units: Float64Array;
  readonly tally: Tally;
  /** What `units` are, in the plural: "premises", "homes". */
  readonly unitWords: string;
  /** What it counts, as the count's own figure is asked for. */
  readonly asks: AskedFigure;
}

/** One ward's standing by a measure. */
export interface WardStanding {
  /** Number of the ward in the analysis. */
  readonly ward: number;
  readonly units: number;
  readonly count: PlaceCount;
  /** 0 … 1, NaN where the ward has no units, or more than half of them are not known. */
  readonly share: Bounds;
  /** Share less the authority's own, in percentage points; NaN where either has no units. */
  readonly difference: number;
  /** Null where the ward has no units, or more than half of them are not known. What is not known widens its bounds. */
  readonly rank: RankRange | null;
}

/** All wards by a measure, and the whole they are compared with. */
export interface WardComparison {
  readonly measure: WardMeasure;
  /** Wards in the order of the analysis. */
  readonly wards: readonly WardStanding[];
  /** Everything counted, rows in no ward included: what the differences are from. */
  readonly whole: { readonly units: number; readonly count: PlaceCount; readonly share: Bounds };
  /** Wards with a rank. */
  readonly ranked: number;
}

/** The measures by which an analysis' wards can be compared, the not-spots first. */
export function wardMeasures(analysis: Analysis, layers: readonly LayerRecord[]): WardMeasure[] {
  const { unit, units, notSpots, recipeWords } = analysis;
  const measures: WardMeasure[] = [
    {
      key: 'share',
      label: `Not-spots, share of ${unit}`,
      by: 'share',
      worst: 'highest',
      units,
      tally: notSpots,
      unitWords: unit,
      asks: { kind: 'share' },
    },
    {
      key: 'not-spots',
      label: `Not-spots, number of ${unit}`,
      by: 'count',
      worst: 'highest',
      units,
      tally: notSpots,
      unitWords: unit,
      asks: { kind: 'not-spots' },
    },
  ];
  for (const technology of new Set(layers.map((layer) => layer.technology))) {
    const found = technologyTally(analysis, layers, technology);
    if (!found) continue;
    measures.push({
      key: `technology:${technology}`,
      label: `With ${technologyLabel(technology)}, share of ${unit}`,
      by: 'share',
      worst: 'lowest',
      units,
      ...found,
      unitWords: unit,
    });
  }
  const uses = analysis.byUse?.uses ?? [];
  for (const use of uses) {
    if (use.use === 'not known') continue;
    const plural = wordsOfUse(use.use, uses);
    measures.push({
      key: `use:${use.use.replaceAll(' ', '-')}`,
      label: `${capitalised(plural)} that have ${recipeWords}, share of all ${plural}`,
      by: 'share',
      worst: 'highest',
      units: use.units,
      tally: use.notSpots,
      unitWords: plural,
      asks: { kind: 'share', uses: [use.use] },
    });
  }
  return measures;
}

/** Every ward by a measure, and against everything counted. */
export function compareWards(measure: WardMeasure, wardCount: number): WardComparison {
  const { units, tally } = measure;
  const total = units.length - 1;
  const whole = { units: units[total], count: countAt(tally, total), share: shareAt(measure, total) };
  const shares = Array.from({ length: wardCount }, (_, ward) => shareAt(measure, ward));
  const compared = shares.map((share, ward): Bounds => {
    if (Number.isNaN(share.mid)) return share;
    const by = measure.by === 'share' ? units[ward] : 1;
    const most = Math.min(units[ward], tally.high[ward] + tally.notKnown[ward]);
    return { low: tally.low[ward] / by, mid: tally.mid[ward] / by, high: most / by };
  });
  const ranks = rankRanges(compared, measure.worst);
  return {
    measure,
    whole,
    ranked: ranks.filter((rank) => rank !== null).length,
    wards: shares.map((share, ward) => ({
      ward,
      units: units[ward],
      count: countAt(tally, ward),
      share,
      difference: 100 * (share.mid - whole.share.mid),
      rank: ranks[ward],
    })),
  };
}

/** The counts of a technology of any operator: the joint ones of several operators, else those of its only layer. */
function technologyTally(
  analysis: Analysis,
  layers: readonly LayerRecord[],
  technology: string,
): Pick<WardMeasure, 'tally' | 'asks'> | null {
  const joint = analysis.operators.find((one) => one.technology === technology);
  if (joint) return { tally: joint.atLeast[0], asks: { kind: 'operators', technology, atLeast: 1 } };
  // A share of an area larger than wards stands for several wards alike: it compares none of them.
  const coarse = new Set(
    analysis.notes.flatMap(({ kind, layerId }) => (kind === 'coarse-shares' ? [layerId] : [])),
  );
  const mine = layers.filter((layer) => layer.technology === technology && !coarse.has(layer.id));
  // Of several tellings of one fact none speaks for all.
  if (mine.length !== 1) return null;
  const layerId = mine[0].id;
  const own = analysis.layers.find((one) => one.layerId === layerId);
  return own ? { tally: own.covered, asks: { kind: 'covered', layerId } } : null;
}

function shareAt({ units, tally }: WardMeasure, place: number): Bounds {
  const isTold = units[place] > 0 && tally.notKnown[place] <= units[place] / 2;
  const of = (value: number): number => (isTold ? value / units[place] : Number.NaN);
  return { low: of(tally.low[place]), mid: of(tally.mid[place]), high: of(tally.high[place]) };
}
