import type { LayerSpecification } from 'maplibre-gl';
import type { Basemap } from '../domain/project/basemap.ts';
import type { MapReading } from '../stores/derived/map-reading.ts';
import type { WardMark } from '../stores/derived/ward-marks.ts';
import { inLayerOrder } from './layer-order.ts';
import { type AreaLayersInput, areaLayers } from './layers/area-layers.ts';
import { basemapLayers } from './layers/basemap-layers.ts';
import { changeLayers } from './layers/change-layers.ts';
import { clusterLayers } from './layers/cluster-layers.ts';
import { contextLayers } from './layers/context-layers.ts';
import { coverageLayers } from './layers/coverage-layers.ts';
import type { Drawn } from './layers/drawn.ts';
import { markLayers } from './layers/mark-layers.ts';
import { premisesLayers } from './layers/premises-layers.ts';
import { wardLayers } from './layers/ward-layers.ts';
import type { MapColours } from './map-colours.ts';
import type { CountName } from './tile-address.ts';

/** What the map is to show. */
export interface MapDrawingInput {
  readonly reading: MapReading;
  /** Number of the analysis that premises tiles are asked for; null draws no premises. */
  readonly premisesVersion: number | null;
  /** A count beside the one on show, whose premises are drawn; 'difference' draws what became of them. */
  readonly premisesCount?: CountName;
  /** Whether expected dots are drawn from afar, where the wards' colours tell nothing. */
  readonly dotsFromAfar?: boolean;
  readonly wardClassByCode: ReadonlyMap<string, WardMark['wardClass']>;
  /** Which of the marked places is the chosen one; null draws no marks. */
  readonly marks: { readonly chosen: number | null } | null;
  /** Whether clusters are drawn: the wards then step back. */
  readonly clusters?: boolean;
  /** null: no areas are on show. */
  readonly areas?: AreaLayersInput | null;
  /** What the Rooftops or the Interventions page adds: the wards then step back. */
  readonly page?: Drawn | null;
  /** Whether the wards are outlines only, with areas on show or about to be. */
  readonly outlinesOnly?: boolean;
  /** null: no basemap file is under the map. */
  readonly basemap: { readonly basemap: Basemap; readonly version: number } | null;
}

/** Every source and layer the map should have now, layers from the bottom up. Pure: drawing it is update-map's. */
export function mapDrawing(input: MapDrawingInput, colours: MapColours): Drawn {
  const { reading, premisesVersion } = input;
  const parts: Drawn[] = [
    ...reading.context.map((dataset) => contextLayers(dataset, colours)),
    ...reading.coverage.map((layer) => coverageLayers(layer, colours)),
  ];
  if (reading.wards) {
    const classByCode = input.wardClassByCode;
    const behindCoverage = reading.coverage.length > 0;
    const isGround = input.clusters === true || Boolean(input.page);
    const outlinesOnly = input.outlinesOnly === true || Boolean(input.areas);
    parts.push(
      wardLayers({ ...reading.wards, classByCode, behindCoverage, isGround, outlinesOnly }, colours),
    );
  }
  if (premisesVersion !== null) {
    const { premisesCount: count, dotsFromAfar } = input;
    parts.push(
      count === 'difference'
        ? changeLayers(premisesVersion, colours)
        : premisesLayers({ version: premisesVersion, count }, colours, dotsFromAfar),
    );
  }
  if (input.areas) parts.push(areaLayers(input.areas, colours));
  if (input.basemap) parts.push(basemapLayers(input.basemap.basemap, input.basemap.version, colours));
  if (input.clusters) parts.push(clusterLayers(colours));
  if (input.page) parts.push(input.page);
  if (input.marks) parts.push(markLayers(input.marks.chosen, colours));
  const background: LayerSpecification = {
    id: 'background',
    type: 'background',
    paint: { 'background-color': colours.land },
  };
  return {
    sources: Object.assign({}, ...parts.map((part) => part.sources)),
    layers: inLayerOrder([background, ...parts.flatMap((part) => part.layers)]),
  };
}
