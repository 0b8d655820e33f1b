import { capitalised } from '../../domain/capitalised.ts';
import type { Extent, LayerRecord } from '../../domain/coverage/layer.ts';
import { layerLabel, technologyDefinition, technologyLabel } from '../../domain/coverage/technology.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { unitWord } from '../../domain/not-spots/headline.ts';
import { countAt, type PlaceCount } from '../../domain/not-spots/ward-rows.ts';
import { type CountText, countText } from './count-text.ts';
import { type CoverageSwatch, coverageSwatch } from './coverage-swatch.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** A layer as lists show it. */
export interface LayerLine {
  readonly id: string;
  readonly name: string;
  /** "5G, Beacon, high confidence" */
  readonly label: string;
  readonly technology: string;
  readonly swatch: CoverageSwatch;
  readonly definition: string;
  readonly source: SourceText;
  readonly shape: string;
  readonly extent: Extent;
  /** False for shares: the areas they are of are their extent. */
  readonly hasExtent: boolean;
  /** "wards touched", "all wards", "everywhere", "areas of a file" */
  readonly extentWords: string;
  readonly confidential: boolean;
  /** Covered units of the place; null before anything is counted. */
  readonly covered: CountText | null;
  /** The units for which the layer says "not covered". */
  readonly notCovered: CountText | null;
}

/** The project's layers with their counts at a place (ward number, outside, total). */
export function layerLines(
  analysis: Analysis | null,
  layers: readonly LayerRecord[],
  place: number,
): LayerLine[] {
  return layers.map((layer): LayerLine => {
    const tally = analysis?.layers.find((one) => one.layerId === layer.id);
    const at = tally ? countAt(tally.covered, place) : null;
    const units = analysis?.units[place] ?? 0;
    return {
      id: layer.id,
      name: layer.name,
      label: capitalised(layerLabel(layer)),
      technology: capitalised(technologyLabel(layer.technology)),
      swatch: coverageSwatch(layer),
      definition:
        layer.definition || technologyDefinition(layer.technology) || 'The file gives no definition.',
      source: sourceText(layer.source),
      shape:
        layer.shape === 'records'
          ? `One record per ${unitWord(analysis?.unit ?? 'premises', 1)}`
          : SHAPES[layer.shape],
      hasExtent: layer.shape !== 'shares',
      extent: layer.extent,
      extentWords: EXTENTS[layer.extent.kind],
      confidential: layer.confidential,
      covered: analysis && at ? countText(at, units, analysis.unit) : null,
      notCovered: analysis && at ? countText(others(at, units), units, analysis.unit) : null,
    };
  });
}

const SHAPES: Record<Exclude<LayerRecord['shape'], 'records'>, string> = {
  polygons: 'Coverage areas',
  shares: 'Shares of areas',
};

const EXTENTS: Record<Extent['kind'], string> = {
  assumed: 'wards it touches',
  'all-wards': 'all wards',
  areas: 'areas of a file',
  everywhere: 'everywhere',
};

/** not covered = units − covered − not known, with the band turned round. */
function others(at: PlaceCount, units: number): PlaceCount {
  const known = units - at.notKnown;
  return { low: known - at.high, mid: known - at.mid, high: known - at.low, notKnown: at.notKnown };
}
