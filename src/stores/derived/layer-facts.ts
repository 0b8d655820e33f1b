import type { Confidence, LayerRecord } from '../../domain/coverage/layer.ts';
import { technologyLabel } from '../../domain/coverage/technology.ts';
import type { Analysis, AnalysisNote } from '../../domain/not-spots/analysis.ts';
import { joinLines } from './join-lines.ts';

/** What a layer says of itself, in words. */
export interface LayerFacts {
  readonly technology: string;
  readonly measure: string;
  readonly extent: string;
  /** How its ids met the premises; empty before anything is counted, and for shapes. */
  readonly joins: readonly string[];
  /** What else is to be known of it. */
  readonly notes: readonly string[];
}

export function layerFacts(layer: LayerRecord, analysis: Analysis | null): LayerFacts {
  const column = layer.column === null ? '' : `, column “${layer.column}”`;
  return {
    technology: technologyLabel(layer.technology),
    measure: `${measureOf(layer)}${column}`,
    extent: layer.shape === 'shares' ? 'The areas it gives shares of' : EXTENTS[layer.extent.kind],
    joins: joinLines(layer, analysis),
    notes: (analysis?.notes ?? [])
      .filter((note) => note.layerId === layer.id && !TOLD_BY_JOIN.has(note.kind))
      .map(noteText),
  };
}

/** "… of no loaded row. For example 100023, 100024." */
function noteText({ text, examples }: AnalysisNote): string {
  return examples && examples.length > 0 ? `${text} For example ${examples.join(', ')}.` : text;
}

/** Notes that the lines of the join repeat with both sides of it. */
const TOLD_BY_JOIN = new Set<AnalysisNote['kind']>([
  'records-missing',
  'records-unmatched',
  'records-ambiguous',
  'lookup-ambiguous',
  'ids-rounded',
  'ids-repaired',
]);

/** Grades that a person may choose from. */
export const CONFIDENCES: readonly { readonly value: Confidence | ''; readonly label: string }[] = [
  { value: '', label: 'Not stated' },
  { value: 'high', label: 'High confidence' },
  { value: 'very-high', label: 'Very high confidence' },
];

function measureOf({ shape, measure, atLeast }: LayerRecord): string {
  if (shape === 'polygons') return 'Inside or outside shapes';
  if (shape === 'shares') return measure === 'count' ? 'Number of premises in an area' : 'Percent of an area';
  return typeof atLeast === 'number' ? `Covered from ${atLeast} on` : 'Yes or no per premises';
}

const EXTENTS: Record<LayerRecord['extent']['kind'], string> = {
  assumed: 'The wards it touches (assumed; change it on the Not-spots page)',
  'all-wards': 'All loaded wards',
  areas: 'Areas of a loaded file',
  everywhere: 'Everywhere',
};
