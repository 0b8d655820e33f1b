import type { ColumnRoles } from '../domain/project/column-roles.ts';
import type { LiveList, Project } from '../domain/project/project.ts';
import { projectWithLiveList } from '../domain/project/project-with-live-list.ts';
import { projectWithReport } from '../domain/project/project-with-report.ts';
import { projectWithColumnRole, projectWithRole } from '../domain/project/project-with-role.ts';
import type { Role } from '../domain/project/role.ts';
import type { AppContext } from './app-context.ts';

/** Puts right what a file was taken for. Its layers and its report are made anew; one step of undo. */
export async function setRole(context: AppContext, contentId: string, role: Role): Promise<void> {
  const dataset = context.project
    .getState()
    .project.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset || dataset.role === role) return;
  await change(context, contentId, `${dataset.fileName} is now used as ${role}`, (project) =>
    projectWithRole(project, contentId, role),
  );
}

/** Puts right which column means what; undefined: none does. */
export async function setColumnRole(
  context: AppContext,
  contentId: string,
  which: keyof ColumnRoles,
  column: string | undefined,
): Promise<void> {
  const label = `Column for ${which}: ${column ?? 'none'}`;
  await change(context, contentId, label, (project) =>
    projectWithColumnRole(project, contentId, which, column),
  );
}

/** Leaves out the postcodes that a list of live ones does not hold; null: counts them all again. */
export async function setLiveList(
  context: AppContext,
  contentId: string,
  liveList: LiveList | null,
): Promise<void> {
  const label = liveList ? 'Left out postcodes no longer live' : 'All postcodes are counted again';
  await change(context, contentId, label, (project) =>
    projectWithLiveList(project, contentId, liveList ?? undefined),
  );
}

async function change(
  context: AppContext,
  contentId: string,
  label: string,
  edit: (project: Project) => Project,
): Promise<void> {
  const edited = edit(context.project.getState().project);
  const dataset = edited.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset) return;
  const report = await context.compute.api.reportInRole(dataset, edited.layers);
  // Other steps may have been taken meanwhile: the edit is made on the project as it is now.
  const { project, change: take } = context.project.getState();
  const next = projectWithReport(edit(project), contentId, report);
  if (next !== project) take(label, { kind: 'set-project', project: next });
}
