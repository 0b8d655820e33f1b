import { digRoots } from '../stores/derived/dig-roots.ts';
import type { AppContext } from './app-context.ts';
import { addOwnRoot, moveRoot } from './edit-designs.ts';
import { openedDesign } from './find-design.ts';
import { shownGround } from './find-dig-ground.ts';
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
  const design = openedDesign(context);
  if (!design) return true;
  if (picking.kind === 'new-root') addOwnRoot(context, design.id, at);
  else {
    const roots = digRoots(design.question, shownGround(context)?.fibrePoints ?? []);
    const root = roots.find(({ point }) => point.id === picking.rootId);
    if (root) moveRoot(context, design.id, root.point, at);
  }
  return true;
}

/** Six digits of a degree are a tenth of a metre. */
function rounded(degrees: number): number {
  return Number(degrees.toFixed(6));
}
