import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../../actions/app-context.ts';
import { openedPlan } from '../../actions/find-plan.ts';
import { isPlanTopic } from '../../actions/plan-picture.ts';
import { thingName } from '../../actions/thing-name.ts';
import type { MapWriter } from '../map-writer.ts';
import type { PageDrawing, TopicDrawing } from '../page-drawing.ts';
import { createDigDrawing } from './dig-drawing.ts';
import { digImage } from './dig-images.ts';
import { createPlanDrawing } from './plan-drawing.ts';
import { planImage } from './plan-images.ts';

/** Draws what the Interventions page is about: a plan, or a dig and whom the next of either is to reach. */
export function createInterventionsDrawing(
  map: MapLibreMap,
  context: AppContext,
  parts: { readonly writer: MapWriter; readonly onChange: () => void; readonly side: 'left' | 'right' },
): PageDrawing {
  const dig = createDigDrawing(map, context, parts);
  const plan = createPlanDrawing(map, context, parts);
  let last: TopicDrawing | null = null;
  const now = (): TopicDrawing => {
    const { topic } = context.view.getState().interventions;
    const next = isPlanTopic(topic) && openedPlan(context) !== null ? plan : dig;
    // Both fill the route and the roots: what the other wrote is not known to be there.
    if (next !== last) next.forget();
    last = next;
    return next;
  };
  return {
    inputs: () => [now(), ...now().inputs()],
    drawsPremises: () => now().drawsPremises(),
    layers: (colours) => now().layers(colours),
    fill: (renewed, colours) => now().fill(renewed, colours),
    image: (id, colours) => digImage(id, colours) ?? planImage(id, colours),
    nameOf: (thing) => thingName(context, thing, parts.side),
    forget: () => {
      dig.forget();
      plan.forget();
    },
  };
}
