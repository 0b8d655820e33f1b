import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../actions/app-context.ts';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import { mapReading } from '../stores/derived/map-reading.ts';
import { wardMarks } from '../stores/derived/ward-marks.ts';
import { createAreaDrawing, measuredAreas } from './area-drawing.ts';
import { MARKS_SOURCE, markFeatures } from './layers/mark-layers.ts';
import { WARD_LABELS_SOURCE, WARDS_SOURCE } from './layers/ward-layers.ts';
import type { MapColours } from './map-colours.ts';
import { mapDrawing } from './map-drawing.ts';
import { MapWriter } from './map-writer.ts';
import { wardLabelFeatures } from './ward-labels.ts';
import type { WardPlaces } from './ward-places.ts';
import { WardStates } from './ward-states.ts';

/** What the updater works with. */
export interface MapUpdaterOptions {
  readonly map: MapLibreMap;
  readonly context: AppContext;
  readonly places: WardPlaces;
  readonly colours: MapColours;
  /** Called before something is written that takes the map a while to draw. */
  readonly onChange: () => void;
}

/** Keeps a map in step with the stores. Everything on the map is written here. */
export interface MapUpdater {
  /** Writes what differs from what was written last. */
  update(): void;
  /** Writes everything again, on a style that holds none or somebody else's copy of it. */
  rerun(): void;
  setColours(colours: MapColours): void;
  /** Whether what was written is what the stores now hold, and nothing more is to come. */
  isCurrent(): boolean;
  destroy(): void;
}

/** Starts writing once `rerun` is called, which the style's first load does. */
export function createMapUpdater({
  map,
  context,
  places,
  onChange,
  ...options
}: MapUpdaterOptions): MapUpdater {
  const writer = new MapWriter(map);
  const states = new WardStates(map, WARDS_SOURCE);
  let { colours } = options;
  let written: readonly unknown[] = [];
  let labelled: readonly unknown[] = [];
  let marked: readonly unknown[] = [];
  let ready = false;
  const areasShown = createAreaDrawing(context);
  let counted: { analysis: Analysis | null; version: number } = { analysis: null, version: 0 };

  const drawLayers = (): void => {
    const { project } = context.project.getState();
    const { analysis } = context.analysis.getState();
    const { shownLayers, showPremises } = context.view.getState();
    const { owner, chosen } = context.marks.getState();
    const { basemap, version } = context.basemap.getState();
    const areas = areasShown();
    const inputs = [project, analysis, shownLayers, showPremises, colours, owner, chosen, basemap, areas];
    if (isEqual(inputs, written)) return;
    onChange();
    written = inputs;
    if (analysis !== counted.analysis) counted = { analysis, version: counted.version + 1 };
    const reading = mapReading(project, shownLayers);
    const marks = analysis ? wardMarks(analysis) : new Map();
    const renewed = writer.draw(
      mapDrawing(
        {
          reading,
          premisesVersion: analysis && reading.hasPremises && showPremises ? counted.version : null,
          dotsFromAfar: analysis !== null && !analysis.ranksWards,
          wardClassByCode: new Map([...marks].map(([code, mark]) => [code, mark.wardClass])),
          marks: owner === null ? null : { chosen },
          areas,
          basemap: basemap ? { basemap, version } : null,
        },
        colours,
      ),
    );
    if (renewed.has(WARDS_SOURCE)) states.forget();
    if (renewed.has(WARD_LABELS_SOURCE)) labelled = [];
    if (renewed.has(MARKS_SOURCE)) marked = [];
    states.setAll('class', new Map([...marks].map(([code, mark]) => [code, String(mark.wardClass)])));
  };

  const update = (): void => {
    if (!ready) return;
    drawLayers();
    const { analysis } = context.analysis.getState();
    const { wardCode, hoveredWard } = context.view.getState();
    states.setOne('selected', wardCode);
    states.setOne('hover', hoveredWard);
    const areas = measuredAreas(context);
    const labels = [places.now(), analysis, areas];
    if (!isEqual(labels, labelled) && map.getSource(WARD_LABELS_SOURCE)) {
      onChange();
      labelled = labels;
      writer.setFeatures(WARD_LABELS_SOURCE, wardLabelFeatures(places.now() ?? [], analysis, areas));
    }
    const marking = context.marks.getState();
    if (!isEqual([marking.marks, marking.chosen], marked) && map.getSource(MARKS_SOURCE)) {
      onChange();
      marked = [marking.marks, marking.chosen];
      writer.setFeatures(MARKS_SOURCE, markFeatures(marking));
    }
    // An idle event must follow even where nothing visible changed: that is how the last state is told.
    map.triggerRepaint();
  };

  const stops = [
    context.project.subscribe(update),
    context.analysis.subscribe(update),
    context.view.subscribe(update),
    context.marks.subscribe(update),
    context.basemap.subscribe(update),
    context.studies.areas.subscribe(update),
    context.studies['area-shapes'].subscribe(update),
  ];
  return {
    update,
    rerun: () => {
      ready = true;
      writer.reset();
      states.forget();
      written = [];
      labelled = [];
      marked = [];
      update();
    },
    setColours: (next) => {
      colours = next;
      update();
    },
    isCurrent: () => {
      const { status, analysis } = context.analysis.getState();
      return ready && status !== 'working' && written[1] === analysis && places.now() !== null;
    },
    destroy: () => {
      for (const stop of stops) stop();
    },
  };
}

function isEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}
