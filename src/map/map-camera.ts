import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../actions/app-context.ts';
import { marksBox } from '../stores/derived/marks-shown.ts';
import { BY_CAMERA, isByCamera } from './by-camera.ts';
import { clusterBox } from './cluster-features.ts';
import { drawnClusters } from './drawn-clusters.ts';
import { type MapPage, mapPage } from './map-page.ts';
import type { FollowPage } from './page-camera.ts';
import type { WardPlace, WardPlaces } from './ward-places.ts';

/** Scale and sources stand on the map's foot: no label of the fitted area is to lie beneath them. */
const FOOT_PIXELS = 24;

/** Over two maps stands which is which, and over their foot what the signs mean. */
const SIDES_PIXELS = 40;
const KEY_PIXELS = 44;

export interface MapCameraOptions {
  readonly map: MapLibreMap;
  readonly context: AppContext;
  readonly places: WardPlaces;
  readonly motionMilliseconds: number;
}

/** Where the map looks. */
export interface MapCamera {
  showWhole(): void;
  /** Takes the container's new size; what was shown to fit, and not moved since, fits again. */
  resize(): void;
  /** To be called when the places of the wards are known or have changed. */
  onPlaces(): void;
  destroy(): void;
}

/** Follows the selected ward, the marked places and the address bar, and writes back where the person has gone. */
export function createMapCamera({ map, context, places, motionMilliseconds }: MapCameraOptions): MapCamera {
  const { view } = context;
  let lastWritten = view.getState().camera;
  let given = lastWritten !== null;
  let seen: WardPlace['box'] | null = null;
  let fitted: WardPlace['box'] | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (box: WardPlace['box'] | null, duration = motionMilliseconds): void => {
    if (!box) return;
    fitted = box;
    const { clientWidth, clientHeight } = map.getContainer();
    const side = Math.round(Math.min(56, Math.min(clientWidth, clientHeight) * 0.09));
    // A single place has no labels around it, and belongs in the middle, where the keyboard's cross is.
    const isPlace = box[0] === box[2] && box[1] === box[3];
    const { page, interventions } = view.getState();
    const { topic, planId } = interventions;
    const isDuel = page === 'interventions' && topic === 'duel' && planId !== null;
    const foot = isPlace ? 0 : FOOT_PIXELS + (isDuel ? KEY_PIXELS : 0);
    const padding = { top: side + (isDuel ? SIDES_PIXELS : 0), right: side, bottom: side + foot, left: side };
    map.fitBounds(
      [box[0], box[1], box[2], box[3]],
      { padding, duration, linear: true, maxZoom: 16 },
      BY_CAMERA,
    );
  };
  const write = (): void => {
    const { lng, lat } = map.getCenter();
    const camera = { lon: rounded(lng, 5), lat: rounded(lat, 5), zoom: rounded(map.getZoom(), 2) };
    if (isSameCamera(camera, view.getState().camera)) return;
    lastWritten = camera;
    view.setState({ camera });
  };
  const onMoveEnd = (): void => {
    clearTimeout(timer);
    // Before anything is shown the map looks nowhere in particular: that is not worth keeping.
    if (seen || given) timer = setTimeout(write, WRITE_DELAY_MILLISECONDS);
  };
  const onMoveStart = (event: object): void => {
    if (!isByCamera(event)) fitted = null;
  };
  map.on('moveend', onMoveEnd);
  map.on('movestart', onMoveStart);

  const isLed = (now: ViewState, before: ViewState): boolean =>
    now.camera !== before.camera && now.camera !== lastWritten;
  const stop = view.subscribe((now, before) => {
    const moved = isLed(now, before);
    if (moved && now.camera) map.jumpTo({ center: [now.camera.lon, now.camera.lat], zoom: now.camera.zoom });
    else if (now.wardCode !== before.wardCode && now.wardCode) show(places.boxOf(now.wardCode));
    else if (wasLeft(now.wardCode, before.wardCode) || wasLeft(now.clusters.id, before.clusters.id)) goBack();
    else if (moved) show(places.wholeBox(), 0);
    else if (now.clusters.id !== before.clusters.id) showOpenCluster();
  });
  /** Away from what was fitted for a selection that is no more; where the person has moved since, nothing moves. */
  const goBack = (): void => {
    if (fitted) show(places.wholeBox());
  };
  const showOpenCluster = (): boolean => {
    const { id } = view.getState().clusters;
    const clusters = drawnClusters(context);
    const box = id !== null && clusters ? clusterBox(clusters, id) : null;
    if (box) show(box);
    return box !== null;
  };
  // An address names a cluster before there are any.
  let isAwaited = view.getState().clusters.id !== null && view.getState().camera === null;
  const stopClusters = context.studies.clusters.subscribe(() => {
    if (isAwaited && showOpenCluster()) isAwaited = false;
  });

  const showMarks = (): boolean => {
    const { marks, chosen } = context.marks.getState();
    const one = chosen === null ? undefined : marks[chosen];
    const box = marksBox(one ? [one] : marks);
    if (box) show(box);
    return box !== null;
  };
  const stopMarks = context.marks.subscribe((now, before) => {
    const goTo = now.chosen !== null && now.chosen !== before.chosen;
    if (goTo || now.marks !== before.marks) showMarks();
  });

  const pages = new Set<MapPage>();
  const stopPages: (() => void)[] = [];
  let isDestroyed = false;
  /** From its first opening on, a page lets the map look at what it has come to be about. */
  const followPage = (startsLed: boolean): void => {
    const page = mapPage(context);
    if (page === null || pages.has(page)) return;
    pages.add(page);
    void PAGE_CAMERAS[page]().then((follow) => {
      if (isDestroyed) return;
      const isGiven = () => given;
      const isFitted = () => fitted !== null;
      stopPages.push(follow({ map, context, show, isGiven, isFitted, isLed, startsLed }));
    });
  };
  followPage(false);
  stopPages.push(view.subscribe((now, before) => followPage(isLed(now, before))));

  return {
    showWhole: () => show(places.wholeBox()),
    resize: () => {
      map.resize(BY_CAMERA);
      show(fitted, 0);
    },
    onPlaces: () => {
      const whole = places.wholeBox();
      if (!whole || (seen && whole.every((edge, i) => edge === seen?.[i]))) return;
      seen = whole;
      if (given) given = false;
      else if (!showMarks()) show(places.boxOf(view.getState().wardCode ?? '') ?? whole, 0);
    },
    destroy: () => {
      stop();
      stopMarks();
      stopClusters();
      isDestroyed = true;
      for (const end of stopPages) end();
      clearTimeout(timer);
      map.off('moveend', onMoveEnd);
      map.off('movestart', onMoveStart);
    },
  };
}

function wasLeft(now: string | null, before: string | null): boolean {
  return now === null && before !== null;
}

const PAGE_CAMERAS: Readonly<Record<MapPage, () => Promise<FollowPage>>> = {
  rooftops: async () => (await import('./rooftops/rooftop-camera.ts')).followRooftops,
  interventions: async () => (await import('./interventions/interventions-camera.ts')).followInterventions,
};

const WRITE_DELAY_MILLISECONDS = 200;

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

type ViewState = ReturnType<AppContext['view']['getState']>;

type Camera = NonNullable<ViewState['camera']>;

function isSameCamera(one: Camera, other: Camera | null): boolean {
  return other !== null && one.lon === other.lon && one.lat === other.lat && one.zoom === other.zoom;
}
