import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../actions/app-context.ts';
import { openedDesign, shownResult } from '../actions/find-design.ts';
import { shownGround } from '../actions/find-dig-ground.ts';
import { openedPlan, shownDesigns } from '../actions/find-plan.ts';
import { shownReach } from '../actions/find-reach.ts';
import { isPlanTopic, planPicture } from '../actions/plan-picture.ts';
import { shownLinks } from '../actions/shown-links.ts';
import { digBox, streetBox } from '../stores/derived/dig-box.ts';
import { marksBox } from '../stores/derived/marks-shown.ts';
import { planBox } from '../stores/derived/plan-box.ts';
import { boxOfPlaces, rooftopBox } from '../stores/derived/rooftop-box.ts';
import { BY_CAMERA, isByCamera } from './by-camera.ts';
import { clusterBox } from './cluster-features.ts';
import { drawnClusters } from './drawn-clusters.ts';
import type { WardPlace, WardPlaces } from './ward-places.ts';

/** Scale and sources stand on the map's foot: no label of the fitted area is to lie beneath them. */
const FOOT_PIXELS = 24;

/** Over two maps stands which is which. */
const SIDES_PIXELS = 40;

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
    const over = page === 'interventions' && interventions.topic === 'duel' ? SIDES_PIXELS : 0;
    const padding = { top: side + over, right: side, bottom: side + (isPlace ? 0 : FOOT_PIXELS), left: side };
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

  const stop = view.subscribe((now, before) => {
    const moved = now.camera !== before.camera && now.camera !== lastWritten;
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

  let about: string | null = null;
  /** Goes to what the Rooftops page has come to be about, unless the address says where to look; what is in sight stays. */
  const showRooftops = (isLed: boolean): void => {
    const { page, rooftops } = view.getState();
    const shown =
      page === 'rooftops'
        ? rooftopBox(context.project.getState().project, rooftops, shownReach(context))
        : null;
    const isNew = shown !== null && shown.key !== about;
    about = shown?.key ?? null;
    if (isNew && !isLed && !given && (shown.isWhole || !isInSight(map, shown.box))) show(shown.box);
  };
  const stopRooftops = [
    view.subscribe((now, before) => showRooftops(now.camera !== before.camera && now.camera !== lastWritten)),
    context.project.subscribe(() => showRooftops(false)),
    context.studies.reach.subscribe((now, before) => {
      // Where the person has moved since, nothing moves.
      if (now.answer !== before.answer) showRooftops(fitted === null);
    }),
    context.studies.sees.subscribe(({ answer }, before) => {
      if (answer === before.answer) return;
      const box = boxOfPlaces(shownLinks(context).lines.flatMap(({ from, to }) => [from, to]));
      if (box && !isInSight(map, box)) show(box);
    }),
  ];

  let dug: string | null = null;
  /** Fits the premises that a dig is to reach, then its route once there is one: an edit of it moves nothing. */
  const showDig = (): void => {
    const { page, interventions } = view.getState();
    if (page !== 'interventions') return;
    if (isPlanTopic(interventions.topic) && openedPlan(context)) {
      showPlan();
      return;
    }
    const design = openedDesign(context);
    const { answer } = context.studies['dig-premises'].getState();
    const result = design && (shownResult(context, design)?.result ?? null);
    const box = digBox(result, answer);
    const key = `${interventions.designId ?? ''} ${result ? 'route' : box?.join(' ')}`;
    if (!box || dug === key) return;
    dug = key;
    if (!given) show(box);
  };
  /** Fits the premises and hubs of a plan when it is opened, and when it has its first designs: an edit of it moves nothing. */
  const showPlan = (): void => {
    const plan = openedPlan(context);
    const shown = plan && shownDesigns(context, plan);
    const box = shown && planBox(shown.designs);
    const key = `plan ${plan?.id}`;
    if (!box || dug === key) return;
    dug = key;
    if (!given) show(box);
  };
  /** A hub or premises that is chosen in the table may lie out of sight. */
  const showThing = (id: string): void => {
    const picture = planPicture(context, 'left');
    const at = picture?.roofs.find((roof) => roof.id === id) ?? picture?.marks.find(({ key }) => key === id);
    if (at && !touchesSight(map, [at.lon, at.lat, at.lon, at.lat])) show([at.lon, at.lat, at.lon, at.lat]);
  };
  /** A street that is chosen elsewhere than on the map may lie out of sight. */
  const showStreet = (id: string): void => {
    const ground = shownGround(context);
    const box = ground && streetBox(ground, id);
    if (box && !touchesSight(map, box)) show(box);
  };
  const stopDigs = [
    view.subscribe((now, before) => {
      if (
        now.page !== before.page ||
        now.interventions.designId !== before.interventions.designId ||
        now.interventions.planId !== before.interventions.planId ||
        isPlanTopic(now.interventions.topic) !== isPlanTopic(before.interventions.topic)
      )
        showDig();
      const { streetId, thingId } = now.interventions;
      if (thingId !== null && thingId !== before.interventions.thingId) showThing(thingId);
      if (streetId !== null && streetId !== before.interventions.streetId) showStreet(streetId);
    }),
    context.project.subscribe(showDig),
    context.studies['dig-premises'].subscribe((now, before) => {
      if (now.answer !== before.answer) showDig();
    }),
  ];

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
      for (const end of [...stopRooftops, ...stopDigs]) end();
      clearTimeout(timer);
      map.off('moveend', onMoveEnd);
      map.off('movestart', onMoveStart);
    },
  };
}

function wasLeft(now: string | null, before: string | null): boolean {
  return now === null && before !== null;
}

/** Whether a box is in sight, and large enough to be made out. */
function isInSight(map: MapLibreMap, [west, south, east, north]: WardPlace['box']): boolean {
  const bounds = map.getBounds();
  const isInside = bounds.contains([west, south]) && bounds.contains([east, north]);
  return isInside && (north - south) * SMALLEST_SHARE > bounds.getNorth() - bounds.getSouth();
}

/** Whether any part of a box is in sight. */
function touchesSight(map: MapLibreMap, [west, south, east, north]: WardPlace['box']): boolean {
  const bounds = map.getBounds();
  return (
    west <= bounds.getEast() &&
    east >= bounds.getWest() &&
    south <= bounds.getNorth() &&
    north >= bounds.getSouth()
  );
}

/** A box that is in sight takes at least one part in so many of the map's height. */
const SMALLEST_SHARE = 6;

const WRITE_DELAY_MILLISECONDS = 200;

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

type Camera = NonNullable<ReturnType<AppContext['view']['getState']>['camera']>;

function isSameCamera(one: Camera, other: Camera | null): boolean {
  return other !== null && one.lon === other.lon && one.lat === other.lat && one.zoom === other.zoom;
}
