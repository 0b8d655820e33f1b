import type { PremisesUse } from '../premises/premises-use.ts';
import type { Analysis } from './analysis.ts';

/**
 * The same count of the premises of some uses alone: their units and not-spots per place. Layers and operators are left
 * out, for they are counted for all uses together. Null where the analysis tells none of these uses apart.
 */
export function analysisOfUse(analysis: Analysis, uses: readonly PremisesUse[]): Analysis | null {
  const mine = (analysis.byUse?.uses ?? []).filter(({ use }) => uses.includes(use));
  if (mine.length === 0) return null;
  const sum = (of: (one: (typeof mine)[number]) => Float64Array): Float64Array =>
    analysis.units.map((_, place) => mine.reduce((total, one) => total + of(one)[place], 0));
  return {
    ...analysis,
    units: sum(({ units }) => units),
    notSpots: {
      low: sum(({ notSpots }) => notSpots.low),
      mid: sum(({ notSpots }) => notSpots.mid),
      high: sum(({ notSpots }) => notSpots.high),
      notKnown: sum(({ notSpots }) => notSpots.notKnown),
    },
    layers: [],
    operators: [],
    byUse: null,
  };
}
