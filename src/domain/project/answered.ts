import type { LayerAnswers } from '../coverage/layer-answers.ts';
import type { ShareJoin } from '../coverage/share-join.ts';
import type { AnalysisNote, JoinReport } from '../not-spots/analysis.ts';

/** A layer's answers, and what its reader must know. */
export interface Answered {
  readonly answers: LayerAnswers;
  readonly notes: readonly AnalysisNote[];
  /** How its ids met; null where it is placed by shapes. */
  readonly join: JoinReport | null;
  /** The way from the premises to its ids; null where none was found. Absent where it is placed by shapes. */
  readonly way?: ShareJoin | null;
}
