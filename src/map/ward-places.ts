import type { AppContext } from '../actions/app-context.ts';
import { drawnContent } from '../stores/derived/map-reading.ts';

/** A ward's label point and box. */
export type WardPlace = Awaited<ReturnType<AppContext['compute']['api']['areaLabels']>>[number];

/** Where the wards of the project now lie. */
export interface WardPlaces {
  /** null until they are known; empty where no wards are loaded. */
  now(): readonly WardPlace[] | null;
  /** West, south, east, north of a ward, in degrees; null where it has no shape. */
  boxOf(code: string): WardPlace['box'] | null;
  /** Of all wards; else of whatever is loaded; null where nothing has a place. */
  wholeBox(): WardPlace['box'] | null;
  destroy(): void;
}

/** Asks the worker for the places whenever the files change, and tells `onChange` when they are there. */
export function keepWardPlaces(context: AppContext, onChange: () => void): WardPlaces {
  let places: readonly WardPlace[] | null = null;
  let box: WardPlace['box'] | null = null;
  let asked = '';
  const ask = async (): Promise<void> => {
    const { project } = context.project.getState();
    const wards = project.datasets.findLast((dataset) => dataset.role === 'wards');
    const others = project.datasets
      .filter((dataset) => dataset.role !== 'wards')
      .map((dataset) => drawnContent(project, dataset.contentId));
    const question = JSON.stringify([wards?.contentId, wards?.coordinates, wards?.roles, others]);
    if (question === asked) return;
    asked = question;
    places = null;
    const found = wards ? await context.compute.api.areaLabels(wards.contentId, project) : [];
    const whole = joined(found.map((place) => place.box)) ?? (await boxOfAny(context, others));
    if (question !== asked) return;
    places = found;
    box = whole;
    onChange();
  };
  const watch = (): void => {
    // A worker that stopped knows no places: the map then has no labels, and the panel says what happened.
    ask().catch(() => {
      places = [];
      onChange();
    });
  };
  const stop = context.project.subscribe((now, before) => {
    if (now.project.datasets !== before.project.datasets) watch();
  });
  watch();
  return {
    now: () => places,
    boxOf: (code) => places?.find((place) => place.code === code)?.box ?? null,
    wholeBox: () => box,
    destroy: () => {
      stop();
      asked = 'destroyed';
    },
  };
}

async function boxOfAny(
  context: AppContext,
  contentIds: readonly string[],
): Promise<WardPlace['box'] | null> {
  for (const contentId of contentIds) {
    const box = await context.compute.api.boxOfContent(contentId);
    if (box) return box;
  }
  return null;
}

function joined(boxes: readonly WardPlace['box'][]): WardPlace['box'] | null {
  if (boxes.length === 0) return null;
  return boxes.reduce(([west, south, east, north], box) => [
    Math.min(west, box[0]),
    Math.min(south, box[1]),
    Math.max(east, box[2]),
    Math.max(north, box[3]),
  ]);
}
