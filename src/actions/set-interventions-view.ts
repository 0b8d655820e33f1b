import type { DigPicking, InterventionsView, InterventionTopic, NextDig } from '../stores/view-store.ts';
import type { AppContext } from './app-context.ts';

/** Opens one of the Interventions page's topics. */
export function openInterventionTopic(context: AppContext, topic: InterventionTopic): void {
  context.view.setState({ page: 'interventions' });
  change(context, { topic, picking: null });
}

/** Opens a design of a dig; null: none, so that the list is shown. */
export function openDesign(context: AppContext, designId: string | null): void {
  if (context.view.getState().interventions.designId === designId) return;
  change(context, { designId, streetId: null, hoveredStreet: null, picking: null });
}

/** Opens a plan; null: none, so that the list is shown. */
export function openPlan(context: AppContext, planId: string | null): void {
  if (context.view.getState().interventions.planId === planId) return;
  change(context, {
    planId,
    hoveredThing: null,
    thingId: null,
    hoveredStreet: null,
    streetId: null,
    picking: null,
  });
}

/** Draws other designs of a plan left and right of the swipe. */
export function showSides(context: AppContext, sides: InterventionsView['sides']): void {
  const { left, right } = context.view.getState().interventions.sides;
  if (left !== sides.left || right !== sides.right) change(context, { sides });
}

/** Compares the open plan with others, two at most. */
export function comparePlans(context: AppContext, planIds: readonly string[]): void {
  change(context, { compared: [...new Set(planIds)].slice(0, 2) });
}

/** The hub's roof or barrier under the pointer or the keyboard focus. */
export function hoverThing(context: AppContext, hoveredThing: string | null): void {
  if (context.view.getState().interventions.hoveredThing !== hoveredThing) change(context, { hoveredThing });
}

/** Looks at a hub's roof or premises of a plan; null: at none. */
export function chooseThing(context: AppContext, thingId: string | null): void {
  if (context.view.getState().interventions.thingId !== thingId) change(context, { thingId });
}

/** Looks at a street; null: at none. */
export function chooseStreet(context: AppContext, streetId: string | null): void {
  if (context.view.getState().interventions.streetId !== streetId) change(context, { streetId });
}

/** The street under the pointer or the keyboard focus. */
export function hoverStreet(context: AppContext, hoveredStreet: string | null): void {
  if (context.view.getState().interventions.hoveredStreet !== hoveredStreet)
    change(context, { hoveredStreet });
}

/** Lets the next place on the map be chosen for something of a dig; null: for nothing any more. */
export function startDigPicking(context: AppContext, picking: DigPicking | null): void {
  if (context.view.getState().interventions.picking !== picking) change(context, { picking });
}

/** Changes whom the next dig is to reach. */
export function setNextDig(context: AppContext, edit: Partial<NextDig>): void {
  const { next } = context.view.getState().interventions;
  change(context, { next: { ...next, ...edit } });
}

function change(context: AppContext, edit: Partial<InterventionsView>): void {
  context.view.setState(({ interventions }) => ({ interventions: { ...interventions, ...edit } }));
}
