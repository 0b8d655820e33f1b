import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../../actions/app-context.ts';
import { shownReach } from '../../actions/find-reach.ts';
import { shownCandidates, shownLinks } from '../../actions/shown-links.ts';
import type { ReachAnswer } from '../../domain/radio/reach-answer.ts';
import { footprintsDrawn } from '../../stores/derived/footprints-drawn.ts';
import { placeAlong } from '../../stores/derived/link-lines.ts';
import type { MapColours } from '../map-colours.ts';
import type { MapWriter } from '../map-writer.ts';
import type { PageDrawing } from '../page-drawing.ts';
import { WardStates } from '../ward-states.ts';
import { CANDIDATES_SOURCE, candidateFeatures, candidateLayers } from './candidate-layers.ts';
import {
  LINK_CURSOR_SOURCE,
  LINK_ENDS_SOURCE,
  LINKS_SOURCE,
  linkFeatures,
  linkLayers,
  pointFeatures,
} from './link-layers.ts';
import { reachImage } from './reach-image.ts';
import {
  REACH_PICTURE_SOURCE,
  REACH_PREMISES_SOURCE,
  REACH_RING_SOURCE,
  reachFeatures,
  reachLayers,
  ringFeatures,
} from './reach-layers.ts';
import {
  RELIEF_LINK_SOURCE,
  reliefLinkFeatures,
  reliefLinkLayers,
  reliefRoofLayers,
} from './relief-layers.ts';
import { rooftopImage } from './rooftop-images.ts';
import { SITES_SOURCE, siteFeatures, siteLayers } from './site-layers.ts';

/** Draws sites, links, reach and candidate roofs from the stores while the Rooftops page is open. */
export function createRooftopDrawing(
  map: MapLibreMap,
  context: AppContext,
  { writer, onChange }: { readonly writer: MapWriter; readonly onChange: () => void },
): PageDrawing {
  const states = new WardStates(map, SITES_SOURCE, null);
  const filled = new Map<string, readonly unknown[]>();

  /** Fills a source where what it is made of differs from the last time. */
  const fillFrom = (source: string, made: readonly unknown[], fill: () => void): void => {
    if (!map.getSource(source)) return;
    const last = filled.get(source);
    if (last?.length === made.length && last.every((value, i) => value === made[i])) return;
    onChange();
    filled.set(source, made);
    fill();
  };
  const fillReach = (reach: ReachAnswer, colours: MapColours): void => {
    fillFrom(REACH_PICTURE_SOURCE, [reach.picture, colours], () =>
      writer.setImage(REACH_PICTURE_SOURCE, reachImage(reach.picture, colours)),
    );
    fillFrom(REACH_RING_SOURCE, [reach], () => writer.setFeatures(REACH_RING_SOURCE, ringFeatures(reach)));
    fillFrom(REACH_PREMISES_SOURCE, [reach], () =>
      writer.setFeatures(REACH_PREMISES_SOURCE, reachFeatures(reach)),
    );
  };
  return {
    inputs: () => {
      const { mastMetres, isRelief } = context.view.getState().rooftops;
      const reach = shownReach(context);
      const { datasets } = context.project.getState().project;
      return [
        reach?.picture,
        reach ? mastMetres : null,
        shownCandidates(context) === null,
        isRelief,
        datasets,
      ];
    },
    drawsPremises: () => shownReach(context) !== null,
    layers: (colours) => {
      const reach = shownReach(context);
      const { mastMetres, isRelief } = context.view.getState().rooftops;
      const footprints = footprintsDrawn(context.project.getState().project);
      const parts = [siteLayers(colours), linkLayers(colours)];
      if (isRelief && footprints) parts.push(reliefRoofLayers(footprints, colours));
      if (isRelief) parts.push(reliefLinkLayers(colours));
      if (reach) parts.push(reachLayers(reach, mastMetres, colours));
      if (shownCandidates(context)) parts.push(candidateLayers(colours));
      return {
        sources: Object.assign({}, ...parts.map(({ sources }) => sources)),
        layers: parts.flatMap(({ layers }) => layers),
      };
    },
    fill: (renewed, colours) => {
      for (const source of renewed) filled.delete(source);
      if (renewed.has(SITES_SOURCE)) states.forget();
      const { sites } = context.project.getState().project;
      const { siteId, hoveredSite, hoveredMetres } = context.view.getState().rooftops;
      fillFrom(SITES_SOURCE, [sites], () => writer.setFeatures(SITES_SOURCE, siteFeatures(sites)));
      states.setOne('selected', siteId);
      states.setOne('hover', hoveredSite);
      const reach = shownReach(context);
      if (reach) fillReach(reach, colours);
      const links = shownLinks(context);
      fillFrom(LINKS_SOURCE, [links], () => writer.setFeatures(LINKS_SOURCE, linkFeatures(links.lines)));
      fillFrom(LINK_ENDS_SOURCE, [links], () =>
        writer.setFeatures(LINK_ENDS_SOURCE, pointFeatures(links.ends)),
      );
      const [line] = links.lines;
      const cursor =
        hoveredMetres !== null && line && links.lengthMetres !== null
          ? placeAlong(line, hoveredMetres, links.lengthMetres)
          : null;
      fillFrom(LINK_CURSOR_SOURCE, [cursor?.[0], cursor?.[1]], () =>
        writer.setFeatures(LINK_CURSOR_SOURCE, pointFeatures(cursor ? [cursor] : [])),
      );
      const lifted = links.lifted;
      fillFrom(RELIEF_LINK_SOURCE, [lifted], () =>
        writer.setFeatures(RELIEF_LINK_SOURCE, lifted ? reliefLinkFeatures(lifted) : []),
      );
      const candidates = shownCandidates(context);
      if (candidates)
        fillFrom(CANDIDATES_SOURCE, [candidates], () =>
          writer.setFeatures(CANDIDATES_SOURCE, candidateFeatures(candidates.roofs)),
        );
    },
    image: rooftopImage,
    forget: () => {
      filled.clear();
      states.forget();
    },
  };
}
