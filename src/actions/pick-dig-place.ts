import { digRoots } from '../stores/derived/dig-roots.ts';
import type { AppContext } from './app-context.ts';
import { askDesign } from './edit-designs.ts';
import { askPlan } from './edit-plans.ts';
import { type RootEdit, type RootsAsked, withMovedRoot, withOwnRoot } from './edit-roots.ts';
import { openedDesign } from './find-design.ts';
import { shownGround } from './find-dig-ground.ts';
import { openedPlan } from './find-plan.ts';
import { setNextDig, startDigPicking } from './set-interventions-view.ts';

/** Takes a place (degrees) that was clicked or is at the cross for what the next one was wanted for. False: none was. */
export function pickDigPlace(
  context: AppContext,
  at: { readonly lon: number; readonly lat: number },
): boolean {
  const { picking, next } = context.view.getState().interventions;
  if (!picking) return false;
  if (picking.kind === 'corner') {
    // A shape has many: the next one is waited for.
    setNextDig(context, { corners: [...next.corners, [rounded(at.lon), rounded(at.lat)]] });
    return true;
  }
  startDigPicking(context, null);
  const asker = rootAsker(context);
  if (!asker) return true;
  if (picking.kind === 'new-root') asker.ask(withOwnRoot(asker.asked, at));
  else {
    const roots = digRoots(asker.asked, shownGround(context)?.fibrePoints ?? []);
    const root = roots.find(({ point }) => point.id === picking.rootId);
    if (root) asker.ask(withMovedRoot(asker.asked, root.point, at));
  }
  return true;
}

/** What is asked from where fibre may come: the design that is open in topic 'dig', elsewhere the plan. */
function rootAsker(
  context: AppContext,
): { readonly asked: RootsAsked; readonly ask: (edit: RootEdit) => void } | null {
  if (context.view.getState().interventions.topic === 'dig') {
    const design = openedDesign(context);
    return (
      design && {
        asked: design.question,
        ask: ({ label, edit }) => askDesign(context, design.id, label, edit),
      }
    );
  }
  const plan = openedPlan(context);
  return plan && { asked: plan.question, ask: ({ label, edit }) => askPlan(context, plan.id, label, edit) };
}

/** Six digits of a degree are a tenth of a metre. */
function rounded(degrees: number): number {
  return Number(degrees.toFixed(6));
}
