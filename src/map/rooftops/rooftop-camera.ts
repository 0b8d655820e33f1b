import { shownReach } from '../../actions/find-reach.ts';
import { shownLinks } from '../../actions/shown-links.ts';
import { boxOfPlaces, rooftopBox } from '../../stores/derived/rooftop-box.ts';
import { isInSight } from '../in-sight.ts';
import type { PageCameraOptions } from '../page-camera.ts';

/** Goes to what the Rooftops page has come to be about, unless the address says where to look; what is in sight stays. */
export function followRooftops(options: PageCameraOptions): () => void {
  const { map, context, show, isGiven, isFitted, isLed } = options;
  const { view, project, studies } = context;
  let about: string | null = null;
  const showRooftops = (led: boolean): void => {
    const { page, rooftops } = view.getState();
    const shown =
      page === 'rooftops' ? rooftopBox(project.getState().project, rooftops, shownReach(context)) : null;
    const isNew = shown !== null && shown.key !== about;
    about = shown?.key ?? null;
    if (isNew && !led && !isGiven() && (shown.isWhole || !isInSight(map, shown.box))) show(shown.box);
  };
  showRooftops(options.startsLed);
  const stops = [
    view.subscribe((now, before) => showRooftops(isLed(now, before))),
    project.subscribe(() => showRooftops(false)),
    studies.reach.subscribe((now, before) => {
      // Where the person has moved since, nothing moves.
      if (now.answer !== before.answer) showRooftops(!isFitted());
    }),
    studies.sees.subscribe(({ answer }, before) => {
      if (answer === before.answer) return;
      const box = boxOfPlaces(shownLinks(context).lines.flatMap(({ from, to }) => [from, to]));
      if (box && !isInSight(map, box)) show(box);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
