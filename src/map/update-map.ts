import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../actions/app-context.ts';
import { isClusterTopic } from '../actions/open-cluster.ts';
import { areaMarks } from '../stores/derived/area-marks.ts';
import { changeMarks } from '../stores/derived/change-marks.ts';
import { mapReading } from '../stores/derived/map-reading.ts';
import { type WardMark, wardMarks } from '../stores/derived/ward-marks.ts';
import type { ViewState } from '../stores/view-store.ts';
import { createAreaDrawing, measuredAreas } from './area-drawing.ts';
import { clusterFeatures } from './cluster-features.ts';
import { drawnClusters } from './drawn-clusters.ts';
import { CLUSTER_LABELS_SOURCE, CLUSTERS_SOURCE } from './layers/cluster-layers.ts';
import { MARKS_SOURCE, markFeatures } from './layers/mark-layers.ts';
import { WARD_LABELS_SOURCE, WARDS_SOURCE } from './layers/ward-layers.ts';
import type { MapColours } from './map-colours.ts';
import type { MapCount } from './map-count.ts';
import { mapDrawing } from './map-drawing.ts';
import { type MapPage, mapPage } from './map-page.ts';
import { MapWriter } from './map-writer.ts';
import { nextFrame } from './next-frame.ts';
import type { PacedMap } from './paced-map.ts';
import type { PageDrawing } from './page-drawing.ts';
import { wardLabelFeatures } from './ward-labels.ts';
import type { WardPlaces } from './ward-places.ts';
import { WardStates } from './ward-states.ts';

/** What the updater works with. */
export interface MapUpdaterOptions {
  readonly map: MapLibreMap & Pick<PacedMap, 'isAtRest'>;
  readonly context: AppContext;
  readonly places: WardPlaces;
  readonly colours: MapColours;
  /** Where the map stands: alone or on the left, or on the right of another. */
  readonly side?: 'left' | 'right';
  /** Called before something is written that takes the map a while to draw. */
  readonly onChange: () => void;
  /** Called after an update that left the map nothing to draw: no 'idle' follows it. */
  readonly onRest: () => void;
}

/** Keeps a map in step with the stores. Everything on the map is written here. */
export interface MapUpdater {
  /** Writes what differs from what was written last. */
  update(): void;
  /** Writes everything again, on a style that holds none or somebody else's copy of it. */
  rerun(): void;
  setColours(colours: MapColours): void;
  /** Draws another count in the stead of the stores' own; null: the stores' again. */
  setCount(count: MapCount | null): void;
  /** The image of that name that an opened page draws with; undefined for another's name. */
  image(imageId: string): ImageData | undefined;
  /** What the open page calls a thing on the map. */
  nameOf(thing: string): string | undefined;
  /** Whether what was written is what the stores now hold, and nothing more is to come. */
  isCurrent(): boolean;
  destroy(): void;
}

