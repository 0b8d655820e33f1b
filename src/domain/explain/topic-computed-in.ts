import type { ComputedIn } from './computed-in.ts';

/** The files that the topics' numbers come from. */
export const TOPIC_COMPUTED_IN = {
  clusters: { path: 'src/domain/clusters/find-clusters.ts', does: 'finds the clusters and counts in them' },
  joining: { path: 'src/domain/clusters/join-near.ts', does: 'joins not-spots that lie near each other' },
  missing: {
    path: 'src/domain/clusters/missing-technologies.ts',
    does: 'tells for each row which technology is missing',
  },
  nearest: {
    path: 'src/domain/clusters/nearest-covered.ts',
    does: 'finds the nearest premises that is no not-spot',
  },
  outline: { path: 'src/domain/clusters/cluster-outline.ts', does: 'draws the outline' },
  measure: { path: 'src/domain/areas/measure-areas.ts', does: 'measures each ward and its not-spots' },
  sweep: { path: 'src/domain/areas/scan-areas.ts', does: 'sweeps a line over the outlines' },
  ellipsoid: { path: 'src/domain/areas/ellipsoid-area.ts', does: 'gives an area on the ellipsoid' },
  standing: { path: 'src/domain/compare/ward-standing.ts', does: 'compares a ward with all together' },
  rank: { path: 'src/domain/compare/rank-range.ts', does: 'ranks values and what their bounds leave open' },
  weights: { path: 'src/domain/need/need-weights.ts', does: 'gives each row its weight' },
  need: { path: 'src/domain/need/need-ranking.ts', does: 'counts by need and ranks' },
  counts: { path: 'src/domain/before-after/compare-counts.ts', does: 'sets one count against the other' },
  moves: {
    path: 'src/domain/before-after/count-moves.ts',
    does: 'counts what became and ceased, row by row',
  },
  operators: { path: 'src/domain/not-spots/analyse.ts', does: 'counts at how many operators each row has' },
  published: { path: 'src/domain/published/read-published.ts', does: 'reads published tables' },
  'dated-published': {
    path: 'src/domain/trend/published-trend.ts',
    does: 'puts published tables in order of date',
  },
  'dated-speed': { path: 'src/domain/trend/speed-trend.ts', does: 'puts tables of speeds in order of date' },
  'dated-counted': { path: 'src/domain/trend/counted-trend.ts', does: 'counts each release of a file' },
} as const satisfies Record<string, ComputedIn>;
