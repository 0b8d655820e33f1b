import type { AppContext } from '../../actions/app-context.ts';
import { isClusterTopic, openCluster } from '../../actions/open-cluster.ts';
import { startPicking } from '../../actions/pick-place.ts';
import { selectWard } from '../../actions/select-ward.ts';
import { chooseStreet, startDigPicking } from '../../actions/set-interventions-view.ts';
import { chooseSite } from '../../actions/set-rooftops-view.ts';
import { actAt, type GestureOptions } from './act-at.ts';
import { type Picked, pick } from './pick.ts';

export interface KeyboardOptions extends GestureOptions {
  readonly showWhole: () => void;
  readonly toggleHelp: () => void;
  /** Told what lies under the crosshair after the keyboard moved the map. */
  readonly onCrosshair: (at: Picked) => void;
}

/** Words of the hint shown while the map has the keyboard. */
export const KEYBOARD_HINT =
  'Arrow keys move the map, with Shift by a little; + and − zoom; 0 shows the whole area; Enter selects what is at the cross; Escape clears the selection; Alt and K shows or hides this.';

/** Pixels that an arrow key moves the map, alone and with Shift. */
const STEP_PIXELS = 100;
const NUDGE_PIXELS = 15;

/** Leaves the nearest thing: the place that is waited for, the site, the street, the cluster or the ward. */
function leave(context: AppContext): void {
  const { page, rooftops, interventions } = context.view.getState();
  if (page === 'interventions' && interventions.picking) startDigPicking(context, null);
  else if (page === 'interventions') chooseStreet(context, null);
  else if (page === 'rooftops' && rooftops.picking) startPicking(context, null);
  else if (page === 'rooftops') chooseSite(context, null);
  else if (isClusterTopic(context)) openCluster(context, null);
  else selectWard(context, null);
}

/** How far a key tilts a map that may be. */
const TILT_DEGREES = 10;

/** Keys on the map's canvas. Returns a function that ends it. */
export function followKeyboard(options: KeyboardOptions): () => void {
  const { map, context, motionMilliseconds } = options;
  const canvas = map.getCanvas();
  const centre = () => ({ x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 });
  const motion = { duration: motionMilliseconds };
  const move = (x: number, y: number, isNudge: boolean): void => {
    const step = isNudge ? NUDGE_PIXELS : STEP_PIXELS;
    map.panBy([x * step, y * step], motion);
    tellCrosshair();
  };
  const tellCrosshair = (): void => {
    map.once('moveend', () => options.onCrosshair(pick(map, centre(), 0)));
  };
  const zoom = (by: number): void => {
    map.zoomTo(Math.round((map.getZoom() + by) * 2) / 2, motion);
    tellCrosshair();
  };
  const tilt = (by: number): void => void map.easeTo({ pitch: map.getPitch() + by, ...motion });
  const actions: Record<string, (event: KeyboardEvent) => void> = {
    ArrowLeft: (event) => move(-1, 0, event.shiftKey),
    ArrowRight: (event) => move(1, 0, event.shiftKey),
    ArrowUp: (event) => move(0, -1, event.shiftKey),
    ArrowDown: (event) => move(0, 1, event.shiftKey),
    '+': () => zoom(1),
    '=': () => zoom(1),
    '-': () => zoom(-1),
    _: () => zoom(-1),
    '0': options.showWhole,
    PageUp: () => tilt(-TILT_DEGREES),
    PageDown: () => tilt(TILT_DEGREES),
    Enter: () => actAt(options, centre()),
    Escape: () => leave(context),
  };
  const onKey = (event: KeyboardEvent): void => {
    const isHelp = event.altKey && event.code === 'KeyK';
    const action = isHelp
      ? options.toggleHelp
      : event.altKey || event.ctrlKey || event.metaKey
        ? undefined
        : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action(event);
  };
  canvas.addEventListener('keydown', onKey);
  return () => canvas.removeEventListener('keydown', onKey);
}
