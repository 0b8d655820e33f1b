import type { LayerAnswers } from '../coverage/layer-answers.ts';
import type { ShareJoin } from '../coverage/share-join.ts';
import type { AreaTable } from '../geo/area-table.ts';
import type { LayerTallies } from '../not-spots/analyse.ts';
import type { AnalysisNote, JoinReport } from '../not-spots/analysis.ts';
import type { WardMembership } from '../not-spots/ward-membership.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { PremisesUses } from '../premises/premises-use.ts';

/** Premises with their ward and every layer's answers: all that no recipe changes. */
export interface Prepared {
  readonly premises: PremisesTable;
  readonly wards: AreaTable;
  readonly membership: WardMembership;
  readonly answers: ReadonlyMap<string, LayerAnswers>;
  readonly notes: readonly AnalysisNote[];
  readonly tallies: LayerTallies;
  /** How the layers' ids met, by layer in order. */
  readonly joins: readonly JoinReport[];
  /** By layer id, the way from the premises to the layer's ids; null where none leads there. */
  readonly ways: ReadonlyMap<string, ShareJoin | null>;
  /** What the premises are used for; null where no column tells. */
  readonly uses: PremisesUses | null;
}
