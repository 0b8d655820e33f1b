import type { LookupTable } from '../coverage/key-join.ts';
import { isLookupDataset } from './answer-layer.ts';
import type { Project } from './project.ts';
import type { Workbench } from './workbench.ts';

/** The loaded files through which codes may be looked up. */
export function lookupTables(workbench: Workbench, project: Project): LookupTable[] {
  const source = workbench.sourceOf(project);
  return project.datasets.filter(isLookupDataset).map((dataset) => source.lookup(dataset));
}
