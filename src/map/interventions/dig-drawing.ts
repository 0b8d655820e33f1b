import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../../actions/app-context.ts';
import { openedDesign, shownResult } from '../../actions/find-design.ts';
import { shownGround } from '../../actions/find-dig-ground.ts';
import { isPlanTopic } from '../../actions/plan-picture.ts';
import { digRoots } from '../../stores/derived/dig-roots.ts';
import { nextSelection } from '../../stores/derived/next-selection.ts';
import { streetStates } from '../../stores/derived/street-states.ts';
import type { MapWriter } from '../map-writer.ts';
import type { TopicDrawing } from '../page-drawing.ts';
import { WardStates } from '../ward-states.ts';
import {
  askedPlaces,
  bandFeatures,
  resultPlaces,
  rootFeatures,
  routeFeatures,
  shapeFeatures,
  signFeatures,
  streetFeatures,
} from './dig-features.ts';
import {
  DIG_BANDS_SOURCE,
  DIG_PLACES_SOURCE,
  DIG_ROOTS_SOURCE,
  DIG_ROUTE_SOURCE,
  DIG_SHAPE_SOURCE,
  DIG_SIGNS_SOURCE,
  DIG_STREETS_SOURCE,
  digLayers,
} from './dig-layers.ts';
import { sourceFiller } from './source-filler.ts';

/** Draws the open design, or what the next one would be asked for, while the Interventions page is open. */
export function createDigDrawing(
  map: MapLibreMap,
  context: AppContext,
  { writer, onChange }: { readonly writer: MapWriter; readonly onChange: () => void },
): TopicDrawing {
  const states = new WardStates(map, DIG_STREETS_SOURCE, null);
  const filled = new Map<string, readonly unknown[]>();

  const fillFrom = sourceFiller(map, filled, { writer, onChange });
  return {
    inputs: () => [],
    drawsPremises: () => false,
    layers: digLayers,
    fill: (renewed) => {
      for (const source of renewed) filled.delete(source);
      if (renewed.has(DIG_STREETS_SOURCE)) states.forget();
      const { topic, hoveredStreet, streetId, next } = context.view.getState().interventions;
      // A plan that is not there yet is asked for premises; a dig is another answer.
      const design = isPlanTopic(topic) ? null : openedDesign(context);
      const result = design ? (shownResult(context, design)?.result ?? null) : null;
      const ground = shownGround(context);
      const standing =
        ground && design ? streetStates(design.question, ground.streets, ground.barriers) : null;
      // Nothing is asked for where nothing is chosen, whatever was counted last.
      const isChosen = design !== null || nextSelection(next) !== null;
      const chosen = isChosen ? context.studies['dig-premises'].getState().answer : null;
      const roots = digRoots(design?.question ?? null, ground?.fibrePoints ?? NONE);
      fillFrom(DIG_STREETS_SOURCE, [ground], () => (ground ? streetFeatures(ground) : []));
      fillFrom(DIG_BANDS_SOURCE, [ground, standing], () =>
        ground && standing ? bandFeatures(ground, standing) : [],
      );
      fillFrom(DIG_SIGNS_SOURCE, [ground, standing], () =>
        ground && standing ? signFeatures(ground, standing) : [],
      );
      fillFrom(DIG_ROUTE_SOURCE, [result], () => (result ? routeFeatures(result) : []));
      fillFrom(DIG_PLACES_SOURCE, [result, result ? null : chosen], () =>
        result ? resultPlaces(result) : chosen ? askedPlaces(chosen.lon, chosen.lat) : [],
      );
      fillFrom(DIG_ROOTS_SOURCE, [roots, result], () => rootFeatures(roots, result));
      const corners = !design && next.by === 'shape' ? next.corners : NONE;
      fillFrom(DIG_SHAPE_SOURCE, [corners], () => shapeFeatures(corners));
      states.setOne('hover', hoveredStreet);
      states.setOne('selected', streetId);
    },
    forget: () => {
      filled.clear();
      states.forget();
    },
  };
}

const NONE: readonly never[] = [];
