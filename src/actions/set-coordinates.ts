import type { CoordinateChoice } from '../domain/geo/coordinate-choice.ts';
import type { CoordinatesView } from '../domain/project/coordinates-view.ts';
import type { DatasetRecord } from '../domain/project/project.ts';
import { projectWithCoordinates } from '../domain/project/project-with-coordinates.ts';
import { projectWithReport } from '../domain/project/project-with-report.ts';
import { coordinateLabel, coordinateMarks } from '../stores/derived/coordinates-text.ts';
import type { AppContext } from './app-context.ts';
import { clearMarks, showMarks } from './show-marks.ts';

/** Whose marks the places of a file are. */
const OWNER = 'coordinates';

/** Says how a file's coordinates are read; undefined: as it names them or its numbers show. Its report is made anew; one step of undo. */
export async function setCoordinates(
  context: AppContext,
  contentId: string,
  choice: CoordinateChoice | undefined,
): Promise<void> {
  const edited = projectWithCoordinates(context.project.getState().project, contentId, choice);
  const dataset = edited.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset) return;
  const report = await context.compute.api.reportInRole(dataset, edited.layers);
  // Other steps may have been taken meanwhile: the edit is made on the project as it is now.
  const { project, change } = context.project.getState();
  const next = projectWithReport(projectWithCoordinates(project, contentId, choice), contentId, report);
  change(`Coordinates of ${dataset.fileName}: ${coordinateLabel(choice)}`, {
    kind: 'set-project',
    project: next,
  });
}

/** How a file's coordinates are read, and where its places come to lie; null where it has none. */
export function lookAtCoordinates(
  context: AppContext,
  dataset: DatasetRecord,
): Promise<CoordinatesView | null> {
  return context.compute.api.coordinates(dataset);
}

/** Marks some of a file's places on the map, as its numbers stand there or as they are read, and moves the map to them. */
export function showCoordinates(
  context: AppContext,
  fileName: string,
  view: CoordinatesView,
  when: 'before' | 'after',
): void {
  const marks = coordinateMarks(view, when);
  const how = when === 'before' ? 'as written, taken as longitude and latitude' : 'as read';
  if (marks.length === 0) clearMarks(context, OWNER);
  else showMarks(context, { owner: OWNER, title: `Places of ${fileName}, ${how}`, marks });
}
