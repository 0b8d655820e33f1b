import type { LayerRecord } from '../../domain/coverage/layer.ts';

/** How a coverage layer looks, on the map, in the legend and in lists alike. */
export interface CoverageSwatch {
  /** Custom property of its colour, dashes included. */
  readonly token: string;
  readonly pattern: 'lines' | 'rings' | 'columns' | 'cross';
}

/** Colour and pattern by technology: the same for all operators of one. */
export function coverageSwatch(layer: Pick<LayerRecord, 'technology'>): CoverageSwatch {
  return SWATCHES.get(layer.technology) ?? { token: '--tech-other', pattern: 'cross' };
}

const GIGABIT: CoverageSwatch = { token: '--tech-gigabit', pattern: 'lines' };

const SWATCHES: ReadonlyMap<string, CoverageSwatch> = new Map([
  ['gigabit', GIGABIT],
  ['full-fibre', GIGABIT],
  ['5g', { token: '--tech-5g', pattern: 'rings' }],
  ['radio', { token: '--tech-radio', pattern: 'columns' }],
]);
