import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { clearPrewarmedResources, type Map as MapLibreMap, prewarm, setWorkerUrl } from 'maplibre-gl';
import mapWorkerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { AppContext } from '../actions/app-context.ts';
import { BY_CAMERA } from './by-camera.ts';
import { followRelief } from './follow-relief.ts';
import { followSize } from './follow-size.ts';
import { followKeyboard } from './gestures/keyboard.ts';
import { followPointer } from './gestures/pointer.ts';
import { BASEMAP_SOURCE } from './layers/basemap-layers.ts';
import { createMapCamera, type MapCamera } from './map-camera.ts';
import { readMapColours } from './map-colours.ts';
import { createMapControls } from './map-controls.ts';
import type { MapCount } from './map-count.ts';
import { mapSources } from './map-sources.ts';
import { markImage } from './mark-images.ts';
import { PacedMap } from './paced-map.ts';
import { PATTERN_PIXEL_RATIO, patternImage } from './pattern-images.ts';
import { serveTiles } from './tile-protocol.ts';
import { createMapUpdater } from './update-map.ts';
import { keepWardPlaces } from './ward-places.ts';

/** 'idle': everything the stores hold is drawn. 'reloading': the graphics went and may come back. 'none': this computer cannot show a map. */
export type MapState = 'loading' | 'idle' | 'reloading' | 'none';

export interface CreateMapOptions {
  onState(state: MapState): void;
  /** A premises dot was clicked or chosen at the cross, by its row. */
  onPremises?(row: number): void;
  /** Id of the text that says what the map shows. */
  readonly describedBy?: string;
  /** The map that leads this one: it looks where that one looks (map-pair.ts), and has no buttons of its own. */
  readonly leader?: MapHandle;
}

export interface MapHandle {
  /** null where no map can be shown. */
  readonly map: MapLibreMap | null;
  /** Draws another count in the stead of the stores' own; null: the stores' again. */
  setCount(count: MapCount | null): void;
  /** Says in the map's name what of a page's it shows: "rooftop radio"; null: nothing of the kind. */
  setShown(words: string | null): void;
  showWhole(): void;
  resize(): void;
  /** Resolves when the state is 'idle', at once where it is. */
  idle(): Promise<void>;
  destroy(): void;
}

/** Starts the map's own worker, so that it is there when the first map is made. Maps share it; it stays, unless none can be shown. */
export function warmMap(): void {
  setWorkerUrl(mapWorkerUrl);
  prewarm();
}

/**
 * Puts the map into `container` and keeps it in step with the stores until it is destroyed. Loaded lazily: this file
 * brings MapLibre with it. `warmMap` goes before. Never throws: where there is no WebGL the state is 'none' and the handle does nothing.
 */
export function createMap(container: HTMLElement, context: AppContext, options: CreateMapOptions): MapHandle {
  const place = document.createElement('div');
  place.className = 'notspot-map';
  container.append(place);
  let map: PacedMap;
  try {
    map = newMap(place, context);
  } catch {
    clearPrewarmedResources();
    place.remove();
    options.onState('none');
    return NO_MAP;
  }
  return joinMap(map, context, options);
}

const NO_MAP: MapHandle = {
  map: null,
  setCount: () => undefined,
  setShown: () => undefined,
  showWhole: () => undefined,
  resize: () => undefined,
  idle: () => Promise.resolve(),
  destroy: () => undefined,
};

const MOTION_MILLISECONDS = 150;

/** How long a lost graphics context may stay lost before the map is given up. */
const RESTORE_MILLISECONDS = 4_000;

/** Great Britain, until the data is there. */
const FIRST_VIEW = { lon: -2.5, lat: 54, zoom: 5 };

function newMap(container: HTMLElement, context: AppContext): PacedMap {
  const { lon, lat, zoom } = context.view.getState().camera ?? FIRST_VIEW;
  return new PacedMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    center: [lon, lat],
    zoom,
    minZoom: 3,
    maxZoom: 19.5,
    maxPitch: 0,
    attributionControl: false,
    // Every recount makes all premises tiles stale: keeping many of them keeps nothing of use.
    maxTileCacheSize: 20,
    keyboard: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    trackResize: false,
  });
}

