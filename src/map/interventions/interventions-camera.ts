import { openedDesign, shownResult } from '../../actions/find-design.ts';
import { shownGround } from '../../actions/find-dig-ground.ts';
import { openedPlan, shownDesigns } from '../../actions/find-plan.ts';
import { isPlanTopic, planPicture } from '../../actions/plan-picture.ts';
import { digBox, streetBox } from '../../stores/derived/dig-box.ts';
import { planBox } from '../../stores/derived/plan-box.ts';
import { touchesSight } from '../in-sight.ts';
import type { PageCameraOptions } from '../page-camera.ts';

/** Goes to what the Interventions page has come to be about: a plan, or a dig and whom the next of either is to reach. */
export function followInterventions({ map, context, show, isGiven }: PageCameraOptions): () => void {
  const { view, project, studies } = context;
  let shownLast: string | null = null;
  /** Fits the premises that a dig is to reach, then its route once there is one: an edit of it moves nothing. */
  const showDig = (): void => {
    const { page, interventions } = view.getState();
    if (page !== 'interventions') return;
    if (isPlanTopic(interventions.topic) && openedPlan(context)) {
      showPlan();
      return;
    }
    const design = openedDesign(context);
    const { answer } = studies['dig-premises'].getState();
    const result = design && (shownResult(context, design)?.result ?? null);
    const box = digBox(result, answer);
    const key = `${interventions.designId ?? ''} ${result ? 'route' : box?.join(' ')}`;
    if (!box || shownLast === key) return;
    shownLast = key;
    if (!isGiven()) show(box);
  };
  /** Fits the premises and hubs of a plan when it is opened, and when it has its first designs: an edit of it moves nothing. */
  const showPlan = (): void => {
    const plan = openedPlan(context);
    const shown = plan && shownDesigns(context, plan);
    const box = shown && planBox(shown.designs);
    const key = `plan ${plan?.id}`;
    if (!box || shownLast === key) return;
    shownLast = key;
    if (!isGiven()) show(box);
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
  showDig();
  const stops = [
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
    project.subscribe(showDig),
    studies['dig-premises'].subscribe((now, before) => {
      if (now.answer !== before.answer) showDig();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
