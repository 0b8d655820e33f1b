import type { Analysis } from '../not-spots/analysis.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import type { Roofs } from '../terrain/roofs.ts';
import type { LinkMeter } from './link-meter.ts';

/** What a roof's reach is reckoned on. */
export interface ReachGround {
  readonly model: HeightModel;
  readonly meter: LinkMeter;
  /** Null where no footprints are loaded: each premises is then taken at its own place. */
  readonly roofs: Roofs | null;
  readonly premises: PremisesTable;
  /** Of the definition in force; null where nothing can be counted: no premises is then known to be a not-spot. */
  readonly analysis: Pick<Analysis, 'rowState' | 'rowChance' | 'recipeWords'> | null;
}
