import type { DatasetRecord, Project } from '../project/project.ts';

/**
 * A name for every release that stepped back, by content id, which means the same when the files are loaded again: the
 * file's name, without the marks that part an address. Files of one name bear ":1" (the last that stepped back), ":2" …
 * beside it.
 */
export function releaseNames({ datasets }: Project): Map<string, string> {
  const byName = new Map<string, DatasetRecord[]>();
  for (const dataset of datasets) {
    if (dataset.supersededBy === undefined) continue;
    const name = dataset.fileName.replaceAll(/[%~/:]/g, encodedMark);
    byName.set(name, [...(byName.get(name) ?? []), dataset]);
  }
  const names = new Map<string, string>();
  for (const [name, alike] of byName) {
    const latestFirst = alike.toSorted((one, other) => stepsBack(one, datasets) - stepsBack(other, datasets));
    latestFirst.forEach(({ contentId }, i) => {
      names.set(contentId, alike.length === 1 ? name : `${name}:${i + 1}`);
    });
  }
  return names;
}

/** How many later releases stand before the one in force; a chain that leads in a circle ends after all files. */
function stepsBack({ supersededBy }: DatasetRecord, datasets: readonly DatasetRecord[]): number {
  let later = supersededBy;
  let steps = 0;
  while (later !== undefined && steps < datasets.length) {
    const id = later;
    later = datasets.find(({ contentId }) => contentId === id)?.supersededBy;
    steps++;
  }
  return steps;
}

function encodedMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16)}`;
}
