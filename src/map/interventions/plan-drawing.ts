import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../../actions/app-context.ts';
import { shownGround } from '../../actions/find-dig-ground.ts';
import { openedPlan } from '../../actions/find-plan.ts';
import { planPicture } from '../../actions/plan-picture.ts';
import type { FibrePoint } from '../../domain/streets/fibre-point.ts';
import { type DigRoot, digRoots } from '../../stores/derived/dig-roots.ts';
import type { MapWriter } from '../map-writer.ts';
import type { TopicDrawing } from '../page-drawing.ts';
import { rootFeatures, routeFeatures } from './dig-features.ts';
import { DIG_ROOTS_SOURCE, DIG_ROUTE_SOURCE } from './dig-layers.ts';
import {
  backhaulFeatures,
  clientFeatures,
  markFeatures,
  pointedFeatures,
  roofFeatures,
  sectorFeatures,
} from './plan-features.ts';
import {
  PLAN_BACKHAUL_SOURCE,
  PLAN_CLIENTS_SOURCE,
  PLAN_PLACES_SOURCE,
  PLAN_POINTED_SOURCE,
  PLAN_ROOFS_SOURCE,
  PLAN_SECTORS_SOURCE,
  planLayers,
} from './plan-layers.ts';
import { sourceFiller } from './source-filler.ts';

/** Draws the open plan on one map: a side of the swipe, or what is cheapest, or what changes from plan to plan. */
export function createPlanDrawing(
  map: MapLibreMap,
  context: AppContext,
  {
    writer,
    onChange,
    side,
  }: { readonly writer: MapWriter; readonly onChange: () => void; readonly side: 'left' | 'right' },
): TopicDrawing {
  const filled = new Map<string, readonly unknown[]>();
  const fillFrom = sourceFiller(map, filled, { writer, onChange });
  return {
    inputs: () => [],
    // Premises that a plan is for are drawn by what it does for them: other dots between them would be misread.
    drawsPremises: () => planPicture(context, side) !== null,
    layers: planLayers,
    fill: (renewed) => {
      for (const source of renewed) filled.delete(source);
      const picture = planPicture(context, side);
      const { hoveredThing, thingId } = context.view.getState().interventions;
      const { devices } = context.project.getState().project;
      const { design = null, marks = NONE, roofs = NONE } = picture ?? {};
      const trench = design?.trench ?? null;
      // Before the first run: from where fibre may come.
      const question = picture ? null : (openedPlan(context)?.question ?? null);
      const asked = question ? digRoots(question, shownGround(context)?.fibrePoints ?? NONE) : NONE;
      const radio = design?.radio ?? null;
      const beam = devices.find(({ id }) => id === radio?.deviceId)?.hub.beamwidthDegrees.value ?? null;
      fillFrom(DIG_ROUTE_SOURCE, [trench], () => (trench ? routeFeatures(trench) : []));
      fillFrom(DIG_ROOTS_SOURCE, [trench, asked], () =>
        trench ? rootFeatures(trench.roots.map(asRoot), trench) : rootFeatures(asked, null),
      );
      const whole = [hoveredThing, thingId].find((id) => roofs.some((roof) => roof.id === id)) ?? null;
      fillFrom(PLAN_SECTORS_SOURCE, [radio, beam, whole], () =>
        radio && beam !== null ? sectorFeatures(radio, beam, whole) : [],
      );
      fillFrom(PLAN_CLIENTS_SOURCE, [radio], () => (radio ? clientFeatures(radio) : []));
      fillFrom(PLAN_BACKHAUL_SOURCE, [radio], () => (radio ? backhaulFeatures(radio) : []));
      fillFrom(PLAN_PLACES_SOURCE, [marks], () => markFeatures(marks));
      fillFrom(PLAN_ROOFS_SOURCE, [roofs], () => roofFeatures(roofs));
      fillFrom(PLAN_POINTED_SOURCE, [hoveredThing, thingId, design, marks, roofs], () =>
        pointedFeatures({ hover: hoveredThing, chosen: thingId }, { marks, roofs, design }),
      );
    },
    forget: () => filled.clear(),
  };
}

function asRoot(point: FibrePoint): DigRoot {
  return { point, metres: null, isChosen: true, from: 'file' };
}

const NONE: readonly never[] = [];
