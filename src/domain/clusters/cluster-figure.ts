import type { Assumption, Figure, Source } from '../project/figure.ts';
import { formulaNumber } from '../project/formula-number.ts';
import { isBackdrop, type Project } from '../project/project.ts';
import { type Range, rangeOf } from '../project/range.ts';
import type { NotSpotClusters } from './not-spot-clusters.ts';

/** The not-spots of one cluster, out of all not-spots, with everything that explains them. */
export function clusterFigure(clusters: NotSpotClusters, project: Project, cluster: number): Figure {
  const { size, wards, wardStarts, wardUnits, wardNames, wardCodes, rowStarts, names } = clusters;
  const parts: string[] = [];
  for (let i = wardStarts[cluster]; i < wardStarts[cluster + 1]; i++) {
    const ward = wards[i];
    const name = wardNames[ward] || wardCodes[ward] || 'outside every ward';
    parts.push(`${formulaNumber(wardUnits.mid[i])} (${name})`);
  }
  return {
    ...common(clusters, project),
    value: range(size.low[cluster], size.mid[cluster], size.high[cluster]),
    definition: `Not-spots of ${names[cluster]}: ${joining(clusters)} By ward: ${parts.join(' + ')} = ${formulaNumber(size.mid[cluster])}.`,
    rowsUsed: rowStarts[cluster + 1] - rowStarts[cluster],
  };
}

/** The not-spots of all clusters together, out of all not-spots, with everything that explains them. */
export function clusteredFigure(clusters: NotSpotClusters, project: Project): Figure {
  const { size, all, scattered, rows } = clusters;
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const mid = sum(size.mid);
  const least = formulaNumber(clusters.question.leastUnits);
  return {
    ...common(clusters, project),
    value: range(sum(size.low), mid, sum(size.high)),
    definition: `Not-spots in clusters of at least ${least}: ${joining(clusters)} There are ${formulaNumber(clusters.count)} such clusters. All not-spots − scattered ones = ${formulaNumber(all.mid)} − ${formulaNumber(scattered.mid)} = ${formulaNumber(mid)}.`,
    rowsUsed: rows.length,
  };
}

/** All not-spots are known to be such, so nothing of the denominator is not known. */
function common(
  { all }: NotSpotClusters,
  project: Project,
): Pick<Figure, 'denominator' | 'sources' | 'assumptions' | 'notKnown'> {
  const middle: Assumption[] =
    all.low === all.high
      ? []
      : [
          {
            text: 'Of premises that are covered at one confidence and not at the other, the middle of the range counts half.',
            source: null,
          },
        ];
  const sources: Source[] = project.datasets
    .filter(({ role, supersededBy }) => !isBackdrop(role) && supersededBy === undefined)
    .map(({ source }) => source);
  return { denominator: all.mid, sources, assumptions: [...middle, ...project.assumptions], notKnown: 0 };
}

function joining({ question, unit }: NotSpotClusters): string {
  return `${unit} that are a not-spot by the recipe ${question.recipeText}, joined where two are at most ${formulaNumber(question.distanceMetres)} m apart on the British National Grid.`;
}

function range(low: number, mid: number, high: number): Range {
  return rangeOf(low, mid, high, 'not-spots', 'measured');
}
