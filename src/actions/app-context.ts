import type { AnalysisStore } from '../stores/analysis-store.ts';
import type { BasemapStore } from '../stores/basemap-store.ts';
import type { DigStore } from '../stores/dig-store.ts';
import type { ImportStore } from '../stores/import-store.ts';
import type { KeepStore } from '../stores/keep-store.ts';
import type { MarksStore } from '../stores/marks-store.ts';
import type { OfflineStore } from '../stores/offline-store.ts';
import type { PlanStore } from '../stores/plan-store.ts';
import type { ProjectStore } from '../stores/project-store.ts';
import type { QualityStore } from '../stores/quality-store.ts';
import type { TourStore } from '../stores/tour-store.ts';
import type { ViewStore } from '../stores/view-store.ts';
import type { ComputeClient } from '../workers/compute-client.ts';
import type { Keeper } from './keeper.ts';
import type { StudyStores } from './study-stores.ts';

/** What actions work on; made once by the composition root. */
export interface AppContext {
  readonly project: ProjectStore;
  readonly analysis: AnalysisStore;
  readonly view: ViewStore;
  readonly imports: ImportStore;
  readonly marks: MarksStore;
  readonly quality: QualityStore;
  readonly basemap: BasemapStore;
  readonly studies: StudyStores;
  readonly digs: DigStore;
  readonly plans: PlanStore;
  readonly tour: TourStore;
  readonly keep: KeepStore;
  /** What keeps the work in this browser; null until the store is open, and where it cannot be. */
  readonly keeper: { current: Keeper | null };
  readonly offline: OfflineStore;
  readonly compute: ComputeClient;
}