/** Starts writing once `rerun` is called, which the style's first load does. */
export function createMapUpdater({
  map,
  context,
  places,
  side = 'left',
  onChange,
  onRest,
  ...options
}: MapUpdaterOptions): MapUpdater {
  const writer = new MapWriter(map);
  const states = new WardStates(map, WARDS_SOURCE);
  const clusterStates = new WardStates(map, CLUSTERS_SOURCE, null);
  let { colours } = options;
  let written: readonly unknown[] = [];
  let labelled: readonly unknown[] = [];
  let marked: readonly unknown[] = [];
  let clustered: unknown = null;
  let ready = false;
  let isHeld = false;
  let isDestroyed = false;
  let isWhole = true;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const areasShown = createAreaDrawing(context);
  let count: MapCount | null = null;
  let counted: { readonly what: unknown; readonly version: number } = { what: null, version: 0 };
  let marks: ReadonlyMap<string, WardMark> | null = null;
  const pages = new Map<MapPage, PageDrawing | 'coming'>();

  /** What the open page draws; its code is fetched when it is first opened. */
  const pageShown = (): PageDrawing | null => {
    const page = mapPage(context);
    if (page === null) return null;
    const drawing = pages.get(page);
    if (drawing === undefined) {
      pages.set(page, 'coming');
      void PAGE_DRAWINGS[page]().then((create) => {
        pages.set(page, create(map, context, { writer, onChange, side }));
        if (!isDestroyed) update();
      });
    }
    return drawing === undefined || drawing === 'coming' ? null : drawing;
  };
  const project = () => count?.project ?? context.project.getState().project;
  const analysis = () => count?.analysis ?? context.analysis.getState().analysis;

  const drawLayers = (): void => {
    const drawn = { project: project(), analysis: analysis() };
    const { shownLayers, showPremises } = context.view.getState();
    const clusters = isClusterTopic(context);
    const { owner, chosen } = context.marks.getState();
    const { basemap, version } = context.basemap.getState();
    const areas = areasShown();
    const outlinesOnly = measuredAreas(context)?.notSpots != null || mapPage(context) !== null;
    const page = pageShown();
    const pageInputs = page?.inputs() ?? [];
    const inputs = [
      drawn.project,
      drawn.analysis,
      count,
      shownLayers,
      showPremises,
      colours,
      owner,
      chosen,
      basemap,
      clusters,
      areas,
      outlinesOnly,
      page,
      ...pageInputs,
    ];
    if (isWhole && isEqual(inputs, written)) return;
    onChange();
    written = inputs;
    const what = count ?? drawn.analysis;
    if (what !== counted.what) {
      counted = { what, version: counted.version + 1 };
      marks = marksOf(count, drawn.analysis);
    }
    const reading = mapReading(drawn.project, shownLayers);
    const drawing = writer.draw(
      mapDrawing(
        {
          reading,
          // A page may draw premises by what it says of them.
          premisesVersion:
            drawn.analysis && reading.hasPremises && showPremises && !page?.drawsPremises()
              ? counted.version
              : null,
          premisesCount: count?.name,
          dotsFromAfar: drawn.analysis !== null && !drawn.analysis.ranksWards,
          wardClassByCode: classes(),
          marks: owner === null ? null : { chosen },
          clusters,
          areas,
          page: page?.layers(colours) ?? null,
          outlinesOnly,
          basemap: basemap ? { basemap, version } : null,
        },
        colours,
      ),
    );
    const { renewed } = drawing;
    isWhole = drawing.isWhole;
    clearTimeout(rest);
    if (!isWhole) rest = setTimeout(update);
    if (renewed.has(WARDS_SOURCE)) states.forget();
    if (renewed.has(WARD_LABELS_SOURCE)) labelled = [];
    if (renewed.has(MARKS_SOURCE)) marked = [];
    if (renewed.has(CLUSTERS_SOURCE)) {
      clustered = null;
      clusterStates.forget();
    }
    page?.fill(renewed, colours);
    states.setAll('class', new Map([...classes()].map(([code, wardClass]) => [code, String(wardClass)])));
  };
  const classes = (): Map<string, WardMark['wardClass']> =>
    new Map([...(marks ?? [])].map(([code, mark]) => [code, mark.wardClass]));

  const drawClusters = (): void => {
    const clusters = drawnClusters(context);
    if (!map.getSource(CLUSTERS_SOURCE)) return;
    if (clusters !== clustered) {
      onChange();
      clustered = clusters;
      const { outlines, labels } = clusters ? clusterFeatures(clusters) : NO_CLUSTERS;
      writer.setFeatures(CLUSTERS_SOURCE, outlines);
      writer.setFeatures(CLUSTER_LABELS_SOURCE, labels);
    }
    const { id, hovered } = context.view.getState().clusters;
    clusterStates.setOne('selected', id);
    clusterStates.setOne('hover', hovered);
  };

  const update = (): void => {
    if (!ready || isHeld) return;
    drawLayers();
    const { wardCode, hoveredWard } = context.view.getState();
    states.setOne('selected', wardCode);
    states.setOne('hover', hoveredWard);
    const areas = measuredAreas(context);
    const page = pageShown();
    const named = areas ? areaMarks(areas) : count?.namesOnly || page ? null : marks;
    const labels = [places.now(), named];
    if (!isEqual(labels, labelled) && map.getSource(WARD_LABELS_SOURCE)) {
      onChange();
      labelled = labels;
      writer.setFeatures(WARD_LABELS_SOURCE, wardLabelFeatures(places.now() ?? [], named));
    }
    const marking = context.marks.getState();
    if (!isEqual([marking.marks, marking.chosen], marked) && map.getSource(MARKS_SOURCE)) {
      onChange();
      marked = [marking.marks, marking.chosen];
      writer.setFeatures(MARKS_SOURCE, markFeatures(marking));
    }
    drawClusters();
    page?.fill(NONE, colours);
    if (map.isAtRest()) onRest();
  };

  /**
   * Lets the page show a new count, or another plan or answer, in words first: in software, drawing the map keeps all of
   * the machine busy. Of two maps each has a frame of its own.
   */
  const afterWords = async (): Promise<void> => {
    if (!ready || isHeld) return;
    onChange();
    isHeld = true;
    await nextFrame();
    await nextFrame();
    if (side === 'right') await nextFrame();
    isHeld = false;
    if (!isDestroyed) update();
  };

  const follow = (study: keyof AppContext['studies']): (() => void) =>
    context.studies[study].subscribe((now: { answer: unknown }, before: { answer: unknown }) => {
      if (now.answer === before.answer) update();
      else void afterWords();
    });

  const stops = [
    context.project.subscribe((now, before) => {
      if (now.project.plans === before.project.plans) update();
      else void afterWords();
    }),
    context.analysis.subscribe((now, before) => {
      if (now.analysis === before.analysis) update();
      else void afterWords();
    }),
    context.view.subscribe((now, before) => {
      if (isSamePicture(now, before)) update();
      else void afterWords();
    }),
    context.marks.subscribe(update),
    context.basemap.subscribe(update),
    context.studies.clusters.subscribe(update),
    context.studies.areas.subscribe(update),
    context.studies['area-shapes'].subscribe(update),
    context.studies.link.subscribe(update),
    context.studies.reach.subscribe(update),
    context.studies.sees.subscribe(update),
    context.studies.candidates.subscribe(update),
    context.digs.subscribe(update),
    context.plans.subscribe(update),
    ...(['dig-premises', 'dig-ground', 'crossover', 'roof-ranking', 'compare-plans'] as const).map(follow),
  ];
  return {
    update,
    rerun: () => {
      ready = true;
      isHeld = false;
      writer.reset();
      states.forget();
      written = [];
      labelled = [];
      marked = [];
      clustered = null;
      clusterStates.forget();
      for (const drawing of pages.values()) if (drawing !== 'coming') drawing.forget();
      update();
    },
    setColours: (next) => {
      colours = next;
      update();
    },
    setCount: (next) => {
      count = next;
      update();
    },
    image: (imageId) => {
      for (const drawing of pages.values()) {
        const image = drawing === 'coming' ? undefined : drawing.image(imageId, colours);
        if (image) return image;
      }
      return undefined;
    },
    nameOf: (thing) => pageShown()?.nameOf?.(thing),
    isCurrent: () => {
      const isCounted = count !== null || context.analysis.getState().status !== 'working';
      return (
        ready &&
        !isHeld &&
        isWhole &&
        isCounted &&
        ![...pages.values()].includes('coming') &&
        written[1] === analysis() &&
        written[2] === count &&
        places.now() !== null
      );
    },
    destroy: () => {
      isDestroyed = true;
      clearTimeout(rest);
      for (const stop of stops) stop();
    },
  };
}

function marksOf(
  count: MapCount | null,
  analysis: ReturnType<AppContext['analysis']['getState']>['analysis'],
): ReadonlyMap<string, WardMark> | null {
  if (count) return count.change ? changeMarks(count.change) : wardMarks(count.analysis, count.beside);
  return analysis ? wardMarks(analysis) : null;
}

/** Whether the open page draws the same work in the same way. */
function isSamePicture({ interventions: one }: ViewState, { interventions: other }: ViewState): boolean {
  return one.topic === other.topic && one.planId === other.planId && one.sides === other.sides;
}

type CreateDrawing = (
  map: MapLibreMap,
  context: AppContext,
  parts: { readonly writer: MapWriter; readonly onChange: () => void; readonly side: 'left' | 'right' },
) => PageDrawing;

const PAGE_DRAWINGS: Readonly<Record<MapPage, () => Promise<CreateDrawing>>> = {
  rooftops: async () => (await import('./rooftops/rooftop-drawing.ts')).createRooftopDrawing,
  interventions: async () =>
    (await import('./interventions/interventions-drawing.ts')).createInterventionsDrawing,
};

const NONE: ReadonlySet<string> = new Set();
const NO_CLUSTERS = { outlines: [], labels: [] };

function isEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}
