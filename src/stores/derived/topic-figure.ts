import { type ComparedCounts, differenceFigure } from '../../domain/before-after/difference-figure.ts';
import { clusteredFigure, clusterFigure } from '../../domain/clusters/cluster-figure.ts';
import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import type { NeedOutcome } from '../../domain/compare/comparison.ts';
import { digFigure, type PricedDig } from '../../domain/dig/dig-figure.ts';
import { needFigure } from '../../domain/need/need-figure.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import type { Figure } from '../../domain/project/figure.ts';
import type { Project } from '../../domain/project/project.ts';
import { besideFigure } from '../../domain/published/beside-figure.ts';
import type { BesideInput } from '../../domain/published/published-beside.ts';

/** A printed number of a topic, and what it was worked out from. */
export type TopicNumber =
  | { readonly kind: 'clustered'; readonly clusters: NotSpotClusters }
  | { readonly kind: 'cluster'; readonly clusters: NotSpotClusters; readonly cluster: number }
  | { readonly kind: 'difference'; readonly compared: ComparedCounts }
  | {
      readonly kind: 'need';
      readonly need: Extract<NeedOutcome, { kind: 'ranked' }>;
      readonly analysis: Analysis;
      /** Null: all wards and what is outside them. */
      readonly wardCode: string | null;
    }
  | { readonly kind: 'beside'; readonly beside: BesideInput }
  | { readonly kind: 'dig'; readonly dig: PricedDig };

/** Everything that explains a topic's number; null where the project has since lost what it was counted from. */
export function topicFigure(of: TopicNumber, project: Project): Figure | null {
  try {
    return figureOf(of, project);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function figureOf(of: TopicNumber, project: Project): Figure {
  switch (of.kind) {
    case 'clustered':
      return clusteredFigure(of.clusters, project);
    case 'cluster':
      return clusterFigure(of.clusters, project, of.cluster);
    case 'difference':
      return differenceFigure(of.compared, project);
    case 'need': {
      const ward = of.wardCode === null ? -1 : of.analysis.wardCodes.indexOf(of.wardCode);
      const place = ward < 0 ? of.analysis.units.length - 1 : ward;
      return needFigure(of.need, of.analysis, { project, place });
    }
    case 'beside':
      return besideFigure(of.beside);
    case 'dig':
      return digFigure(of.dig, project);
  }
}
