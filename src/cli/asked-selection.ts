import { existsSync } from 'node:fs';
import { CLUSTER_LIMITS } from '../domain/clusters/cluster-question.ts';
import { clustersOfProject } from '../domain/clusters/clusters-of-project.ts';
import type { NotSpotClusters } from '../domain/clusters/not-spot-clusters.ts';
import { currentRecipe, type Project } from '../domain/project/project.ts';
import type { Selection } from '../domain/project/selection.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import type { AskedFiles } from './asked-files.ts';
import { askedIds } from './asked-ids.ts';
import { finished } from './finished.ts';

/** Whom a command line means, and in words. */
export interface AskedSelection {
  readonly selection: Selection;
  readonly words: string;
}

/**
 * Whom `--select` means: a file of ids or polygons, the code of a ward, or a cluster of not-spots by its id or name. Throws words
 * for a person where it is none of them. Needs loadGrid.
 */
export async function askedSelection(
  asked: string,
  project: Project,
  { workbench, files }: { readonly workbench: Workbench; readonly files: AskedFiles },
): Promise<AskedSelection> {
  if (existsSync(asked)) return await ofFile(asked, { workbench, files });
  const prepared = finished(workbench.prepare(project));
  if (prepared?.wards.codes.includes(asked))
    return { selection: { kind: 'ward', code: asked }, words: `ward ${asked}` };
  if (project.recipes.length === 0)
    throw new Error(
      `--select ${asked}: there is no such file or ward, and without coverage there are no clusters. Give a file or a ward’s code.`,
    );
  return ofCluster(asked, clustersIn(workbench, project));
}

async function ofFile(
  path: string,
  { workbench, files }: { readonly workbench: Workbench; readonly files: AskedFiles },
): Promise<AskedSelection> {
  if (!/\.(geo)?json$/i.test(path)) {
    const ids = [...new Set(askedIds([`@${path}`]))];
    return { selection: { kind: 'list', ids }, words: `${ids.length} ids of ${path}` };
  }
  const [read] = await files.suggested(path);
  const { polygons } = workbench.table(read.dataset.contentId).geometry;
  if (!polygons) throw new Error(`${path}: it holds no polygons. Give ids one a line, or polygons.`);
  // Which row of the file a polygon is of is no part of a selection: a plan's file would be refused with it.
  const { coordinates, ringStarts, polygonStarts } = polygons;
  return {
    selection: { kind: 'shape', shape: { coordinates, ringStarts, polygonStarts } },
    words: `within ${path}`,
  };
}

function clustersIn(workbench: Workbench, project: Project): NotSpotClusters {
  const { distanceMetres, leastUnits } = CLUSTER_LIMITS;
  return finished(
    clustersOfProject(workbench, project, {
      distanceMetres: distanceMetres.usual,
      leastUnits: leastUnits.usual,
      recipeText: currentRecipe(project).text,
    }),
  ).clusters;
}

function ofCluster(asked: string, { ids, names, rows, rowStarts, count }: NotSpotClusters): AskedSelection {
  const at =
    asked === 'worst'
      ? 0
      : Math.max(ids.indexOf(asked), names.indexOf(asked) < 0 ? -1 : names.indexOf(asked));
  if (count === 0)
    throw new Error(
      `--select ${asked}: there is no such file or ward, and no clusters: nowhere do so many not-spots lie together. Give a file or a ward’s code.`,
    );
  if (at < 0 || at >= count)
    throw new Error(
      `--select ${asked}: there is no such file, ward or cluster. Clusters are ${names
        .slice(0, 5)
        .map((name, i) => `"${name}" (${ids[i]})`)
        .join(', ')}${count > 5 ? ' …' : ''}.`,
    );
  return {
    selection: {
      kind: 'cluster',
      clusterId: ids[at],
      rows: rows.slice(rowStarts[at], rowStarts[at + 1]),
    },
    words: `cluster ${names[at]}`,
  };
}