function joinMap(map: PacedMap, context: AppContext, options: CreateMapOptions): MapHandle {
  const container = map.getContainer();
  const motionMilliseconds = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOTION_MILLISECONDS;
  let state: MapState | null = null;
  const waiting: (() => void)[] = [];
  let isDestroyed = false;
  /** The graphics went: nothing is drawn until they are back, whatever changes meanwhile. */
  let isLost = false;
  const setState = (next: MapState): void => {
    // The map may still draw until the graphics are free for it to be removed.
    if (isDestroyed || (isLost && next !== 'reloading' && next !== 'none')) return;
    if (next !== state) options.onState(next);
    state = next;
    if (state === 'idle') for (const resolve of waiting.splice(0)) resolve();
  };
  setState('loading');
  map.touchZoomRotate.disableRotation();

  let colours = readMapColours(container);
  const endTiles = serveTiles(context);
  const places = keepWardPlaces(context, () => {
    camera.onPlaces();
    updater.update();
  });
  const { leader } = options;
  const camera = leader
    ? ledCamera(map, leader)
    : createMapCamera({ map, context, places, motionMilliseconds });
  const onChange = (): void => setState('loading');
  const tellIfDrawn = (): void => {
    if (updater.isCurrent() && !size.isBehind()) setState('idle');
  };
  const updater = createMapUpdater({
    map,
    context,
    places,
    colours,
    side: leader ? 'right' : 'left',
    onChange,
    onRest: tellIfDrawn,
  });
  const { showWhole } = camera;
  const controls = createMapControls({
    map,
    motionMilliseconds,
    showWhole,
    isSecond: leader !== undefined,
  });
  const gestures = { map, context, motionMilliseconds, onPremises: options.onPremises };
  const endPointer = followPointer(gestures);
  const endKeyboard = followKeyboard({
    ...gestures,
    showWhole,
    toggleHelp: controls.toggleHint,
    onCrosshair: ({ wardCode, clusterId, siteId, streetId, thing }) => {
      const ward = places.now()?.find((place) => place.code === wardCode)?.name ?? 'Outside every ward';
      const clusters = clusterId === null ? null : context.studies.clusters.getState().answer;
      const cluster = clusters?.names[clusters.ids.indexOf(clusterId ?? '')];
      const site = context.project.getState().project.sites.find(({ id }) => id === siteId)?.name;
      const street = context.studies['dig-ground']
        .getState()
        .answer?.streets.find(({ id }) => id === streetId);
      const road = street ? (street.name ?? street.id) : undefined;
      const named = thing === null ? undefined : updater.nameOf(thing);
      const what = named ?? road ?? site ?? (cluster ? `Cluster ${cluster}` : undefined);
      controls.announce(what ? `${what}, ${ward}` : ward);
    },
  });

  const imageOf = (id: string): ImageData | undefined =>
    patternImage(id, colours) ?? markImage(id, colours) ?? updater.image(id);
  map.setMissingStyleImageResolver((id) => {
    const image = imageOf(id);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: PATTERN_PIXEL_RATIO });
  });
  // There is none before it is read, nor while the graphics are lost.
  let hasStyle = false;
  map.on('style.load', () => {
    hasStyle = true;
    updater.rerun();
  });
  const recolourImages = (): void => {
    for (const id of hasStyle ? map.listImages() : []) {
      const image = imageOf(id);
      if (image) map.updateImage(id, image);
    }
  };
  map.on('error', (event) => {
    // A broken tile of a dropped basemap leaves a blank; anything else is a fault of ours, told as without a listener.
    if (!('sourceId' in event && event.sourceId === BASEMAP_SOURCE)) console.error(event.error);
  });
  const size = followSize(map, {
    onChange,
    resize: camera.resize,
    onNothing: () => map.triggerRepaint(),
  });
  map.on('idle', tellIfDrawn);
  let givenUp: ReturnType<typeof setTimeout> | undefined;
  map.on('webglcontextlost', () => {
    hasStyle = false;
    isLost = true;
    setState('reloading');
    clearTimeout(givenUp);
    givenUp = setTimeout(() => setState('none'), RESTORE_MILLISECONDS);
  });
  map.on('webglcontextrestored', () => {
    clearTimeout(givenUp);
    isLost = false;
    // The page may have taken other colours meanwhile.
    recolourImages();
  });

  const canvas = map.getCanvas();
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-describedby', [options.describedBy, controls.hintId].filter(Boolean).join(' '));
  let label = '';
  let shown = '';
  const nameMap = (): void => {
    const { project } = context.project.getState();
    canvas.setAttribute('aria-label', `Map of ${project.name}${label}${shown}`);
    controls.setSources(mapSources(project, context.basemap.getState().basemap));
  };
  nameMap();
  const stopNaming = [context.project.subscribe(nameMap), context.basemap.subscribe(nameMap)];
  const endNaming = (): void => {
    for (const stop of stopNaming) stop();
  };

  const endTilt = leader ? () => undefined : followRelief(map, context, motionMilliseconds);
  const endThemes = followTheme(() => {
    colours = readMapColours(container);
    updater.setColours(colours);
    recolourImages();
  });

  return {
    map,
    setCount: (count) => {
      label = count ? `, ${count.label}` : '';
      nameMap();
      updater.setCount(count);
    },
    setShown: (words) => {
      shown = words === null ? '' : `: ${words}`;
      nameMap();
    },
    showWhole,
    resize: camera.resize,
    idle: () => (state === 'idle' ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    destroy: () => {
      isDestroyed = true;
      clearTimeout(givenUp);
      size.end();
      for (const end of [endThemes, endTilt, endNaming, endKeyboard, endPointer, endTiles]) end();
      controls.destroy();
      updater.destroy();
      camera.destroy();
      places.destroy();
      container.remove();
      map.retire();
    },
  };
}

/** Of a map that another leads: it goes nowhere by itself. */
function ledCamera(map: MapLibreMap, leader: MapHandle): MapCamera {
  return {
    showWhole: leader.showWhole,
    resize: () => void map.resize(BY_CAMERA),
    onPlaces: () => undefined,
    destroy: () => undefined,
  };
}

/** Calls `onChange` when the page takes other colours: its `data-theme` changes. Returns a function that ends it. */
function followTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
