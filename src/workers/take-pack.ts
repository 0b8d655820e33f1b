import type { Project } from '../domain/project/project.ts';
import { withContentNames } from '../domain/project/with-content-names.ts';
import { sameTable } from '../domain/tables/same-table.ts';
import { readPack } from '../formats/pack.ts';
import type { ContentsInUse } from './contents-in-use.ts';

/** Loads what a pack holds, under names that stand for nothing else, and gives its project by these. */
export async function takePack(inUse: ContentsInUse, bytes: ArrayBuffer): Promise<Project> {
  const { workbench } = inUse;
  const { project, contents } = readPack(new Uint8Array(bytes));
  const names = new Map<string, string>();
  const kept = await inUse.keptSoFar();
  for (const { contentId, table } of contents) {
    const isFree = async (name: string): Promise<boolean> => {
      if (workbench.has(name) && !sameTable(workbench.tableAsRead(name), table)) return false;
      return kept ? kept.mayName(name, table) : true;
    };
    // Other data of that name may be the kept work's or a step's of undo: an earlier release of the demo.
    let name = contentId;
    for (let n = 2; !(await isFree(name)); n++) name = `${contentId}-${n}`;
    names.set(contentId, name);
    if (!workbench.has(name)) workbench.put(name, table);
  }
  const isRenamed = [...names].some(([before, after]) => before !== after);
  return isRenamed ? withContentNames(project, (name) => names.get(name) ?? name) : project;
}
